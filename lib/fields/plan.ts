// From readings to what is announced for one focused field: only where Moniker has something to offer. Leans on the
// readings alone; pure. Which offers exist (addresses, codes) is the background's knowledge, not the page's.
import type { FieldRole, FormKind } from '../model.ts';
import { takesAddress } from './reasons.ts';
import type { PlannedField, Readings } from './types.ts';

type Offer = 'always' | 'never' | ((form: FormKind, because: readonly string[]) => boolean);

/** Whether anything may be offered in a field of this role; total, so that a new role must be thought about. */
const OFFERS: Record<FieldRole, Offer> = {
  email: (form) => form !== 'search',
  'email-confirm': 'always',
  // On a log-in the address used here may be the name; on a sign-up only where the field says it takes one.
  username: (form, because) => LOG_IN.has(form) || because.some(takesAddress),
  code: 'always',
  phone: 'always',
  'given-name': 'always',
  'family-name': 'always',
  'full-name': 'always',
  'birth-date': 'always',
  'birth-day': 'always',
  'birth-month': 'always',
  'birth-year': 'always',
  'new-password': 'never',
  'current-password': 'never',
  'card-number': 'never',
  'card-expiry': 'never',
  'card-expiry-month': 'never',
  'card-expiry-year': 'never',
  'card-code': 'never',
  'card-name': 'never',
  other: 'never',
};

const LOG_IN: ReadonlySet<FormKind> = new Set(['log-in', 'sign-up-or-log-in']);

/** @returns null where the field is none of ours, cannot be used, or has nothing to be offered. */
export function planField(readings: Readings, ref: string): PlannedField | null {
  const field = readings.fields.find((reading) => reading.ref === ref);
  if (!field?.eligible) return null;
  const form = readings.forms.find(({ refs }) => refs.includes(ref))?.kind ?? 'unknown';
  const offer = OFFERS[field.role];
  const offered = typeof offer === 'function' ? offer(form, field.because) : offer === 'always';
  if (!offered) return null;
  return {
    ref,
    role: field.role,
    form,
    boxes: field.group.length,
    group: field.group,
    because: field.because,
    beside: besideOf(readings, ref),
  };
}

function besideOf(readings: Readings, ref: string): FieldRole[] {
  const form = readings.forms.find(({ refs }) => refs.includes(ref));
  const fields = readings.fields.filter((field) => field.eligible && form?.refs.includes(field.ref));
  return [...new Set(fields.map(({ role }) => role))];
}
