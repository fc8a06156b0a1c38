// Opening and closing: create, unlock, lock, erase, and the deadline. Leans on the header (disk), the session (memory) and
// the table of states. Keeps nothing of its own, so a worker that dies comes back as if nothing had happened.
import { randomBytes, toBase64Url } from '../crypto/bytes.ts';
import { DEFAULT_COST, type KdfCost } from '../crypto/kdf.ts';
import { AppError } from '../error.ts';
import type { VaultStatus } from '../model.ts';
import { readSettings } from '../settings.ts';
import { database, sealedIn } from '../store/database.ts';
import { SEALED_TABLES } from '../store/rows.ts';
import { addHeaderIn, type Header, readHeader, sameHeader } from './header.ts';
import { freshIdKey, openIdKey, sealIdKey } from './id-key.ts';
import { next, type VaultState } from './machine.ts';
import { dropIndex } from './open-index.ts';
import { checkStrength, openHeader, wrapUnder } from './passphrase.ts';
import { rekeyProgress } from './progress.ts';
import {
  clearSession,
  readDamaged,
  readSession,
  type Session,
  writeDeadline,
  writeSession,
} from './session.ts';
import { stored } from './translate.ts';
import { inTurn } from './turn.ts';
import { type Keys, makeUnlocked, type Unlocked } from './unlocked.ts';

// What belongs to the same vocabulary, for those who call.
export { changePassphrase } from './passphrase.ts';
export type { Unlocked } from './unlocked.ts';

/** Where the vault stands. A header that cannot be read counts as locked, with `damaged.header`. */
export async function readStatus(now: number = Date.now()): Promise<VaultStatus> {
  const locked: VaultStatus = { state: 'locked', lockAt: null, rekey: null, damaged: {} };
  // Beside each other: whoever opens a page of ours waits for this.
  const [session, header] = await Promise.all([openSession(now), readHeader().catch(headerTrouble)]);
  if (header === 'damaged') return { ...locked, damaged: { header: 1 } };
  if (header === null) return { ...locked, state: 'empty' };
  const [rekey, damaged] = await Promise.all([rekeyProgress(header), readDamaged()]);
  if (session === null || session.keys.vaultId !== header.vaultId) return { ...locked, rekey };
  return { state: 'unlocked', lockAt: session.deadline, rekey, damaged };
}

function headerTrouble(error: unknown): 'damaged' {
  if (error instanceof AppError && error.detail.what === 'header') return 'damaged';
  throw error;
}

/**
 * Makes a vault and leaves it unlocked.
 * @param cost of Argon2id; travels in the header. @throws AppError `vault-exists`, `weak-passphrase`, `disk-full`.
 */
export async function createVault(passphrase: string, cost: KdfCost = DEFAULT_COST): Promise<Unlocked> {
  next(await readState(), 'create');
  checkStrength(passphrase);
  const keys: Keys = {
    vaultId: toBase64Url(randomBytes(16)),
    byVersion: new Map([[1, randomBytes(32)]]),
    idKey: freshIdKey(),
  };
  const header: Header = {
    format: 1,
    vaultId: keys.vaultId,
    keyVersion: 1,
    passphrase: await wrapUnder(passphrase, keys.byVersion, cost),
  };
  const unlocked = makeUnlocked(keys);
  const idKey = keys.idKey === null ? [] : [sealIdKey(unlocked, 1, keys.idKey)];
  return inTurn(async () => {
    await stored(() =>
      database.transaction('rw', ['header', 'secret'], async (tx) => {
        await addHeaderIn(tx, header);
        await sealedIn(tx, 'secret').bulkPut(idKey);
      }),
    );
    await writeSession({ keys, deadline: await freshDeadline(Date.now()) });
    return unlocked;
  });
}

