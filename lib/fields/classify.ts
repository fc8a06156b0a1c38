// Decides what every control of a snapshot is for, and every form. Pure: snapshot in, readings out, reasons with each.
// In order: cues of each control → split codes → best meaning → kind of each form → what only the form can settle
// (new or current password, card code or mailed code). Leans on evidence, cluster, form-kind, password.
import type { FieldRole, FormKind } from '../model.ts';
import { clusterBoxes } from './cluster.ts';
import type { Meaning } from './cues/cue.ts';
import type { DatePart } from './cues/parts.ts';
import { type Evidence, type Evidences, isLookAlike, isPossible, weigh } from './evidence.ts';
import { ambientScores, formKind, type Holding, type KindScores } from './form-kind.ts';
import { partOf } from './parts.ts';
import { ownLean, type PasswordLean } from './password.ts';
import { cueReason, note, type Reason, takesAddress } from './reasons.ts';
import type {
  ElementSnapshot,
  FieldReading,
  FormReading,
  FormSnapshot,
  PageSnapshot,
  Readings,
} from './types.ts';

/** Below this a meaning is a guess, and a guess is not offered anything. */
const SURE = 1.6;
/** To leave a field alone less is enough. */
const SURE_LOOK_ALIKE = 1;
/** Ambient words that make a weak "code" on a control believable. */
const AMBIENT_CODE = 2;
/** A cue below this is a general word (`code`, `token`). */
const GENERIC = 2;

interface Judged {
  element: ElementSnapshot;
  meaning: Meaning | null;
  score: number;
  because: Reason[];
  group: ElementSnapshot[];
  lean: PasswordLean | null;
}

export function classify(page: PageSnapshot): Readings {
  const ambient = new Map(page.forms.map((form) => [form.id, ambientScores(form, page)]));
  const evidences = new Map(page.elements.map((element) => [element.ref, weigh(element)]));
  const judged = new Map<string, Judged>();
  const groups = clusterBoxes(page.elements.filter((element) => element.seen !== 'not-rendered'));
  for (const group of groups) {
    for (const element of group) judged.set(element.ref, box(element, group));
  }
  for (const form of page.forms) {
    const members = page.elements.filter((element) => element.form === form.id);
    const company = describe(members, evidences, ambient.get(form.id));
    for (const element of members) {
      if (judged.has(element.ref)) continue;
      const own = evidences.get(element.ref) ?? new Map();
      judged.set(element.ref, judge(element, inCompany(element, own, company)));
    }
  }
  const kinds = new Map(page.forms.map((form) => [form.id, kindOf(form, judged, ambient)]));
  const fields = page.elements.map((element) => read(element, judged, kinds, page));
  const forms: FormReading[] = page.forms.map((form) => ({
    id: form.id,
    kind: kinds.get(form.id)?.kind ?? 'unknown',
    refs: page.elements.filter((element) => element.form === form.id).map((element) => element.ref),
    because: kinds.get(form.id)?.because ?? [],
  }));
  return { fields, forms };
}

function box(element: ElementSnapshot, group: ElementSnapshot[]): Judged {
  return {
    element,
    meaning: 'code',
    score: 6,
    because: [note('boxes-in-a-row', String(group.length))],
    group,
    lean: null,
  };
}

/** What the neighbours say about a control before anything is decided. */
interface Company {
  card: boolean;
  code: boolean;
  seen: number;
  /** Date parts by ref, and whether a day, a month and a year stand together without a card. */
  parts: ReadonlyMap<string, DatePart>;
  birth: boolean;
  wholeDate: boolean;
}

function describe(
  members: readonly ElementSnapshot[],
  evidences: ReadonlyMap<string, Evidences>,
  ambient: KindScores | undefined,
): Company {
  const scoreOf = (kind: FormKind): number => ambient?.scores.get(kind) ?? 0;
  const says = (element: ElementSnapshot, meaning: Meaning): boolean =>
    (evidences.get(element.ref)?.get(meaning)?.score ?? 0) >= 3;
  const parts = new Map(members.flatMap((element) => pairOf(element, partOf(element))));
  const card = members.some((element) => says(element, 'card-number'));
  return {
    card,
    code:
      scoreOf('code') + Math.max(scoreOf('code-email'), scoreOf('code-sms'), scoreOf('code-totp')) >=
      AMBIENT_CODE,
    seen: members.filter(isThere).length,
    parts,
    birth: members.some((element) => (evidences.get(element.ref)?.get('birth-date')?.score ?? 0) >= 0.9),
    wholeDate: !card && new Set(parts.values()).size === 3 && parts.size === 3,
  };
}

