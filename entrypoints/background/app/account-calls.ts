// The accounts' part of what our own pages may ask, one line a call. Leans on lib/actions; answers views without keys.
import { changeKey, probeAccount } from '../../../lib/actions/change-key.ts';
import { connectAccount, openAccountVault, testAccount } from '../../../lib/actions/connect-account.ts';
import { openAccount, openAccounts } from '../../../lib/actions/open-account.ts';
import { pullAccounts } from '../../../lib/actions/pull-accounts.ts';
import { removeAccount } from '../../../lib/actions/remove-account.ts';
import { viewAccount } from '../../../lib/actions/view-account.ts';
import { AppError } from '../../../lib/error.ts';
import type { AccountCalls } from '../../../lib/messages/app/accounts.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { hasHostAccess } from '../../../lib/platform.ts';
import { fireAndForget } from '../../../lib/report.ts';
import type { AccountDraft } from '../../../lib/requests.ts';
import { putRecord } from '../../../lib/vault/records.ts';
import { requireUnlocked, type Unlocked } from '../../../lib/vault/vault.ts';
import { announce } from '../changes.ts';
import { notePage, seeDestinations, sendSoon } from '../syncing.ts';

export const accountCalls: Handlers<AccountCalls, AppSender> = {
  'accounts.list': async () => {
    const accounts = await openAccounts(await requireUnlocked());
    return { accounts: accounts.map(({ account }) => viewAccount(account)) };
  },
  'accounts.test': async (draft) => {
    await requireUnlocked();
    await requireReach(draft);
    const { scopes, count } = await testAccount(draft);
    return { scopes: { ...scopes }, count };
  },
  'accounts.connect': async (draft) => {
    const u = await requireUnlocked();
    await requireReach(draft);
    const account = await connectAccount(u, draft, Date.now());
    announce('accounts');
    // The list follows on its own: connecting is done, and its trouble would be shown at the next refresh.
    fireAndForget(pullQuietly(u, account.id), 'first pull');
    if (account.slots.includes('destinations')) fireAndForget(seeDestinations(u, account.id), 'destinations');
    return { account };
  },
  'accounts.probe': async ({ id }) => {
    const { scopes, count } = await probeAccount(await requireUnlocked(), id);
    return { scopes: { ...scopes }, count };
  },
  'accounts.changeKey': async ({ id, apiKey }) => {
    const u = await requireUnlocked();
    const account = await changeKey(u, id, apiKey);
    announce('accounts');
    fireAndForget(pullQuietly(u, id), 'pull with another key');
    return { account };
  },
  'accounts.openVault': async ({ id, password }) => {
    const u = await requireUnlocked();
    const account = await openAccountVault(u, id, password);
    announce('accounts', 'addresses', 'sync');
    // What was closed is open without asking the service; what waited for this can go out.
    sendSoon(u, id);
    return { account };
  },
  'accounts.remove': async ({ id }) => {
    await removeAccount(await requireUnlocked(), id);
    announce('accounts', 'addresses', 'inbox');
    return {};
  },
  'accounts.rename': async ({ id, name }) => {
    const u = await requireUnlocked();
    const { account } = await openAccount(u, id);
    const renamed = { ...account, name };
    await putRecord(u, 'account', renamed);
    announce('accounts');
    return { account: viewAccount(renamed) };
  },
  'accounts.pull': async ({ id }) => {
    const count = await pullAccounts(await requireUnlocked(), id ?? null);
    announce('addresses');
    return count;
  },
};

async function pullQuietly(u: Unlocked, id: string): Promise<void> {
  try {
    await pullAccounts(u, id, { onPage: notePage });
    announce('addresses', 'sync');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

/** Without access every request would look like a dead server. Errors: `no-access` with the host when the browser was not (or no longer) told to let us speak to it. */
async function requireReach(draft: AccountDraft): Promise<void> {
  if (draft.kind === 'local' || !URL.canParse(draft.baseUrl)) return;
  if (!(await hasHostAccess(draft.baseUrl)))
    throw new AppError('no-access', { host: new URL(draft.baseUrl).host });
}
