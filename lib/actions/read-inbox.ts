// Reading mail and SMS of the identities: what is kept, what is new at the provider, one message whole, read marks. Leans
// on the vault and lib/providers; opening a message here marks nothing by itself.
import { AppError, type ErrorCode } from '../error.ts';
import type { Address, Channel, Message } from '../model.ts';
import type { Provider } from '../providers/provider.ts';
import { listRecords } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { openAccounts } from './open-account.ts';
import { openMessage } from './open-message.ts';
import { storeMessages } from './store-messages.ts';

export interface Kept {
  messages: Message[];
  damaged: string[];
}

/** Newest first. */
export async function listMessages(u: Unlocked, addressId: string | null): Promise<Kept> {
  const { records, damaged } = await listRecords(u, 'message');
  const messages = records
    .filter((message) => addressId === null || message.addressId === addressId)
    .sort((a, b) => b.receivedAt - a.receivedAt);
  return { messages, damaged };
}

/** Identities asked in one refresh over all of them: each costs one or two requests of the key's minute. */
const FAN_OUT = 12;

/**
 * Fetches the newest messages of one identity, or of the ones used last.
 * @returns how many were new, and the first trouble (the others were still asked).
 */
export async function pullInbox(
  u: Unlocked,
  addressId: string | null,
  signal?: AbortSignal,
): Promise<{ fetched: number; trouble: AppError | null }> {
  const providers = new Map((await openAccounts(u)).map(({ account, provider }) => [account.id, provider]));
  const { records } = await listRecords(u, 'address');
  const chosen = records
    .filter((it) => it.remoteId !== null && providers.get(it.accountId)?.inbox !== undefined)
    .filter((it) => addressId === null || it.id === addressId)
    .sort((a, b) => (b.usedAt ?? b.createdAt) - (a.usedAt ?? a.createdAt))
    .slice(0, FAN_OUT);
  let fetched = 0;
  let trouble: AppError | null = null;
  for (const address of chosen) {
    const provider = providers.get(address.accountId);
    if (!provider) continue;
    for (const channel of channelsOf(address)) {
      try {
        fetched += (await pullChannel(u, address, channel, provider, signal)).length;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        trouble ??= error;
        if (STOPS[error.code]) return { fetched, trouble };
      }
    }
  }
  return { fetched, trouble };
}

/** After these, asking for the next identity would only fail the same way. */
const STOPS: Partial<Record<ErrorCode, true>> = {
  'rate-limited': true,
  budget: true,
  unauthorized: true,
  unreachable: true,
};

/** Mail always; SMS only where there is a number. */
export function channelsOf(address: Address): Channel[] {
  return address.persona?.phone ? ['email', 'sms'] : ['email'];
}

/** One request: the newest page of one identity's channel, stored. */
export async function pullChannel(
  u: Unlocked,
  address: Address,
  channel: Channel,
  provider: Provider,
  signal?: AbortSignal,
): Promise<Message[]> {
  if (!provider.inbox || address.remoteId === null) return [];
  const page = await provider.inbox.list({ remoteId: address.remoteId, channel }, { limit: 20 }, signal);
  return storeMessages(u, { accountId: address.accountId, addressId: address.id }, page.items);
}

/** A message with its body, fetched if only its summary was kept. Errors: `not-found`; those of the provider. */
export async function readMessage(u: Unlocked, id: string, signal?: AbortSignal): Promise<Message> {
  const { message, folder, inbox } = await openMessage(u, id);
  if (message.body !== null) return message;
  const whole = await inbox.get(folder, message.remoteId, signal);
  const [stored] = await storeMessages(u, message, [whole]);
  return stored ?? message;
}

/** Marks at the provider, then here. Idempotent. */
export async function markMessage(
  u: Unlocked,
  id: string,
  read: boolean,
  signal?: AbortSignal,
): Promise<Message> {
  const { message, folder, inbox } = await openMessage(u, id);
  await inbox.markRead(folder, message.remoteId, read, signal);
  return changeMessage(u, id, { read });
}

/** Notes that a code of this message was filled. */
export async function noteCodeUse(u: Unlocked, id: string, now: number): Promise<Message> {
  return changeMessage(u, id, { usedAt: now, read: true });
}

async function changeMessage(u: Unlocked, id: string, change: Partial<Message>): Promise<Message> {
  return transact(u, ['message'], async (tx) => {
    const current = await tx.get('message', id);
    if (!current) throw new AppError('not-found', { what: 'message' });
    const next = { ...current, ...change };
    await tx.put('message', next);
    return next;
  });
}
