// What of an identity a form can ask for, and which fields ask for it: a total table. Leans on the model; knows no page, no value.
import { BEGINS } from './form-kind.ts';
import type { FieldRole, FormKind } from './model.ts';

/** In the order people read them. */
export const PERSONA_PARTS = ['email', 'username', 'name', 'birth-date', 'phone'] as const;
export type PersonaPart = (typeof PERSONA_PARTS)[number];

/** Total: a new role must say whether an identity has anything for it. */
export const PART_OF: Record<FieldRole, PersonaPart | null> = {
  email: 'email',
  'email-confirm': 'email',
  username: 'username',
  'given-name': 'name',
  'family-name': 'name',
  'full-name': 'name',
  'birth-date': 'birth-date',
  'birth-day': 'birth-date',
  'birth-month': 'birth-date',
  'birth-year': 'birth-date',
  phone: 'phone',
  code: null,
  'new-password': null,
  'current-password': null,
  'card-number': null,
  'card-expiry': null,
  'card-expiry-month': null,
  'card-expiry-year': null,
  'card-code': null,
  'card-name': null,
  other: null,
};

/** What says who one is; an address and a log-in name are given without it. */
const PERSONAL: ReadonlySet<PersonaPart> = new Set(['name', 'birth-date', 'phone']);

export function isPersonal(role: FieldRole): boolean {
  const part = PART_OF[role];
  return part !== null && PERSONAL.has(part);
}

/** Whether a form asks for more of an identity than its address. @param roles of all its fields */
export function asksWho(form: FormKind, roles: readonly FieldRole[]): boolean {
  return BEGINS[form] && roles.some(isPersonal);
}

/** The values of an identity as they go to the script that spells them for each field; only what was chosen. */
export interface PersonaValues {
  email?: string;
  username?: string;
  name?: string;
  /** `YYYY-MM-DD`. */
  birthDate?: string;
  /** E.164. */
  phone?: string;
}