function pairOf(element: ElementSnapshot, part: DatePart | null): [string, DatePart][] {
  return part ? [[element.ref, part]] : [];
}

function inCompany(element: ElementSnapshot, own: Evidences, company: Company): Evidences {
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
  if (vague && !company.code) nudge('code', -2, note('unsure'));
  if (code && company.code && !company.card && company.seen <= 8)
    nudge('code', 1.2, cueReason('text', 'code'));
  if (!code && company.code && company.seen === 1 && mayBeCode(element))
    nudge('code', 2, cueReason('text', 'code'));
  // "Security code" beside a card number is the card's, wherever else it may mean a mailed one.
  if (code && company.card && saysSecurity(code) && !element.autocomplete.includes('one-time-code')) {
    nudge('card-code', code.score + 0.5, note('form-kind', 'payment'));
  }
  const name = evidences.get('full-name');
  if (name && company.card && company.seen <= 6)
    nudge('card-name', name.score * 0.8 + 0.6, note('form-kind', 'payment'));
  const part = company.parts.get(element.ref);
  if (part) {
    const own = [...evidences].some(([meaning, { score }]) => meaning !== 'birth-date' && score >= 5);
    const whole = evidences.get('birth-date')?.score ?? 0;
    const born = evidences.has('birth-date') || company.birth || company.wholeDate;
    if (company.card && part !== 'day' && !own) nudge(`card-expiry-${part}`, 4, cueReason('options', part));
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

function judge(element: ElementSnapshot, evidences: Evidences): Judged {
  let meaning: Meaning | null = null;
  let best: Evidence = { score: 0, because: [] };
  for (const [candidate, evidence] of evidences) {
    if (evidence.score > best.score) {
      meaning = candidate;
      best = evidence;
    }
  }
  const because = [...best.because].sort((a, b) => b.weight - a.weight).map(({ reason }) => reason);
  const sure = meaning !== null && best.score >= (isLookAlike(meaning) ? SURE_LOOK_ALIKE : SURE);
  return {
    element,
    meaning: sure ? meaning : null,
    score: best.score,
    because,
    group: [element],
    lean: meaning === 'password' ? ownLean(element) : null,
  };
}

function kindOf(
  form: FormSnapshot,
  judged: ReadonlyMap<string, Judged>,
  ambient: ReadonlyMap<string, KindScores>,
): { kind: FormKind; because: Reason[] } {
  const members = [...judged.values()].filter(({ element }) => element.form === form.id && isThere(element));
  const holding: Holding = { roles: {}, saysNew: false, saysCurrent: false };
  const count = (role: keyof Holding['roles']): void => {
    holding.roles[role] = (holding.roles[role] ?? 0) + 1;
  };
  for (const { meaning, element, group, lean } of members) {
    if (group.length > 1 && group[0] !== element) continue;
    count('any');
    if (meaning === 'message' || meaning === 'address' || meaning === 'password') count(meaning);
    else if (meaning === 'postcode' || meaning === 'region') count('address');
    else if (meaning !== null && !isLookAlike(meaning)) count(meaning as FieldRole);
    if (lean && lean.lean >= 2) holding.saysNew = true;
    if (lean && lean.lean <= -2) holding.saysCurrent = true;
  }
  return formKind(ambient.get(form.id) ?? { scores: new Map(), because: new Map() }, holding);
}

/** Hidden controls are read but say nothing about what a form is for. */
function isThere(element: ElementSnapshot): boolean {
  return element.seen === 'yes' || element.seen === 'transparent';
}

function read(
  element: ElementSnapshot,
  judged: ReadonlyMap<string, Judged>,
  kinds: ReadonlyMap<string, { kind: FormKind }>,
  page: PageSnapshot,
): FieldReading {
  const own = judged.get(element.ref);
  if (!own)
    return { ref: element.ref, role: 'other', score: 0, because: [], group: [element.ref], eligible: false };
  const kind = kinds.get(element.form)?.kind ?? 'unknown';
  const { role, extra } = settle(own, kind, judged, page);
  const barrier = barrierOf(element, role);
  const because = [...own.because, ...extra, ...(barrier ? [barrier] : [])].slice(0, 8);
  return {
    ref: element.ref,
    role,
    score: Math.round(own.score * 100) / 100,
    because,
    group: own.group.map((member) => member.ref),
    eligible: role !== 'other' && barrier === null,
  };
}

function settle(
  own: Judged,
  kind: FormKind,
  judged: ReadonlyMap<string, Judged>,
  page: PageSnapshot,
): { role: FieldRole; extra: Reason[] } {
  const { element, meaning } = own;
  // Whatever a log-in asks for right before the password is what one logs in with: a customer number, a phone, a tax id.
  if (isLogInId(own, kind, judged, page))
    return { role: 'username', extra: [cueReason('roles', 'before-password')] };
  if (meaning === null) return { role: 'other', extra: [note('unsure')] };
  if (meaning === 'pin' && kind === 'log-in' && element.type === 'password') {
    return { role: 'current-password', extra: [note('form-kind', kind)] };
  }
  // "E-mail or phone" on a sign-up will become the account's address.
  if (meaning === 'username' && kind === 'sign-up' && own.because.some(takesAddress)) {
    return { role: 'email', extra: [note('accepts-email')] };
  }
  if (isLookAlike(meaning)) return { role: 'other', extra: [note('look-alike', meaning)] };
  if (meaning === 'password')
    return { role: passwordRole(own, kind, judged, page), extra: [note('form-kind', kind)] };
  if (meaning === 'email' && repeatsEmail(element, judged, page)) {
    return { role: 'email-confirm', extra: [note('confirms-another')] };
  }
  return { role: meaning as FieldRole, extra: [] };
}

/** Look-alikes that a log-in never asks for in the place of a name. */
const NEVER_A_NAME: ReadonlySet<Meaning> = new Set([
  'captcha',
  'promo',
  'search',
  'message',
  'amount',
  'quantity',
  'secret-question',
  'given-name',
  'family-name',
]);
const NAMES_ALREADY: ReadonlySet<Meaning> = new Set([
  'email',
  'username',
  'password',
  'code',
  'email-confirm',
]);

function isLogInId(
  { element, meaning, score }: Judged,
  kind: FormKind,
  judged: ReadonlyMap<string, Judged>,
  page: PageSnapshot,
): boolean {
  if (!/^(?:text|email|tel|number)$/.test(element.type)) return false;
  const next = neighbour(page, element, 1);
  if (next?.form !== element.form || next.type !== 'password') return false;
  const secret = judged.get(next.ref)?.meaning;
  if (secret !== 'password' && secret !== 'pin') return false;
  if (meaning === null) return true;
  if (NAMES_ALREADY.has(meaning) || kind !== 'log-in') return false;
  return !NEVER_A_NAME.has(meaning) || score < 3;
}

/** The control before or after, in document order. */
function neighbour(page: PageSnapshot, element: ElementSnapshot, step: 1 | -1): ElementSnapshot | undefined {
  return page.elements[page.elements.indexOf(element) + step];
}

/** A second address box right after a first one, named the same: the page wants it twice. */
function repeatsEmail(
  element: ElementSnapshot,
  judged: ReadonlyMap<string, Judged>,
  page: PageSnapshot,
): boolean {
  const before = neighbour(page, element, -1);
  if (!before || before.form !== element.form || !isThere(before)) return false;
  return judged.get(before.ref)?.meaning === 'email' && before.row === element.row;
}

function passwordRole(
  own: Judged,
  kind: FormKind,
  judged: ReadonlyMap<string, Judged>,
  page: PageSnapshot,
): FieldRole {
  const all = page.elements.filter(
    (element) => element.form === own.element.form && judged.get(element.ref)?.meaning === 'password',
  );
  const at = all.indexOf(own.element);
  let lean = own.lean?.lean ?? 0;
  if (kind === 'sign-up') lean += 3;
  if (kind === 'log-in') lean -= 3;
  if (kind === 'settings') lean += all.length >= 2 && at === 0 && all.length !== 2 ? -2 : 1;
  const others = all
    .filter((element) => element !== own.element)
    .map((element) => judged.get(element.ref)?.lean?.lean ?? 0);
  // A box below that says "repeat" makes this one new as well.
  if (lean >= -1 && others.some((other) => other >= 2.5) && !(all.length === 3 && at === 0)) lean += 2;
  if (all.length === 3 && at === 0) lean -= 2;
  return lean > 0 ? 'new-password' : 'current-password';
}

/** @returns why nothing may be offered, or null. */
function barrierOf(element: ElementSnapshot, role: FieldRole): Reason | null {
  if (element.disabled) return note('disabled');
  if (element.readOnly) return note('read-only');
  // One real box drawn invisible over pictures of boxes is how many code inputs are built; anything else is a trap.
  if (element.seen === 'transparent' && role === 'code') return null;
  return element.seen === 'yes' ? null : note('hidden', element.seen);
}
