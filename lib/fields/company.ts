// What the fields around a control say about it: a card number, words about a code, a day and a month beside a year.
// Leans on evidence, parts and the form's ambient words; pure. Company nudges what a control says; it names nothing
// that the control's type makes impossible.
import type { FormKind } from '../model.ts';
import type { Meaning } from './cues/cue.ts';
import type { DatePart } from './cues/parts.ts';
import { FAINT_GIVEN_NAME } from './cues/weights.ts';
import { type Evidence, type Evidences, isPossible } from './evidence.ts';
import type { KindScores } from './form-kind.ts';
import { isThere } from './judged.ts';
import { partOf } from './parts.ts';
import { cueReason, note, type Reason } from './reasons.ts';
import { mentioned } from './said.ts';
import type { ElementSnapshot, FormSnapshot } from './types.ts';

/** Ambient words that make a weak "code" on a control believable. */
const AMBIENT_CODE = 2;
const HINTED_CODE = 1;
/** A cue below this is a general word (`code`, `token`). */
const GENERIC = 2;

/** What the neighbours say about a control before anything is decided. */
export interface Company {
  card: boolean;
  code: boolean;
  /** A weaker sign of the same: enough where there is one box to be filled at all. */
  codeHinted: boolean;
  /** A heading speaks of gift cards: they have numbers as well. */
  gift: boolean;
  seen: number;
  /** Somebody asks for a surname here. */
  surname: boolean;
  /** Nothing beside the card asks who one is or where one lives: every name is the card's. */
  cardAlone: boolean;
  /** Whole expiry dates that name only a month or only a year, by ref. */
  wholeExpiry: ReadonlySet<string>;
  /** Date parts by ref, and whether a day, a month and a year stand together without a card. */
  parts: ReadonlyMap<string, DatePart>;
  birth: boolean;
  wholeDate: boolean;
}

export function describe(
  members: readonly ElementSnapshot[],
  evidences: ReadonlyMap<string, Evidences>,
  ambient: KindScores | undefined,
  { headings }: FormSnapshot,
): Company {
  const says = (element: ElementSnapshot, meaning: Meaning): boolean =>
    (evidences.get(element.ref)?.get(meaning)?.score ?? 0) >= 3;
  const spoken = codeScore(ambient);
  const card = members.some((element) => says(element, 'card-number'));
  const parts = new Map(members.flatMap((element) => pairOf(element, partOf(element))));
  if (card) mendTwins(parts, members);
  const personal = (element: ElementSnapshot): boolean =>
    PERSONAL.some((meaning) => says(element, meaning)) && !element.autocomplete.some(isCardToken);
  return {
    card,
    cardAlone: card && !members.some((element) => isThere(element) && personal(element)),
    wholeExpiry: new Set(
      card && parts.size === 1 ? [...parts.keys()].filter((ref) => isTyped(ref, members)) : [],
    ),
    code: spoken >= AMBIENT_CODE,
    codeHinted: spoken >= HINTED_CODE,
    surname: members.some((element) => says(element, 'family-name')),
    gift: headings.some((text) => mentioned(text).has('gift-card')),
    seen: members.filter(isThere).length,
    parts,
    birth: members.some((element) => (evidences.get(element.ref)?.get('birth-date')?.score ?? 0) >= 0.9),
    wholeDate: !card && new Set(parts.values()).size === 3,
  };
}

function codeScore(ambient: KindScores | undefined): number {
  const of = (kind: FormKind): number => ambient?.scores.get(kind) ?? 0;
  return of('code') + Math.max(of('code-email'), of('code-sms'), of('code-totp'));
}

/** Whether what stands around a form speaks of a code. */
export function speaksOfCode(ambient: KindScores | undefined): boolean {
  return codeScore(ambient) >= AMBIENT_CODE;
}

const PERSONAL: readonly Meaning[] = ['email', 'password', 'phone', 'address', 'postcode', 'region'];

function isCardToken(token: string): boolean {
  return token.startsWith('cc-');
}

function isTyped(ref: string, members: readonly ElementSnapshot[]): boolean {
  return members.some((element) => element.ref === ref && element.tag === 'input');
}

