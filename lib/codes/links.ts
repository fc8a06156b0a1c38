// Links of a message, by what they do: confirm, sign in, change the address, reset a password, or nothing we may offer. Leans on
// the vocabulary and site.ts. Opens nothing; a link's text is hostile and may name another host than it leads to.
import { hostOf } from '../site.ts';
import type { WordKind } from './language-words.ts';
import type { Reading } from './text.ts';
import { findWords, foldWords } from './vocabulary.ts';

export type LinkKind = 'verify' | 'sign-in' | 'change-email' | 'reset' | 'account' | 'other';

export interface FoundLink {
  url: string;
  /** Real host, normal form. */
  host: string;
  kind: LinkKind;
  score: number;
  because: string[];
}

/** Kinds that may be offered as "confirm" or "sign in". The rest is shown as what it is. */
export const OFFERED: Record<LinkKind, boolean> = {
  verify: true,
  'sign-in': true,
  'change-email': true,
  reset: false,
  account: false,
  other: false,
};

const MOST_LINKS = 100;
const MOST_URL = 4_000;
const BARE = /https?:\/\/[^\s<>"'\u3000-\u303f\uff00-\uffef]{3,4000}/gi;
const FOOTER =
  /unsubscribe|opt-?out|preferences|privacy|terms|imprint|impressum|help|support|faq|contact|about|careers|blog|view-?(?:online|in-?browser)|abmelden|desabonn|cancelar-suscrip/i;
const SOCIAL = /^(?:facebook|twitter|x|instagram|linkedin|youtube|tiktok|pinterest|apps|play|itunes)$/;
const ASSET = /\.(?:png|jpe?g|gif|svg|webp|css|js|woff2?|ico|pdf)$/i;
const CHANGES_ADDRESS = /(?:change|update|new)[-_ ]?(?:your[-_ ]?)?e-?mail|e-?mail[-_ ]?(?:change|update)/i;

/** Words in the path or query that tell the kind, as developers write them (always English-like). */
const ROUTES: readonly { kind: LinkKind; pattern: RegExp }[] = [
  { kind: 'reset', pattern: /reset|recover|forgot|(?:new|change|update|set)[-_]?password/i },
  { kind: 'change-email', pattern: CHANGES_ADDRESS },
  { kind: 'verify', pattern: /verif|confirm|activat|validat|double-?opt/i },
  {
    kind: 'sign-in',
    pattern:
      /magic|passwordless|one-?time|(?:^|[/?&=_-])(?:sign-?in|log-?in(?:withemail)?|otp|callback|auth)(?:[/?&=._-]|$)(?!actions)/i,
  },
];

const SPOILERS: readonly LinkKind[] = ['reset', 'account'];

/** In a link's own words or path: what nobody waits for at a field, and cannot be taken back. */
const TAKES_AWAY =
  /\b(?:delet|remov|deactivat|terminat|unsubscri|lösch|kündig|supprim|eliminar|eliminazione|cancelar|cancella|excluir|verwijder|usun|удал|pay(?:ment)?s?\b|transfers?\b|überweisung|zahlung|paiement|virement|pago\b|pagamento|bonifico)|(?:^|[/?&=_-])(?:cancel|close)(?:[/?&=_-]|$)/iu;
/** Before it, or in the subject. */
const ENDS =
  /\b(?:delet(?:e|ing|ion of)|clos(?:e|ing|ure of)|remov(?:e|ing)|deactivat(?:e|ing)|cancel(?:ing)?) (?:of )?(?:your|my|the|this) [\w ]{0,20}account\b/i;

/** What a link brings with it: a long random part, something of its own, or nothing (then it is a page for everybody). */
function burden(url: URL): 'token' | 'own' | 'none' {
  const path = url.pathname.split('/').filter(Boolean);
  const values = [...url.searchParams.values(), ...(url.hash.length > 4 ? [url.hash] : [])];
  const parts = [...path, ...values];
  if (parts.some((part) => part.length >= 16 && /\d.*\d/.test(part) && /[A-Za-z]/.test(part))) return 'token';
  if (values.some((value) => value.length >= 3)) return 'own';
  const last = path.at(-1) ?? '';
  return last.length >= 4 && /\d/.test(last) ? 'own' : 'none';
}

/** Services that others let one log in with: a mail that names one beside its own wants to join accounts. */
const IDENTITY_PROVIDERS =
  /\b(?:google|github|gitlab|bitbucket|facebook|microsoft|apple|linkedin|twitter|okta|discord|yahoo|paypal|kakao|naver)\b/gi;

function namesAnother(words: string, host: string): boolean {
  return (words.match(IDENTITY_PROVIDERS) ?? []).some((name) => !host.includes(name.toLowerCase()));
}

interface Source {
  href: string;
  text: string;
  /** The lines right before, for bare links and buttons that say "click here". */
  context: string;
}

function readUrl(href: string): URL | null {
  if (href.length > MOST_URL || hostOf(href) === null) return null;
  return new URL(href);
}

function kindOfWords(text: string): LinkKind | null {
  const folded = foldWords(text.slice(0, 300));
  const has = (kind: WordKind): boolean => findWords(kind, folded).length > 0;
  if (has('reset')) return 'reset';
  if (has('account')) return 'account';
  if (CHANGES_ADDRESS.test(folded)) return 'change-email';
  if (has('verify')) return 'verify';
  return has('signIn') ? 'sign-in' : null;
}

function judge({ href, text, context }: Source, subject: string): FoundLink | null {
  const url = readUrl(href);
  if (url === null) return null;
  const because: string[] = [];
  let score = 0;
  const weighIn = (points: number, name: string): void => {
    score += points;
    because.push(name);
  };

  const route = url.pathname + url.search + url.hash;
  const byRoute = ROUTES.find(({ pattern }) => pattern.test(route))?.kind ?? null;
  const byText = kindOfWords(text);
  const byContext = kindOfWords(context);
  const bySubject = kindOfWords(subject);
  if (byRoute !== null) weighIn(3, 'its path says so');
  if (byText !== null) weighIn(4, 'its text says so');
  // "Log in to answer" above a link to read something is no log-in link.
  if (byText === null && byContext !== null)
    weighIn(byContext === 'sign-in' ? 1 : 2, 'the words before it say so');
  if (bySubject !== null) weighIn(2, 'the subject says so');
  const carried = burden(url);
  if (carried === 'token') weighIn(3, 'it carries a token');
  if (carried === 'own') weighIn(1, 'it carries something of its own');
  if (url.pathname === '/' && url.search === '' && url.hash === '') weighIn(-5, 'it is a front page');
  if (FOOTER.test(route) || (text.length < 40 && FOOTER.test(text))) weighIn(-6, 'it is a footer link');
  if (url.hostname.split('.').some((label) => SOCIAL.test(label)))
    weighIn(-6, 'it leads to a social network');
  if (ASSET.test(url.pathname)) weighIn(-6, 'it is a file of the mail');

  // What must not be offered wins from anywhere near: "new password" offered as "confirm" is the mistake that costs an account.
  // Only "link" and "connect" are too common: where the subject is about confirming, they mean the link itself.
  const plain = bySubject !== null && OFFERED[bySubject];
  const kinds = [byText, byRoute, byContext, bySubject].filter((kind) => kind !== 'account' || !plain);
  const said =
    SPOILERS.find((kind) => kinds.includes(kind)) ?? kinds.find((kind) => kind !== null) ?? 'other';
  if (said === 'verify' && findWords('other', foldWords(`${text.slice(0, 300)}\n${subject}`)).length > 0)
    weighIn(-9, 'it confirms an order or the like');
  if (
    OFFERED[said] &&
    (TAKES_AWAY.test(`${text.slice(0, 300)} ${route}`) || ENDS.test(`${subject} ${context}`))
  )
    weighIn(-9, 'it takes something away');
  if (OFFERED[said] && namesAnother(`${text.slice(0, 300)} ${subject}`, url.hostname))
    weighIn(-9, 'it names another service to log in with');
  if (said === 'sign-in' && carried === 'none') weighIn(-4, 'it is the ordinary log-in page');
  return {
    url: url.href,
    host: url.hostname,
    kind: score >= THRESHOLD ? said : 'other',
    score,
    because,
  };
}

/** Points from which a link is what it seems to be. */
const THRESHOLD = 5;

/** What a bare address says is what stands around it: the rest of its line, or the line above where it stands alone. */
function words(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 160), start).trimEnd();
  const after = text.slice(end, end + 80);
  const own = `${before.slice(before.lastIndexOf('\n') + 1)} ${after.slice(0, after.search(/\n|$/))}`;
  return own.slice(0, 200);
}

function sources(reading: Reading): Source[] {
  const { text } = reading;
  const context = (at: number): string => text.slice(Math.max(0, at - 220), at).replace(BARE, ' ');
  const found = reading.anchors
    .slice(0, MOST_LINKS)
    .map((anchor) => ({ href: anchor.href, text: anchor.text, context: context(anchor.at) }));
  const most = found.length + MOST_LINKS;
  for (const match of text.matchAll(BARE)) {
    if (found.length >= most) break;
    const href = match[0].replace(/[.,;:!?)\]}*_]{1,8}$/, '');
    found.push({
      href,
      text: words(text, match.index, match.index + href.length),
      context: context(match.index),
    });
  }
  return found;
}

/** Every http(s) link of a message, best first, each address once. */
export function findLinks(readings: readonly Reading[], subject: string): FoundLink[] {
  const best = new Map<string, FoundLink>();
  for (const source of readings.flatMap(sources)) {
    const link = judge(source, subject);
    if (link === null) continue;
    const known = best.get(link.url);
    if (known === undefined ? best.size < MOST_LINKS : known.score < link.score) best.set(link.url, link);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}
