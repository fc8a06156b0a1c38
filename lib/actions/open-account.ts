// From a stored account to something that can act: the account's record and its provider, over the real network, with the
// key's request budget kept in storage.session so that it outlives the worker. Leans on the vault, lib/providers, lib/sync.
import { AppError } from '../error.ts';
import type { Account, AccountKind } from '../model.ts';
import { createTransport, type MakeTransport } from '../providers/http.ts';
import { openProvider } from '../providers/kinds.ts';
import { type SessionItem, sessionItem } from '../session-item.ts';
import { type Budget, freshBudget, type Rate } from '../sync/budget.ts';
import type { Link } from '../sync/link.ts';
import { budgetShape, createMeter } from '../sync/meter.ts';
import { readQuota } from '../sync/quota.ts';
import { getRecord, listRecords } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';
import { noteServiceClock } from './service-clock.ts';

export type OpenAccount = Link;

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
  const budget = budgetOf(account);
  const makeTransport: MakeTransport = (options) =>
    createTransport({
      ...options,
      meter: createMeter(budget),
      onClock: (ahead) => noteServiceClock(account.id, ahead),
    });
  return {
    account,
    provider: openProvider(account, makeTransport),
    rate: async () => readQuota((await budget.get()).quota, Date.now()),
    raise: (limit) =>
      budget.change((before) => {
        const known = before.quota?.limit ?? null;
        const isMore = known !== null && (limit === null || limit > known);
        return { next: isMore ? { ...before, quota: null } : before, result: isMore };
      }),
  };
}

/**
 * Where a service is known to take more than most: anon.li a hundred in any minute, of which other clients get a few; Kayle refuses
 * nobody for asking often (contract §11), and one look at an endpoint takes five requests.
 */
const RATES: Partial<Record<AccountKind, Rate>> = {
  anonli: { perMinute: 66, size: 30 },
  kayle: { perMinute: 180, size: 120 },
};

/** One store an account for the worker's life: its queue is what makes two spenders take turns. */
const budgets = new Map<string, SessionItem<Budget>>();

function budgetOf({ id, kind }: Account): SessionItem<Budget> {
  const known = budgets.get(id);
  if (known) return known;
  const item = sessionItem(`budget:${id}`, budgetShape, () => freshBudget(Date.now(), RATES[kind]));
  budgets.set(id, item);
  return item;
}
