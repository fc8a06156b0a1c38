// What a screen may see of an account: a summary and the last four characters of its key. Leans on the model and the
// table of slots; hands out no secret.
import type { Account, AccountView } from '../model.ts';
import { slotsOf } from '../providers/kinds.ts';

export function viewAccount(account: Account): AccountView {
  const { id, kind, name, createdAt } = account;
  return { id, kind, name, createdAt, slots: slotsOf(kind), ...summarise(account) };
}

function summarise(account: Account): Pick<AccountView, 'summary' | 'keyHint' | 'hasCardKey' | 'vaultOpen'> {
  switch (account.kind) {
    case 'local':
      return { summary: localSummary(account.scheme), keyHint: null, hasCardKey: false, vaultOpen: null };
    case 'aliaskit':
      return {
        summary: new URL(account.baseUrl).host,
        keyHint: account.apiKey.slice(-4),
        hasCardKey: account.cardKey !== null,
        vaultOpen: null,
      };
    case 'kayle':
      return {
        summary: new URL(account.baseUrl).host,
        keyHint: account.apiKey.slice(-4),
        hasCardKey: false,
        vaultOpen: null,
      };
    case 'anonli':
      return {
        summary: new URL(account.baseUrl).host,
        keyHint: account.apiKey.slice(-4),
        hasCardKey: false,
        vaultOpen: account.vault !== null,
      };
  }
}

function localSummary(scheme: Extract<Account, { kind: 'local' }>['scheme']): string {
  if (scheme.type === 'catch-all') return `…@${scheme.domain}`;
  const at = scheme.mailbox.lastIndexOf('@');
  return `${scheme.mailbox.slice(0, at)}${scheme.separator}…${scheme.mailbox.slice(at)}`;
}
