// What opens the answers of an endpoint, in the vault: read, and added to. Leans on lib/vault. Nothing is ever taken out: a replaced
// secret and a key switched off still open and prove the answers of their time.
import type { EndpointKeys, PrivateKey } from '../../endpoint-keys.ts';
import { AppError } from '../../error.ts';
import type { WebhookSlot } from '../../providers/check-slots.ts';
import { recordId } from '../../vault/ids.ts';
import { getRecord, listRecords } from '../../vault/records.ts';
import { transact } from '../../vault/transaction.ts';
import type { Unlocked } from '../../vault/vault.ts';
import { openAccount } from '../open-account.ts';

/** One endpoint of an account, by the service's own id. */
export interface EndpointRef {
  accountId: string;
  endpointId: string;
}

/** Errors: `no-account` where it is gone, or has no webhooks. */
export async function openWebhooks(u: Unlocked, accountId: string): Promise<WebhookSlot> {
  const { provider } = await openAccount(u, accountId);
  if (!provider.webhooks) throw new AppError('no-account');
  return provider.webhooks;
}

const blank = (u: Unlocked, { accountId, endpointId }: EndpointRef): EndpointKeys => ({
  id: idOf(u, { accountId, endpointId }),
  accountId,
  endpointId,
  secrets: [],
  keys: [],
});

const idOf = (u: Unlocked, { accountId, endpointId }: EndpointRef): string =>
  recordId(u, 'hook', accountId, endpointId);

/** @returns what is kept for an endpoint; empty lists where nothing is. */
export async function endpointKeys(u: Unlocked, ref: EndpointRef): Promise<EndpointKeys> {
  return (await getRecord(u, 'hook', idOf(u, ref))) ?? blank(u, ref);
}

/** Of every endpoint of every account. */
export async function allEndpointKeys(u: Unlocked): Promise<EndpointKeys[]> {
  return (await listRecords(u, 'hook')).records;
}

/** The secret in use from now on; another one is kept as replaced. */
export function keepSecret(u: Unlocked, ref: EndpointRef, value: string, now: number): Promise<void> {
  return change(u, ref, ({ secrets, ...rest }) => {
    const others = secrets
      .filter((secret) => secret.value !== value)
      .map((secret) => ({ ...secret, until: secret.until ?? now }));
    return { ...rest, secrets: [...others, { value, until: null }] };
  });
}

export function keepPrivateKey(u: Unlocked, ref: EndpointRef, key: PrivateKey): Promise<void> {
  return change(u, ref, ({ keys, ...rest }) => ({ ...rest, keys: [...keys, key] }));
}

/** For a key that the service refused: nothing was ever sealed to it. */
export function dropPrivateKey(u: Unlocked, ref: EndpointRef, keyId: string): Promise<void> {
  return change(u, ref, ({ keys, ...rest }) => ({
    ...rest,
    keys: keys.filter((key) => key.keyId !== keyId),
  }));
}

async function change(
  u: Unlocked,
  ref: EndpointRef,
  turn: (kept: EndpointKeys) => EndpointKeys,
): Promise<void> {
  await transact(u, ['hook'], async (tx) => {
    await tx.put('hook', turn((await tx.get('hook', idOf(u, ref))) ?? blank(u, ref)));
  });
}
