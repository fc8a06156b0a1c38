// Connecting an account: check the draft, try it, only then store it. Leans on the vault and lib/providers; stores
// nothing that was not tried, and never answers with a key.
import type { AnonliAccount } from '../anonli-account.ts';
import { AppError } from '../error.ts';
import type { Account, AccountView } from '../model.ts';
import { checkAliaskitKey } from '../providers/aliaskit/aliaskit.ts';
import { checkAnonliKey } from '../providers/anonli/anonli.ts';
import { checkBaseUrl } from '../providers/http.ts';
import { checkKayleBaseUrl, checkKayleKey } from '../providers/kayle/kayle.ts';
import { freshTagKey } from '../providers/local/tag.ts';
import type { ProbeResult } from '../providers/provider.ts';
import type { AccountDraft } from '../requests.ts';
import { noteProgressIn, readProgress } from '../sync/progress.ts';
import { reopenTexts } from '../sync/reopen.ts';
import { believeVault } from '../sync/vault-check.ts';
import { newId } from '../vault/ids.ts';
import { getRecord, listRecords, putRecord } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { claimSites } from './claim-sites.ts';
import { connect } from './open-account.ts';
import { viewAccount } from './view-account.ts';

const CARD_KEY = /^ak_ck_[A-Za-z0-9_+/=-]{16,}$/;

/** Tries the draft against its service. Errors: `rejected` with the field, `insecure-url`, `unauthorized`, `unreachable`, … */
export async function testAccount(draft: AccountDraft, signal?: AbortSignal): Promise<ProbeResult> {
  return probe(accountFrom(draft, 'draft', 0), signal);
}

/**
 * Tries, then stores. Errors as `testAccount`; `conflict`, what `account`, for an anon.li account that is connected already: every alias
 * would be there twice. Nothing is stored then.
 */
export async function connectAccount(
  u: Unlocked,
  draft: AccountDraft,
  now: number,
  signal?: AbortSignal,
): Promise<AccountView> {
  const account = accountFrom(draft, newId(), now);
  await requireNew(u, account);
  // Opening a vault tries the key by itself; a trial before it would ask the same once more.
  const opened =
    draft.kind === 'anonli' && draft.vaultPassword !== null
      ? await openVault(account, draft.vaultPassword, signal)
      : account;
  if (opened === account) await probe(account, signal);
  else await requireNew(u, opened);
  await putRecord(u, 'account', opened);
  return viewAccount(opened);
}

/** Known by its key, or by its vault, which is the same with any key. */
async function requireNew(u: Unlocked, account: Account): Promise<void> {
  if (account.kind !== 'anonli') return;
  const { apiKey, baseUrl, vault } = account;
  const { records } = await listRecords(u, 'account');
  const isThere = records.some(
    (one) =>
      one.kind === 'anonli' &&
      one.baseUrl === baseUrl &&
      (one.apiKey === apiKey || (vault !== null && one.vault?.vaultId === vault.vaultId)),
  );
  if (isThere) throw new AppError('conflict', { what: 'account' });
}

/**
 * Opens the vault of a connected account with its password, and keeps the opened key with the account.
 * Errors: `wrong-passphrase`, `not-found` (the account has no vault), `no-account`, `unsupported`; those of the service.
 */
export async function openAccountVault(
  u: Unlocked,
  id: string,
  password: string,
  signal?: AbortSignal,
): Promise<AccountView> {
  const before = await getRecord(u, 'account', id);
  if (!before) throw new AppError('no-account');
  const { vault } = await openVault(before, password, signal);
  return viewAccount(await keepVault(u, id, vault));
}

/** Stores an opened vault's key; every text is then tried with it. Errors: `no-account`. */
export async function keepVault(
  u: Unlocked,
  id: string,
  vault: AnonliAccount['vault'],
): Promise<AnonliAccount> {
  const { trouble } = await readProgress(u, id);
  const opened = await transact(u, ['account', 'progress'], async (tx) => {
    const now = await tx.get('account', id);
    if (now?.kind !== 'anonli') throw new AppError('no-account');
    await tx.put('account', { ...now, vault });
    await noteProgressIn(u, tx, id, {
      triedSalt: '',
      trouble: trouble?.code === 'vault-changed' ? null : trouble,
    });
    return { ...now, vault };
  });
  await claimSites(u, await reopenTexts(u, connect(opened), Date.now()));
  return opened;
}

/** The account with what its password opens. */
async function openVault(account: Account, password: string, signal?: AbortSignal): Promise<AnonliAccount> {
  if (account.kind !== 'anonli') throw new AppError('unsupported');
  const { provider } = connect(account);
  if (!provider.vault) throw new AppError('unsupported');
  const vault = await provider.vault.unlock(password, signal);
  believeVault(account.id, vault.authSalt);
  return { ...account, vault };
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
    case 'kayle': {
      const apiKey = checkKayleKey(draft.apiKey);
      const baseUrl = checkKayleBaseUrl(draft.baseUrl.trim());
      return { id, kind: 'kayle', name: draft.name.trim() || 'Kayle ID', createdAt, baseUrl, apiKey };
    }
    case 'anonli': {
      const apiKey = checkAnonliKey(draft.apiKey);
      const baseUrl = checkBaseUrl(draft.baseUrl.trim());
      const name = draft.name.trim() || 'anon.li';
      return { id, kind: 'anonli', name, createdAt, baseUrl, apiKey, vault: null };
    }
  }
}