/** Two boxes for the same part, side by side, are a month and a year: one of them was named carelessly. */
function mendTwins(parts: Map<string, DatePart>, members: readonly ElementSnapshot[]): void {
  const found = members.filter(({ ref }) => parts.has(ref));
  const [first, second] = found;
  if (found.length !== 2 || !first || !second || parts.get(first.ref) !== parts.get(second.ref)) return;
  parts.set(first.ref, 'month');
  parts.set(second.ref, 'year');
}

function pairOf(element: ElementSnapshot, part: DatePart | null): [string, DatePart][] {
  return part ? [[element.ref, part]] : [];
}

export function inCompany(element: ElementSnapshot, own: Evidences, company: Company): Evidences {
  const evidences = new Map(own);
  const nudge = (meaning: Meaning, weight: number, reason: Reason): void => {
    if (!isPossible(meaning, element)) return;
    const known = evidences.get(meaning) ?? { score: 0, because: [] };
    evidences.set(meaning, {
      score: known.score + weight,
      because: [...known.because, { reason, weight }],
    });
  };
  const code = evidences.get('code');
  // "Code" alone, on a page that speaks of none, may be anything.
  const vague = code?.because.every(({ weight }) => weight < GENERIC) ?? false;
  if (vague && !company.code && !(company.seen === 1 && company.codeHinted))
    nudge('code', -2, note('unsure'));
  if (code && company.code && !company.card && company.seen <= 8)
    nudge('code', 1.2, cueReason('text', 'code'));
  if (!code && company.code && company.seen === 1 && mayBeCode(element))
    nudge('code', 3, cueReason('text', 'code'));
  // A PIN on a page that speaks of a code that was sent is that code; elsewhere it locks a profile or a card.
  const pin = evidences.get('pin');
  if (pin && company.code && company.seen === 1) nudge('code', pin.score + 0.6, cueReason('text', 'code'));
  // "Security code" beside a card number is the card's, wherever else it may mean a mailed one.
  if (code && company.card && saysSecurity(code) && !element.autocomplete.includes('one-time-code')) {
    nudge('card-code', code.score + 0.5, note('form-kind', 'payment'));
  }
  if (company.gift)
    nudge('gift-card', (evidences.get('card-number')?.score ?? 0) + 0.5, cueReason('heading', 'gift card'));
  // "Nombre", "Имя": the first of two names, or all of them.
  const given = evidences.get('given-name');
  if (given && !company.surname && given.because.every(({ weight }) => weight <= FAINT_GIVEN_NAME))
    nudge('full-name', given.score + 0.1, cueReason('roles', 'no-surname'));
  const name = evidences.get('full-name');
  if (name && company.card && (company.seen <= 6 || company.cardAlone))
    nudge('card-name', name.score * (company.cardAlone ? 1 : 0.8) + 0.6, note('form-kind', 'payment'));
  if (company.wholeExpiry.has(element.ref)) nudge('card-expiry', 4, cueReason('roles', 'card'));
  const part = company.parts.get(element.ref);
  if (part) {
    const own = [...evidences].some(([meaning, { score }]) => meaning !== 'birth-date' && score >= 5);
    const whole = evidences.get('birth-date')?.score ?? 0;
    const born = evidences.has('birth-date') || company.birth || company.wholeDate;
    if (company.card && part !== 'day' && !own && !company.wholeExpiry.has(element.ref))
      nudge(`card-expiry-${part}`, 4, cueReason('options', part));
    else if (!company.card && born && !own) nudge(`birth-${part}`, 5 + whole, cueReason('options', part));
  }
  return evidences;
}

/** "Security code", "verification number": what both a card and a message have. Read from our own cue, not the page. */
function saysSecurity({ because }: Evidence): boolean {
  return because.some(({ reason }) =>
    /se[cg]ur|sécur|sicur|sicher|beveil|säker|bezpiecz|verif|セキュリティ|安全/.test(reason),
  );
}

/** A lone box with a numeric keyboard or a short limit, on a page that speaks of a code. */
function mayBeCode(element: ElementSnapshot): boolean {
  const short = element.maxLength !== null && element.maxLength >= 4 && element.maxLength <= 8;
  return short || element.inputMode === 'numeric' || element.type === 'number' || element.type === 'tel';
}
