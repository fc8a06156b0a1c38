// Codes for a page that waits: ask the inboxes of the addresses used on its site, keep what came sealed, and take from it
// the codes that belong to this wait. Leans on lib/codes, the vault and lib/providers; fills nothing and marks nothing.
import { bestCode, extractCodes } from '../codes/extract.ts';
import { GRACE, matchMessage } from '../codes/match.ts';
import { AppError } from '../error.ts';
import type { Address, Channel, FoundCode, Message, UnclearMessage } from '../model.ts';
import type { Provider } from '../providers/provider.ts';
import type { Unlocked } from '../vault/vault.ts';
import { openAccounts } from './open-account.ts';
import { channelsOf, pullChannel } from './read-inbox.ts';
import { addressesOn } from './site-addresses.ts';
import { recordsWith } from './site-tags.ts';
import { storeMessages } from './store-messages.ts';

export interface CodeWait {
  site: string;
  /** When the code field took focus, epoch milliseconds. */
  since: number;
}

/** Addresses asked on one beat: those of this site used last. */
const MOST_ADDRESSES = 3;

/** Whether anything could come: an address with an inbox is used on this site. */
export async function canReceiveCodes(u: Unlocked, site: string): Promise<boolean> {
  return (await inboxesOn(u, site)).length > 0;
}

/** One beat: fetches what is new for the addresses of the wait's site. @returns the first trouble, or null. */
export async function pollCodes(u: Unlocked, wait: CodeWait, signal?: AbortSignal): Promise<AppError | null> {
  let trouble: AppError | null = null;
  for (const { address, provider } of await inboxesOn(u, wait.site)) {
    for (const channel of channelsOf(address)) {
      try {
        const messages = await pullChannel(u, address, channel, provider, signal);
        await fetchBodies(u, address, channel, provider, messages, wait, signal);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        trouble ??= error;
      }
    }
  }
  return trouble;
}

async function fetchBodies(
  u: Unlocked,
  address: Address,
  channel: Channel,
  provider: Provider,
  messages: readonly Message[],
  wait: CodeWait,
  signal?: AbortSignal,
): Promise<void> {
  const { remoteId } = address;
  if (!provider.inbox || remoteId === null) return;
  for (const message of messages) {
    if (message.body !== null || !isCandidate(message, wait)) continue;
    const whole = await provider.inbox.get({ remoteId, channel }, message.remoteId, signal);
    await storeMessages(u, message, [whole]);
  }
}

export interface Letters {
  /** Newest first. */
  codes: FoundCode[];
  unclear: UnclearMessage[];
}

/** The codes kept for this wait, newest first. */
export async function codesFor(u: Unlocked, wait: CodeWait): Promise<FoundCode[]> {
  return (await lettersFor(u, wait)).codes;
}

/** What came for this wait: codes, and messages from which none is offered, so that nobody waits for a mail that is there. */
export async function lettersFor(u: Unlocked, wait: CodeWait): Promise<Letters> {
  const addresses = await addressesOn(u, wait.site);
  const inboxes = await Promise.all(addresses.map(({ id }) => recordsWith(u, 'message', `inbox:${id}`)));
  const letters: Letters = { codes: [], unclear: [] };
  const messages = inboxes.flat().filter((message) => message.body !== null && isCandidate(message, wait));
  for (const message of messages.sort((a, b) => b.receivedAt - a.receivedAt)) {
    const reading = readLetter(message, wait);
    if (reading === null) continue;
    if ('code' in reading) letters.codes.push(reading);
    else letters.unclear.push(reading);
  }
  return letters;
}

/** The code of a message with the reasons, for reading; empty when there is none or no single best one. */
export function codeOf(message: Message): FoundCode[] {
  const reading = readLetter(message, null);
  return reading !== null && 'code' in reading ? [reading] : [];
}

/** @returns null when the message does not belong to the wait. */
function readLetter(message: Message, wait: CodeWait | null): FoundCode | UnclearMessage | null {
  const found = extractCodes({
    channel: message.channel,
    subject: message.subject,
    text: message.body?.text ?? null,
    html: message.body?.html ?? null,
  });
  const match = wait && matchMessage(message, found, wait);
  if (match && !match.belongs) return null;
  const { id, channel, from, receivedAt, usedAt } = message;
  const letter = { messageId: id, channel, sender: from, receivedAt };
  const best = bestCode(found);
  if (!best) {
    const none = found.cut.includes('too-large') ? 'too-large' : 'none';
    return { ...letter, why: found.candidates.length > 1 ? 'several' : none };
  }
  const senderMatches = match?.senderMatches ?? 'unknown';
  const because = [...best.because, ...(match?.because ?? [])];
  return { ...letter, code: best.code, usedAt, senderMatches, because };
}

function isCandidate(message: Message, wait: CodeWait): boolean {
  return message.direction === 'inbound' && message.receivedAt >= wait.since - GRACE;
}

export interface Inbox {
  address: Address;
  provider: Provider;
}

/** The inboxes of the addresses used on a site: those that may get a code meant for it. */
export async function inboxesOn(u: Unlocked, site: string): Promise<Inbox[]> {
  const providers = new Map((await openAccounts(u)).map(({ account, provider }) => [account.id, provider]));
  return (await addressesOn(u, site)).slice(0, MOST_ADDRESSES).flatMap((address) => {
    const provider = providers.get(address.accountId);
    return provider?.inbox && address.remoteId !== null ? [{ address, provider }] : [];
  });
}
