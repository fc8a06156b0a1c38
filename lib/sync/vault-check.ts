// Whether the service's own vault is still the one whose key we hold. Nothing there stops a client from writing labels under a
// key that no longer opens anything, so it is asked before the first text after a rest; a key found stale is forgotten, the
// texts stay. Leans on the provider and the vault. What was asked a moment ago is believed.
import { AppError } from '../error.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import type { Link } from './link.ts';
import { noteProgress, troubleFrom } from './progress.ts';

/** How long an answer is believed: the service lets itself be asked five times a minute. */
const BELIEVED = 5 * 60_000;

/** By account and salt, for the worker's life: a rest that it does not survive is one to ask after. */
const asked = new Map<string, number>();

const nameOf = (accountId: string, authSalt: string): string => `${accountId} ${authSalt}`;

/**
 * @returns false where there is no key (any more); the account's record then holds none
 * @throws AppError of the provider: nobody knows then, and no text is to be sent
 */
export async function isVaultCurrent(u: Unlocked, link: Link, signal?: AbortSignal): Promise<boolean> {
  const { account, provider } = link;
  if (account.kind !== 'anonli' || account.vault === null || provider.vault === undefined) return false;
  const name = nameOf(account.id, account.vault.authSalt);
  const last = asked.get(name);
  const now = Date.now();
  if (last !== undefined && now - last < BELIEVED && now >= last) return true;
  if (await provider.vault.isCurrent(account.vault, signal)) {
    asked.set(name, now);
    return true;
  }
  await forgetVault(u, account.id, account.vault.authSalt);
  return false;
}

/** A vault that was opened just now is the service's present one. */
export function believeVault(accountId: string, authSalt: string): void {
  asked.set(nameOf(accountId, authSalt), Date.now());
}

async function forgetVault(u: Unlocked, accountId: string, authSalt: string): Promise<void> {
  await transact(u, ['account'], async (tx) => {
    const account = await tx.get('account', accountId);
    // Opened anew meanwhile: that one is not stale.
    if (account?.kind !== 'anonli' || account.vault?.authSalt !== authSalt) return;
    await tx.put('account', { ...account, vault: null });
  });
  const changed = new AppError('vault-changed', { what: 'vault' });
  await noteProgress(u, accountId, { trouble: troubleFrom(changed, Date.now()) });
}

/** A rest that the worker survived: the next text asks again. */
export function resetVaultChecks(): void {
  asked.clear();
}
