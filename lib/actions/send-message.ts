// Writing from an identity, once: a send is never repeated, and after an answer that never came, or that nobody lived to hear, the sent
// messages are looked at before anybody is told that it is unclear. Leans on the vault and lib/providers; what was sent is kept like what came.
import { AppError } from '../error.ts';
import type { MessageSummary } from '../model.ts';
import type { InboxSlot, MessageDraft, RemoteMessage } from '../providers/inbox-slot.ts';
import type { Unlocked } from '../vault/vault.ts';
import { onceOnly } from './once-only.ts';
import { openInbox } from './open-message.ts';
import { serviceAhead } from './service-clock.ts';
import { storeMessages } from './store-messages.ts';

/** The server's clock is not ours. */
const GRACE_MS = 2 * 60_000;
/** Sent messages looked at: those of the last moments, not a search. */
const NEWEST = 10;

/**
 * @param now milliseconds since the epoch
 * @returns the message as it was sent; null where the provider took it without showing it
 * Errors: `no-account`; those of the provider; `doubtful` when nobody can tell whether it went out.
 */
export async function sendMessage(
  u: Unlocked,
  addressId: string,
  draft: MessageDraft,
  now: number,
  signal?: AbortSignal,
): Promise<MessageSummary | null> {
  const { address, remoteId, inbox } = await openInbox(u, addressId);
  const keep = async (sent: RemoteMessage | null): Promise<Sent> => {
    if (sent === null) return { message: null };
    const [kept] = await storeMessages(u, { accountId: address.accountId, addressId }, [sent], now);
    return { message: kept ?? null };
  };
  const ahead = () => serviceAhead(address.accountId);
  const { message } = await onceOnly(u, 'send', addressId, now, {
    print: JSON.stringify([
      draft.channel,
      draft.to,
      draft.channel === 'sms' ? '' : draft.subject,
      draft.text,
    ]),
    find: async (at) => {
      const found = await findSent(inbox, remoteId, draft, at + (await ahead()), signal);
      return found && keep(found);
    },
    act: async () => keep(await sendOnce(inbox, remoteId, draft, async () => now + (await ahead()), signal)),
  });
  return message;
}

interface Sent {
  message: MessageSummary | null;
}

async function sendOnce(
  inbox: InboxSlot,
  remoteId: string,
  draft: MessageDraft,
  since: () => Promise<number>,
  signal?: AbortSignal,
): Promise<RemoteMessage | null> {
  try {
    return await inbox.send(remoteId, draft, signal);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'doubtful') throw error;
    const found = await findSent(inbox, remoteId, draft, await since(), signal).catch((failure: unknown) => {
      // The look failed as well: the doubt stays.
      if (failure instanceof AppError) return null;
      throw failure;
    });
    if (found === null) throw error;
    return found;
  }
}

/** The same words to the same address since `now`, by the service's clock. */
async function findSent(
  inbox: InboxSlot,
  remoteId: string,
  draft: MessageDraft,
  now: number,
  signal?: AbortSignal,
): Promise<RemoteMessage | null> {
  const folder = { remoteId, channel: draft.channel };
  const { items } = await inbox.list(folder, { limit: NEWEST, direction: 'outbound' }, signal);
  const fits = (item: RemoteMessage): boolean =>
    item.direction === 'outbound' &&
    item.receivedAt >= now - GRACE_MS &&
    item.to.toLowerCase().includes(draft.to.trim().toLowerCase()) &&
    (draft.channel === 'sms' ? textOf(item) === draft.text : item.subject === draft.subject);
  return items.find(fits) ?? null;
}

const textOf = ({ body, snippet }: RemoteMessage): string => body?.text ?? snippet;
