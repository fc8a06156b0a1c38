// Driving a re-encryption in the worker: begun by a change of passphrase, gone on with at every unlock and every start
// of the worker, its progress told to
// open pages. Leans on lib/vault/rekey, which may be killed at any moment.
import { AppError } from '../../lib/error.ts';
import { fireAndForget } from '../../lib/report.ts';
import { continueRekey, startRekey } from '../../lib/vault/rekey.ts';
import { readStatus, requireUnlocked, type Unlocked } from '../../lib/vault/vault.ts';
import { announce } from './changes.ts';

/** Makes the new key and begins; resolves when the key is safe on disk, while the records follow. */
export async function startRekeying(u: Unlocked, passphrase: string): Promise<void> {
  goOnRekeying(await startRekey(u, passphrase));
}

let running: Promise<void> | null = null;

/** Does nothing when no re-encryption is under way, or when this worker already drives it. */
export function goOnRekeying(u: Unlocked): void {
  running ??= drive(u).finally(() => {
    running = null;
  });
  fireAndForget(running, 'rekey');
}

/** A worker that starts while the vault is open goes on with what its predecessor died in. */
export async function resumeRekeying(): Promise<void> {
  const { state, rekey } = await readStatus();
  if (state === 'unlocked' && rekey !== null) goOnRekeying(await requireUnlocked());
}

async function drive(u: Unlocked): Promise<void> {
  try {
    await continueRekey(u, () => announce('vault'), new AbortController().signal);
  } catch (error) {
    // Locked meanwhile, or the disk is full: it goes on at the next unlock.
    if (!(error instanceof AppError)) throw error;
  }
  announce('vault');
}
