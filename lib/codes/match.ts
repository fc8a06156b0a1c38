// Does a message belong to the page that waits for a code? By recipient, time, and what the sender says of itself: its own
// domain, the hosts of its links, an origin-bound line. Leans on site.ts. All of it can be forged except recipient and
// time, so agreement is evidence, and disagreement is told, never hidden.
import type { Message } from '../model.ts';
import { hostMatchesSite, siteOfHost, siteOfSender } from '../site.ts';
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
  /** `false`: it speaks for another site, `unknown`: for none. Such a message is released in the popup only. */
  senderMatches: true | false | 'unknown';
  /** The other site that it speaks for. */
  elsewhere: string | null;
  because: string[];
}

/** A message may have come this long before the field took focus, milliseconds. */
export const GRACE = 2 * 60_000;

/** What is judged of a message besides what it says. */
type Envelope = Pick<Message, 'addressId' | 'direction' | 'from' | 'receivedAt' | 'channel'>;

/** Reasons against belonging, in the order they are told. */
const AGAINST: readonly { reason: string; holds: (message: Envelope, wait: Wait) => boolean }[] = [
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

type Voice = Omit<Match, 'belongs'>;
const here = (reason: string): Voice => ({ senderMatches: true, elsewhere: null, because: [reason] });
const there = (elsewhere: string, reason: string): Voice => ({
  senderMatches: false,
  elsewhere,
  because: [reason],
});

/** The strongest word first: a line that binds the code, then the sender, then where the links lead. */
function judgeSender(message: Envelope, found: Pick<Extraction, 'links' | 'origin'>, site: string): Voice {
  if (found.origin !== undefined) {
    const bound = siteOfHost(found.origin.host) ?? found.origin.host;
    return bound === site
      ? here('the sender bound the code to this site')
      : there(bound, 'the sender bound the code to another site');
  }
  const sender = message.channel === 'email' ? siteOfSender(message.from) : null;
  if (sender === site) return here('the sender is of this site');
  const linked = new Set(found.links.map(({ host }) => siteOfHost(host) ?? host));
  // Whoever signs up may choose the name that a mail greets them by, a link to anywhere included. A post office that sends for
  // others does not link to itself; a sender whose own links stand beside speaks for its own site.
  const own = sender !== null && linked.has(sender);
  if (linked.has(site) && !own) {
    const acts = found.links.some(({ host, kind }) => OFFERED[kind] && hostMatchesSite(host, site));
    return here(acts ? 'a confirmation link in it leads to this site' : 'a link in it leads to this site');
  }
  if (sender !== null) return there(sender, 'the sender is of another site');
  const [only] = linked;
  if (only !== undefined && linked.size === 1) return there(only, 'its links lead to another site');
  return { senderMatches: 'unknown', elsewhere: null, because: ['the sender names no site'] };
}

/** @param found what `extractCodes` found in the same message. */
export function matchMessage(
  message: Envelope,
  found: Pick<Extraction, 'links' | 'origin'>,
  wait: Wait,
): Match {
  const against = AGAINST.filter(({ holds }) => holds(message, wait)).map(({ reason }) => reason);
  const { because, ...voice } = judgeSender(message, found, wait.site);
  return { belongs: against.length === 0, ...voice, because: [...against, ...because] };
}
