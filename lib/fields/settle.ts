// Turns the meaning of a control into its role, now that the kind of its form is known: new or current password,
// log-in name, address or its confirmation. Leans on judged and reasons; pure.
import type { FieldRole, FormKind } from '../model.ts';
import type { Meaning } from './cues/cue.ts';
import { isLookAlike } from './evidence.ts';
import { isThere, type Judged } from './judged.ts';
import { cueReason, note, type Reason, takesAddress } from './reasons.ts';
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
