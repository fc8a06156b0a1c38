// Does a message belong to the page that waits for a code? By recipient, time, and what the sender says of itself: its own
// domain, the hosts of its links, an origin-bound line. Leans on site.ts. All of it can be forged except recipient and
// time, so agreement is evidence, and disagreement is told, never hidden.
import type { Message } from '../model.ts';
import { hostMatchesSite, siteOfSender } from '../site.ts';
import type { Extraction } from './extract.ts';
import { OFFERED } from './links.ts';

export interface Wait {
  /** Site of the waiting page, as `siteOf` names it. */
  site: string;
  /** When the code field took focus, milliseconds since the epoch. */
  since: number;
  /** Addresses used on that site; leave out where the caller has looked already. */
  addressIds?: readonly string[];
}

export interface Match {
  /** Whether the message may be offered on the page at all. */
  belongs: boolean;
  /** `false`: the sender is of another site and nothing speaks for this one; such a code is confirmed in the popup only. */
  senderMatches: true | false | 'unknown';
  because: string[];
}

/** A message may have come this long before the field took focus, milliseconds. */
export const GRACE = 2 * 60_000;

type Letter = Pick<Message, 'addressId' | 'direction' | 'from' | 'receivedAt' | 'channel'>;

/** Reasons against belonging, in the order they are told. */
const AGAINST: readonly { reason: string; holds: (message: Letter, wait: Wait) => boolean }[] = [
  { reason: 'it was sent, not received', holds: (message) => message.direction !== 'inbound' },
  {
    reason: 'it came to an address not used on this site',
    holds: (message, wait) => wait.addressIds !== undefined && !wait.addressIds.includes(message.addressId),
  },
  {
    reason: 'it came before this page asked',
    holds: (message, wait) => !(message.receivedAt >= wait.since - GRACE),
  },
];

function judgeSender(
  message: Letter,
  found: Pick<Extraction, 'links' | 'origin'>,
  site: string,
): Omit<Match, 'belongs'> {
  if (found.origin !== undefined) {
    return hostMatchesSite(found.origin.host, site)
      ? { senderMatches: true, because: ['the sender bound the code to this site'] }
      : { senderMatches: false, because: ['the sender bound the code to another site'] };
  }
  const sender = message.channel === 'email' ? siteOfSender(message.from) : null;
  if (sender === site) return { senderMatches: true, because: ['the sender is of this site'] };
  if (found.links.some(({ host, kind }) => OFFERED[kind] && hostMatchesSite(host, site))) {
    return { senderMatches: 'unknown', because: ['a confirmation link in it leads to this site'] };
  }
  if (found.links.some(({ host }) => hostMatchesSite(host, site))) {
    return { senderMatches: 'unknown', because: ['a link in it leads to this site'] };
  }
  return sender === null
    ? { senderMatches: 'unknown', because: ['the sender names no site'] }
    : { senderMatches: false, because: ['the sender is of another site'] };
}

/** @param found what `extractCodes` found in the same message. */
export function matchMessage(
  message: Letter,
  found: Pick<Extraction, 'links' | 'origin'>,
  wait: Wait,
): Match {
  const against = AGAINST.filter(({ holds }) => holds(message, wait)).map(({ reason }) => reason);
  const { senderMatches, because } = judgeSender(message, found, wait.site);
  // A line that binds the code to another host is the sender's own word against this page.
  const bound = found.origin !== undefined && senderMatches === false;
  return { belongs: against.length === 0 && !bound, senderMatches, because: [...against, ...because] };
}
