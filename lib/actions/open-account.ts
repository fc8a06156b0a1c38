// From a stored account to something that can act: the account's record and its provider, over the real network, with the
// key's request budget kept in storage.session so that it outlives the worker. Leans on the vault, lib/providers, lib/sync.
import { AppError } from '../error.ts';
import type { Account } from '../model.ts';
import { createTransport, type MakeTransport } from '../providers/http.ts';
import { openProvider } from '../providers/kinds.ts';
import type { Provider } from '../providers/provider.ts';
import { sessionItem } from '../session-item.ts';
import { freshBudget } from '../sync/budget.ts';
import { type BudgetStore, budgetShape, createMeter } from '../sync/meter.ts';
import { getRecord, listRecords } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';

export interface OpenAccount {
  account: Account;
  provider: Provider;
}

/** Errors: `no-account` where it does not exist (any more), `corrupt` where its record does not open. */
export async function openAccount(u: Unlocked, id: string): Promise<OpenAccount> {
  const account = await getRecord(u, 'account', id);
  if (!account) throw new AppError('no-account');
  return connect(account);
}

/** Every account that opens, oldest first: the order in which sources of new addresses are shown. */
export async function openAccounts(u: Unlocked): Promise<OpenAccount[]> {
  const { records } = await listRecords(u, 'account');
  return records.sort((a, b) => a.createdAt - b.createdAt).map(connect);
}

/** Also for drafts that are only tried: their requests count like any other. */
export function connect(account: Account): OpenAccount {
  const makeTransport: MakeTransport = (options) =>
    createTransport({ ...options, meter: createMeter(budgetOf(account.id)) });
  return { account, provider: openProvider(account, makeTransport) };
}

/** One store an account for the worker's life: its queue is what makes two spenders take turns. */
const budgets = new Map<string, BudgetStore>();

function budgetOf(accountId: string): BudgetStore {
  const known = budgets.get(accountId);
  if (known) return known;
  const store = sessionItem(`budget:${accountId}`, budgetShape, () => freshBudget(Date.now()));
  budgets.set(accountId, store);
  return store;
}
