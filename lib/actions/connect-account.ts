// Connecting an account: check the draft, try it, only then store it. Leans on the vault and lib/providers; stores
// nothing that was not tried, and never answers with a key.
import { AppError } from '../error.ts';
import type { Account, AccountView } from '../model.ts';
import { checkAliaskitKey } from '../providers/aliaskit/aliaskit.ts';
import { checkBaseUrl } from '../providers/http.ts';
import { freshTagKey } from '../providers/local/tag.ts';
import type { ProbeResult } from '../providers/provider.ts';
import type { AccountDraft } from '../requests.ts';
import { newId } from '../vault/ids.ts';
import { putRecord } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';
import { connect } from './open-account.ts';
import { viewAccount } from './view-account.ts';

const CARD_KEY = /^ak_ck_[A-Za-z0-9_+/=-]{16,}$/;

/** Tries the draft against its service. Errors: `rejected` with the field, `insecure-url`, `unauthorized`, `unreachable`, … */
export async function testAccount(draft: AccountDraft, signal?: AbortSignal): Promise<ProbeResult> {
  return probe(accountFrom(draft, 'draft', 0), signal);
}

/** Tries, then stores. Errors as `testAccount`; nothing is stored when the trial failed. */
export async function connectAccount(
  u: Unlocked,
  draft: AccountDraft,
  now: number,
  signal?: AbortSignal,
): Promise<AccountView> {
  const account = accountFrom(draft, newId(), now);
  await probe(account, signal);
  await putRecord(u, 'account', account);
  return viewAccount(account);
}

async function probe(account: Account, signal?: AbortSignal): Promise<ProbeResult> {
  const { provider } = connect(account);
  return provider.probe ? provider.probe(signal) : { scopes: {}, count: null };
}

function accountFrom(draft: AccountDraft, id: string, createdAt: number): Account {
  switch (draft.kind) {
    case 'local': {
      const { scheme, format } = draft;
      const trimmed =
        scheme.type === 'subaddress'
          ? { ...scheme, mailbox: scheme.mailbox.trim() }
          : { ...scheme, domain: scheme.domain.trim().toLowerCase() };
      const name =
        draft.name.trim() ||
        (trimmed.type === 'subaddress' ? (trimmed.mailbox.split('@')[1] ?? '') : trimmed.domain);
      return {
        id,
        kind: 'local',
        name,
        createdAt,
        scheme: trimmed,
        format,
        tagKey: freshTagKey(),
      };
    }
    case 'aliaskit': {
      const apiKey = checkAliaskitKey(draft.apiKey);
      const cardKey = draft.cardKey?.trim() || null;
      if (cardKey !== null && !CARD_KEY.test(cardKey))
        throw new AppError('rejected', { field: 'cardKey', what: 'account' });
      const baseUrl = checkBaseUrl(draft.baseUrl.trim());
      return {
        id,
        kind: 'aliaskit',
        name: draft.name.trim() || 'AliasKit',
        createdAt,
        baseUrl,
        apiKey,
        cardKey,
      };
    }
  }
}
