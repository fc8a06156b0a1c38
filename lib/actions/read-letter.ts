// What one message holds for a page that waits, or for its reader: a code, a link to confirm with, or why neither. Leans on lib/codes;
// opens no link, and says of another site's message whose it is.
import { bestCode, bestLink, extractCodes } from '../codes/extract.ts';
import type { FoundLink } from '../codes/links.ts';
import { matchMessage } from '../codes/match.ts';
import type { FoundCode, Letter, LetterLink, Message, UnclearMessage } from '../model.ts';
import { hostMatchesSite } from '../site.ts';

export interface CodeWait {
  site: string;
  /** When the code field took focus, epoch milliseconds. */
  since: number;
}

export interface LetterReading {
  code: FoundCode | null;
  link: LetterLink | null;
  /** The link's address: for the tab that waits, once a person has clicked, and for nothing before. */
  url: string | null;
  /** Set where there is neither. */
  unclear: UnclearMessage | null;
}

/**
 * @param wait null to read a message for itself
 * @returns null when the message does not belong to the wait
 */
export function readLetter(message: Message, wait: CodeWait | null): LetterReading | null {
  const { id, channel, from, receivedAt, usedAt, subject, body } = message;
  const found = extractCodes({ channel, subject, text: body?.text ?? null, html: body?.html ?? null });
  const match = wait && matchMessage(message, found, wait);
  if (match && !match.belongs) return null;
  const letter: Letter = {
    messageId: id,
    channel,
    sender: from,
    receivedAt,
    usedAt,
    senderMatches: match?.senderMatches ?? 'unknown',
    elsewhere: match?.elsewhere ?? null,
  };
  const code = bestCode(found);
  const link = bestLink(found);
  const kind = link && offeredKind(link);
  return {
    code: code && { ...letter, code: code.code, because: [...code.because, ...(match?.because ?? [])] },
    link: link && kind && { ...letter, kind, host: link.host, hostMatches: isOf(link.host, wait) },
    url: link && kind ? link.url : null,
    unclear: code || link ? null : { ...letter, why: whyNone(found) },
  };
}

const isOf = (host: string, wait: CodeWait | null): boolean =>
  wait !== null && hostMatchesSite(host, wait.site);

/** The kinds that are offered; `bestLink` gives no others. */
const KINDS: Record<FoundLink['kind'], LetterLink['kind'] | null> = {
  verify: 'verify',
  'sign-in': 'sign-in',
  'change-email': 'change-email',
  reset: null,
  account: null,
  other: null,
};
const offeredKind = ({ kind }: FoundLink): LetterLink['kind'] | null => KINDS[kind];

function whyNone({ candidates, pictured, cut }: ReturnType<typeof extractCodes>): UnclearMessage['why'] {
  if (candidates.length > 1) return 'several';
  if (cut.includes('too-large')) return 'too-large';
  return pictured ? 'picture' : 'none';
}
