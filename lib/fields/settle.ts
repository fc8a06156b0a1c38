// Turns the meaning of a control into its role, now that the kind of its form is known: new or current password,
// log-in name, address or its confirmation. Leans on judged and reasons; pure.
import type { FieldRole, FormKind } from '../model.ts';
import type { Meaning } from './cues/cue.ts';
import { isLookAlike } from './evidence.ts';
import { isThere, type Judged } from './judged.ts';
import { cueReason, note, type Reason, takesAddress } from './reasons.ts';
import { spoken } from './said.ts';
import type { ElementSnapshot, PageSnapshot } from './types.ts';

export function settle(
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
  if (meaning === 'code' && isRiddle(own, kind, judged, page))
    return { role: 'other', extra: [note('look-alike', 'captcha')] };
  // Many a programmer calls a code that a button sends "captcha"; a person is never told so.
  if (
    meaning === 'captcha' &&
    element.tag === 'input' &&
    own.because.every((reason) => WRITTEN.test(reason)) &&
    isSent(own, page)
  )
    return { role: 'code', extra: [cueReason('submit', 'code')] };
  if (isLookAlike(meaning)) return { role: 'other', extra: [note('look-alike', meaning)] };
  if (meaning === 'password')
    return { role: passwordRole(own, kind, judged, page), extra: [note('form-kind', kind)] };
  // "Confirm your e-mail" with nothing to confirm above it asks for the address itself.
  if (meaning === 'email-confirm' && !hasEmailBefore(element, judged, page))
    return { role: 'email', extra: [] };
  if (meaning === 'email' && repeatsEmail(element, judged, page)) {
    return { role: 'email-confirm', extra: [note('confirms-another')] };
  }
  return { role: meaning as FieldRole, extra: [] };
}

/** Words that only a code which was sent or generated goes by, in a reason. */
const DELIVERED =
  /otp|one.?time|2fa|mfa|totp|two|token|sms|authent|email|einmal|phone|mobile|digits?$|短信|手机|簡訊|手機|动态|動態|ワンタイム|문자/;

/**
 * Many a captcha calls itself "verification code". Where name and password are asked for in the same form, nothing has
 * been sent yet: a code that nothing on the page speaks of sending is a riddle.
 */
function isRiddle(
  own: Judged,
  kind: FormKind,
  judged: ReadonlyMap<string, Judged>,
  page: PageSnapshot,
): boolean {
  if (kind !== 'log-in' || own.group.length > 1 || own.because.some((reason) => DELIVERED.test(reason)))
    return false;
  if (isSent(own, page)) return false;
  const others = page.elements
    .filter((other) => other.form === own.element.form && isThere(other))
    .map((other) => judged.get(other.ref)?.meaning);
  return others.includes('password') && !others.includes('phone') && others.length >= 3;
}

/** Slots that nobody but the programmer reads. */
const WRITTEN = /^(?:name|hints|class|row):/;

/** Whether a button of the form speaks of a code: it is what sends it. */
function isSent({ element }: Judged, page: PageSnapshot): boolean {
  const form = page.forms.find(({ id }) => id === element.form);
  return [...(form?.submits ?? []), ...(form?.links ?? [])].some((text) => spoken(text).has('code'));
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
]);
const NAMES_ALREADY: ReadonlySet<Meaning> = new Set([
  'email',
  'username',
  'password',
  'code',
  'email-confirm',
  'card-number',
  'device',
  'date',
]);

function isLogInId(
  own: Judged,
  kind: FormKind,
  judged: ReadonlyMap<string, Judged>,
  page: PageSnapshot,
): boolean {
  const { element, meaning, score } = own;
  if (!/^(?:text|email|tel|number)$/.test(element.type)) return false;
  if (meaning !== null && (NAMES_ALREADY.has(meaning) || (NEVER_A_NAME.has(meaning) && score >= 3)))
    return false;
  const boxes = page.elements.filter(
    (other) => other.form === element.form && other.tag === 'input' && isThere(other),
  );
  const isFirst = boxes[0] === element;
  const isPersonal = meaning !== null && PERSONAL.has(meaning);
  if (isPersonal && !isFirst) return false;
  const next = neighbour(page, element, 1);
  const secret = next?.form === element.form && next.type === 'password' && judged.get(next.ref)?.meaning;
  if (secret === 'password' || secret === 'pin')
    return kind === 'log-in' || (meaning === null && kind !== 'settings');
  // Before something else than the password, or on the first of two pages: the first box, if none says better.
  if (kind !== 'log-in') return false;
  const meanings = boxes.map((other) => judged.get(other.ref)?.meaning ?? null);
  if (meanings.some(isName)) return false;
  const isSecret = meanings.includes('password') || meanings.includes('pin');
  const isNumber = meaning !== null && NUMBERS_OF_ONE.has(meaning) && (isSecret || meaning !== 'reference');
  if (isFirst) return isNumber || (isSecret && (isPersonal || meaning === null));
  return isNumber && !isSecret && meanings.slice(0, boxes.indexOf(element)).every(isPerson);
}

/** Names of a person: what one logs in with only where nothing stands before them. */
const PERSONAL: ReadonlySet<Meaning> = new Set(['given-name', 'family-name', 'full-name']);
/** What a person is known by to whoever runs the page. */
const NUMBERS_OF_ONE: ReadonlySet<Meaning> = new Set([
  'phone',
  'reference',
  'gift-card',
  'document',
  'bank',
  'company',
]);

function isPerson(meaning: Meaning | null): boolean {
  return meaning !== null && PERSONAL.has(meaning);
}

function isName(meaning: Meaning | null | undefined): boolean {
  return meaning === 'email' || meaning === 'username';
}

/** The control before or after, in document order. */
function neighbour(page: PageSnapshot, element: ElementSnapshot, step: 1 | -1): ElementSnapshot | undefined {
  return page.elements[page.elements.indexOf(element) + step];
}

function hasEmailBefore(
  element: ElementSnapshot,
  judged: ReadonlyMap<string, Judged>,
  page: PageSnapshot,
): boolean {
  return page.elements
    .slice(0, page.elements.indexOf(element))
    .some((other) => other.form === element.form && isName(judged.get(other.ref)?.meaning));
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
  if (kind === 'log-in') lean -= 4;
  const others = all
    .filter((element) => element !== own.element)
    .map((element) => judged.get(element.ref)?.lean?.lean ?? 0);
  // The first of three is the current one, unless another says that it is.
  const isFirstOfThree = all.length >= 3 && at === 0 && !others.some((other) => other <= -2.5);
  if (kind === 'settings') lean += isFirstOfThree ? -2 : 1;
  // A box below that says "repeat" makes this one new as well.
  if (lean >= -1 && others.some((other) => other >= 2.5) && !isFirstOfThree) lean += 2;
  if (isFirstOfThree) lean -= 2;
  return lean > 0 ? 'new-password' : 'current-password';
}
