// What came for a page that waits: the codes and links that belong to it, and messages that hold neither. Leans on lib/codes and the
// vault; asks nobody (poll-inboxes.ts and hear-inbox.ts do), fills nothing and marks nothing.
import { GRACE } from '../codes/match.ts';
import type { FoundCode, LetterLink, UnclearMessage } from '../model.ts';
import type { Unlocked } from '../vault/vault.ts';
import { newestMessages } from './kept-messages.ts';
import { inboxesOn, isInTime } from './poll-inboxes.ts';
import { type CodeWait, type LetterReading, readLetter } from './read-letter.ts';
import { servicesAhead } from './service-clock.ts';
import { addressesOn } from './site-addresses.ts';

export type { CodeWait } from './read-letter.ts';

/** Messages read for one wait, newest first: what is older than these is no answer to the page, and a flood is not read to its end. */
const MOST_LETTERS = 20;

/** Whether anything could come: an address with an inbox is used on this site. */
export async function canReceiveCodes(u: Unlocked, site: string): Promise<boolean> {
  return (await inboxesOn(u, site)).length > 0;
}

export interface Letters {
  /** Newest first, as the others. */
  codes: FoundCode[];
  links: LetterLink[];
  unclear: UnclearMessage[];
}

/** The codes kept for this wait, newest first. */
export async function codesFor(u: Unlocked, wait: CodeWait): Promise<FoundCode[]> {
  return (await lettersFor(u, wait)).codes;
}

/** What came for this wait: codes, links, and messages from which none is offered, so that nobody waits for a mail that is there. */
export async function lettersFor(u: Unlocked, wait: CodeWait): Promise<Letters> {
  const readings = await readingsFor(u, wait);
  return {
    codes: readings.flatMap(({ code }) => code ?? []),
    links: readings.flatMap(({ link }) => link ?? []),
    // Other sites' mail without anything to offer is none of the page's business, nor worth a person's look now.
    unclear: readings.flatMap(({ unclear }) => (unclear && unclear.senderMatches !== false ? unclear : [])),
  };
}

/** The link of one message of this wait, with its address; null where there is none. */
export async function linkFor(
  u: Unlocked,
  wait: CodeWait,
  messageId: string,
): Promise<{ link: LetterLink; url: string } | null> {
  const readings = await readingsFor(u, wait);
  const found = readings.find(({ link }) => link?.messageId === messageId);
  return found?.link && found.url !== null ? { link: found.link, url: found.url } : null;
}

async function readingsFor(u: Unlocked, wait: CodeWait): Promise<LetterReading[]> {
  const addresses = await addressesOn(u, wait.site);
  const ahead = await servicesAhead(addresses.map(({ accountId }) => accountId));
  const inboxes = await Promise.all(
    addresses.map(async ({ id, accountId }) => {
      const skew = ahead.get(accountId) ?? 0;
      const after = wait.since - GRACE + skew;
      const messages = await newestMessages(u, { addressId: id, direction: 'inbound', after }, MOST_LETTERS);
      // From here on by our own clock, as the wait is.
      return messages.map((message) => ({ ...message, receivedAt: message.receivedAt - skew }));
    }),
  );
  return inboxes
    .flat()
    .filter((message) => message.body !== null && isInTime(message, wait))
    .sort((a, b) => b.receivedAt - a.receivedAt)
    .slice(0, MOST_LETTERS)
    .flatMap((message) => readLetter(message, wait) ?? []);
}
