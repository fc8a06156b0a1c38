// An anon.li account as a provider: aliases, their encrypted labels, where they forward to, the vault and the plan. Leans on
// the transport it is given; holds the keys only to hand them over.
import type { AnonliAccount, AnonliVault } from '../../anonli-account.ts';
import { fromBase64, toBase64 } from '../../crypto/bytes.ts';
import { AppError } from '../../error.ts';
import { checkBaseUrl, type MakeTransport, type Transport } from '../http.ts';
import type { OpenRemoteVault, ProbeResult, Provider, VaultSlot } from '../provider.ts';
import { aliasSlot, labelSlot } from './aliases.ts';
import { destinationSlot } from './destinations.ts';
import { explainAnonli } from './errors.ts';
import { naming } from './lift.ts';
import { readAnonliRate } from './rate.ts';
import { aliasPage, bootstrap, lockedVault, me } from './shapes.ts';
import { type Bootstrap, deriveAuthSecret, openVaultKey, VAULT_KEY_LENGTH } from './vault.ts';

export const ANONLI_BASE_URL = 'https://anon.li/api/v1';

/**
 * What it takes of an account to speak for it. `baseUrl` ends in `/v1`: the vault's bootstrap lies beside it, not below. While
 * `vault` is null labels stay closed.
 */
export type AnonliAccess = Pick<AnonliAccount, 'id' | 'baseUrl' | 'apiKey'> & {
  vault: Pick<AnonliVault, 'key'> | null;
};

/**
 * @returns the key without surrounding blanks
 * @throws AppError `rejected`, field `apiKey`, if it cannot be one (contract §1.1: its length is not promised)
 */
export function checkAnonliKey(text: string): string {
  const key = text.trim();
  if (!/^ak_[\w-]{8,}$/.test(key)) throw new AppError('rejected', { field: 'apiKey' });
  return key;
}

/** @throws AppError `rejected` (field `apiKey` or `baseUrl`), `insecure-url`, or `corrupt` before anything is sent. */
export function anonli(account: AnonliAccess, makeTransport: MakeTransport): Provider {
  const baseUrl = checkBaseUrl(account.baseUrl);
  const root = /^(.+)\/v1$/.exec(baseUrl)?.[1];
  if (root === undefined) throw new AppError('rejected', { field: 'baseUrl' });
  const apiKey = checkAnonliKey(account.apiKey);
  const common = { apiKey, explain: explainAnonli, readRate: readAnonliRate };
  const send = naming(makeTransport({ ...common, baseUrl }));
  const beside = makeTransport({ ...common, baseUrl: root });
  const key = account.vault === null ? null : fromBase64(account.vault.key);
  if (key !== null && key.length !== VAULT_KEY_LENGTH) throw new AppError('corrupt', { what: 'account' });
  return {
    aliases: aliasSlot(send, account.id),
    ...(key === null ? {} : { labels: labelSlot(send, key) }),
    destinations: destinationSlot(send),
    vault: vaultSlot(send, beside),
    quota: { read: async (signal) => (await readMe(send, signal)).quota },
    probe: (signal) => probe(send, signal),
  };
}

const READ = { method: 'GET', effect: 'read', scope: 'personal-key' } as const;

/** Counts against no month (§1.4). */
const readMe = (send: Transport, signal?: AbortSignal) =>
  send({ ...READ, free: true, path: '/me', reply: me }, signal);

/** `/me` costs nothing of the month; a key of an organisation has none, and shows by one glance at its aliases. */
async function probe(send: Transport, signal?: AbortSignal): Promise<ProbeResult> {
  try {
    const { random, custom } = (await readMe(send, signal)).quota.allowances;
    return { scopes: { 'personal-key': true }, count: random.used + custom.used };
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'missing-scope')) throw error;
    const query = { limit: 1 };
    const { total } = await send({ ...READ, path: '/alias', query, reply: aliasPage }, signal);
    return { scopes: { 'personal-key': false, 'organization-admin': false }, count: total };
  }
}

function vaultSlot(send: Transport, beside: Transport): VaultSlot {
  // Neither changes anything: both may be repeated, though they are POSTs.
  const ask = { method: 'POST', effect: 'change', scope: 'personal-key', free: true } as const;
  const knock = (email: string, signal?: AbortSignal): Promise<Bootstrap> =>
    beside({ ...ask, path: '/vault/bootstrap', body: { email }, reply: bootstrap }, signal);
  return {
    async unlock(password, signal): Promise<OpenRemoteVault> {
      const { email, quota } = await readMe(send, signal);
      if (!quota.hasVault) throw new AppError('not-found', { what: 'vault' });
      const known = await knock(email, signal);
      const body = { auth_secret: await deriveAuthSecret(password, known) };
      const locked = await send({ ...ask, path: '/vault/unlock', body, reply: lockedVault }, signal).catch(
        (error: unknown) => whoseFault(error, () => readMe(send, signal)),
      );
      const key = toBase64(await openVaultKey(password, locked));
      const { vaultId, generation } = locked;
      return { key, vaultId, generation, email, authSalt: known.authSalt };
    },

    isCurrent: async ({ email, authSalt }, signal) => (await knock(email, signal)).authSalt === authSalt,
  };
}

/**
 * A wrong password and a bad key are refused with one status and one code; where the sentence does not tell them apart, a key
 * that still reads its account is good.
 */
async function whoseFault(error: unknown, tryKey: () => Promise<unknown>): Promise<never> {
  if (!(error instanceof AppError && error.code === 'unauthorized')) throw error;
  await tryKey();
  throw new AppError('wrong-passphrase', { ...error.detail, what: 'vault' });
}