/** @throws AppError `wrong-passphrase`, `no-vault`, `corrupt`; `conflict` if the header changed while the key was derived. */
export async function unlockVault(passphrase: string): Promise<Unlocked> {
  next(await readState(), 'unlock');
  const header = await readHeader();
  if (header === null) throw new AppError('no-vault');
  const { byVersion } = await openHeader(header, passphrase);
  const bare: Keys = { vaultId: header.vaultId, byVersion, idKey: null };
  const keys: Keys = { ...bare, idKey: await openIdKey(makeUnlocked(bare)) };
  return inTurn(async () => {
    // Deriving took its time: another page may have erased the vault or changed its passphrase meanwhile.
    const now = await readHeader();
    if (now === null) throw new AppError('no-vault');
    if (!sameHeader(now, header)) throw new AppError('conflict', { what: 'header' });
    await writeSession({ keys, deadline: await freshDeadline(Date.now()) });
    return makeUnlocked(keys);
  });
}

/** Forgets the keys; in every window, since all share one session. */
export async function lockVault(): Promise<void> {
  next(await readState(), 'lock');
  await inTurn(forget);
}

/** Erases every record and key on this device, readable header or not. Settings, which name nothing, stay. */
export async function eraseVault(): Promise<void> {
  next(await readState(), 'erase');
  await inTurn(async () => {
    await forget();
    // First all rows in one transaction, so that nothing is half erased; then the files, which the browser drops when it can.
    const tables = ['header', 'device', ...SEALED_TABLES];
    await stored(() =>
      database.transaction('rw', tables, async (tx) => {
        for (const table of tables) await tx.table(table).clear();
      }),
    );
    await stored(() => database.delete({ disableAutoOpen: false }));
  });
}

/**
 * What every use of a record begins with. Reads the key from the session each time, so it survives the worker's death and
 * respects a lock from another window.
 * @throws AppError `locked`, `no-vault`.
 */
export async function requireUnlocked(now: number = Date.now()): Promise<Unlocked> {
  const session = await openSession(now);
  if (session !== null) return makeUnlocked(session.keys);
  next(await readState(), 'use');
  // The table refuses `use` in both other states; reaching this line, the vault was opened in this very moment.
  throw new AppError('locked');
}

export type Peek = { state: 'unlocked'; u: Unlocked } | { state: 'locked' | 'empty'; u: null };

/**
 * The state and, where it is open, the vault: one read of the session in the usual case. For calls that someone waits for and
 * that have something to say in every state; `readStatus` tells more and reads more.
 */
export async function peekVault(now: number = Date.now()): Promise<Peek> {
  const session = await openSession(now);
  if (session !== null) return { state: 'unlocked', u: makeUnlocked(session.keys) };
  return { state: (await readState()) === 'empty' ? 'empty' : 'locked', u: null };
}

/** Moves the deadline on, as the user is here. One that has passed is not revived: the vault locks instead. */
export async function touchDeadline(now: number = Date.now()): Promise<void> {
  if (await lockIfDue(now)) return;
  const deadline = await freshDeadline(now);
  await inTurn(async () => {
    if ((await readSession()) !== null) await writeDeadline(deadline);
  });
}

/** What was read with the keys goes with them. */
async function forget(): Promise<void> {
  dropIndex();
  await clearSession();
}

/** One read where the vault is open. @returns null while locked; a session that is due ends here. */
async function openSession(now: number): Promise<Session | null> {
  const session = await readSession();
  if (session === null || session.deadline === null || now < session.deadline) return session;
  // Somebody may have opened it anew since it was read.
  return (await lockIfDue(now)) ? null : readSession();
}

/** @returns whether it locked now. */
async function lockIfDue(now: number): Promise<boolean> {
  const isDue = async (): Promise<boolean> => {
    const deadline = (await readSession())?.deadline ?? null;
    return deadline !== null && now >= deadline;
  };
  if (!(await isDue())) return false;
  return inTurn(async () => {
    // Asked again in our turn: the vault may have been unlocked anew since.
    if (!(await isDue())) return false;
    await forget();
    return true;
  });
}

/** @returns null where only the browser's end locks. */
async function freshDeadline(now: number): Promise<number | null> {
  const { autoLockMinutes } = await readSettings();
  return autoLockMinutes === 0 ? null : now + autoLockMinutes * 60_000;
}

async function readState(): Promise<VaultState> {
  if ((await stored(() => database.header.count())) === 0) return 'empty';
  return (await readSession()) === null ? 'locked' : 'unlocked';
}
