// The card key of an account: made on this device, or taken over from another one's recovery sheet; kept with the account, sealed.
// Leans on lib/providers for its form. It is shown when it is made and when it is asked for, and no request ever carries it.

import type { AliaskitAccount } from '../aliaskit-account.ts';
import { AppError } from '../error.ts';
import { checkCardKey, createCardKey } from '../providers/aliaskit/card-key.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { openAccount } from './open-account.ts';

/** Errors: `no-account`; `conflict` where there is a key: another one would not open the cards sealed with it. */
export async function makeCardKey(u: Unlocked, accountId: string): Promise<string> {
  const key = createCardKey();
  await keep(u, accountId, key, false);
  return key;
}

/** Errors: `bad-card-key`; as above unless `replace`. */
export async function importCardKey(
  u: Unlocked,
  accountId: string,
  text: string,
  replace: boolean,
): Promise<void> {
  await keep(u, accountId, checkCardKey(text), replace);
}

/** For a recovery sheet. Errors: `no-account`, `no-card-key`. */
export async function readCardKey(u: Unlocked, accountId: string): Promise<string> {
  const { account } = await openAccount(u, accountId);
  if (account.kind !== 'aliaskit') throw new AppError('no-account');
  if (account.cardKey === null) throw new AppError('no-card-key');
  return account.cardKey;
}

async function keep(u: Unlocked, accountId: string, cardKey: string, replace: boolean): Promise<void> {
  await transact(u, ['account'], async (tx) => {
    const account = await tx.get('account', accountId);
    if (account?.kind !== 'aliaskit') throw new AppError('no-account');
    if (account.cardKey !== null && account.cardKey !== cardKey && !replace)
      throw new AppError('conflict', { what: 'card-key' });
    const next: AliaskitAccount = { ...account, cardKey };
    await tx.put('account', next);
  });
}
