// What a form's fields say about its kind, as a table: each row a condition on the roles inside and its weight. Leans on
// lib/model.ts; pure. Roles required or forbidden by an archetype settle what the page's words leave open.
import type { FieldRole, FormKind } from '../model.ts';

/** What a form holds while its kind is still open: `password` counts every password box. */
export interface Holding {
  roles: Partial<Record<FieldRole | 'password' | 'message' | 'address' | 'any', number>>;
  saysNew: boolean;
  saysCurrent: boolean;
}

/** What the holding says for a kind: each row is a condition and its weight. */
export const ARCHETYPES: readonly {
  kind: FormKind;
  when: (holding: Holding) => boolean;
  weight: number;
  because: string;
  /** Counts only where words have named the kind: an address alone in a box may be for anything. */
  needsWords?: true;
}[] = [
  {
    kind: 'sign-up',
    when: ({ roles, saysNew }) => saysNew && has(roles.password),
    weight: 3.5,
    because: 'new-password',
  },
  {
    kind: 'sign-up',
    when: ({ roles, saysCurrent }) => count(roles.password) === 2 && !saysCurrent,
    weight: 2.5,
    because: 'two-passwords',
  },
  {
    kind: 'sign-up',
    when: ({ roles }) =>
      has(roles.password) &&
      (isPerson(roles) ||
        has(roles['birth-date']) ||
        has(roles['birth-year']) ||
        has(roles['email-confirm'])),
    weight: 4,
    because: 'password-and-person',
  },
  {
    kind: 'sign-up',
    when: ({ roles }) => has(roles.password) && has(roles.email) && has(roles.username),
    weight: 2.5,
    because: 'password-email-username',
  },
  {
    kind: 'log-in',
    when: ({ roles }) => count(roles.password) === 1 && count(roles.any) <= 3,
    weight: 2.5,
    because: 'one-password',
  },
  {
    kind: 'log-in',
    when: ({ roles, saysCurrent }) => count(roles.password) === 1 && saysCurrent,
    weight: 3,
    because: 'current-password',
  },
  { kind: 'log-in', when: ({ roles }) => count(roles.password) > 1, weight: -3, because: 'two-passwords' },
  {
    kind: 'log-in',
    when: ({ roles }) => isPerson(roles) || has(roles['email-confirm']) || has(roles.address),
    weight: -4,
    because: 'person',
  },
  {
    kind: 'sign-up',
    when: ({ roles }) =>
      isPerson(roles) && has(roles.email) && count(roles.address) < 2 && !has(roles.message),
    weight: 2,
    because: 'person',
  },
  {
    kind: 'settings',
    when: ({ roles, saysCurrent }) => count(roles.password) >= 2 && saysCurrent,
    weight: 6,
    because: 'current-and-new',
  },
  {
    kind: 'settings',
    when: ({ roles, saysNew }) => has(roles.password) && saysNew,
    weight: 2.5,
    because: 'new-password',
    needsWords: true,
  },
  {
    kind: 'settings',
    when: ({ roles, saysNew }) => has(roles.password) && saysNew && !has(roles.email) && !has(roles.username),
    weight: 2.5,
    because: 'passwords-alone',
  },
  {
    kind: 'settings',
    when: ({ roles, saysNew }) =>
      saysNew && count(roles.password) >= 2 && count(roles.any) === count(roles.password),
    weight: 4,
    because: 'passwords-alone',
  },
  {
    kind: 'newsletter',
    when: ({ roles }) => has(roles.email) && count(roles.any) <= 2 && !has(roles.password),
    weight: 4.2,
    because: 'email-alone',
    needsWords: true,
  },
  {
    kind: 'newsletter',
    when: ({ roles }) => has(roles.password) || has(roles['card-number']) || has(roles.code),
    weight: -6,
    because: 'more-than-email',
  },
  {
    kind: 'contact',
    when: ({ roles }) => has(roles.message) && !has(roles.password),
    weight: 3,
    because: 'message',
  },
  { kind: 'contact', when: ({ roles }) => has(roles.password), weight: -5, because: 'password' },
  { kind: 'contact', when: ({ roles }) => count(roles.address) >= 2, weight: -2, because: 'address' },
  { kind: 'contact', when: ({ roles }) => !has(roles.message), weight: -3, because: 'no-message' },
  {
    kind: 'checkout',
    when: ({ roles }) => count(roles.address) >= 2 && !has(roles.password),
    weight: 4,
    because: 'address',
  },
  {
    kind: 'checkout',
    when: ({ roles }) => has(roles['card-number']) && (has(roles.email) || has(roles.address)),
    weight: 4,
    because: 'card-and-address',
  },
  {
    kind: 'checkout',
    when: ({ roles }) => has(roles.password) && !has(roles.address),
    weight: -4,
    because: 'password',
  },
  {
    kind: 'payment',
    when: ({ roles }) => !has(roles.password) && (has(roles['card-number']) || has(roles['card-code'])),
    weight: 6,
    because: 'card',
  },
  {
    kind: 'payment',
    when: ({ roles }) => !has(roles['card-number']) && !has(roles['card-code']),
    weight: -6,
    because: 'no-card',
  },
  {
    kind: 'search',
    when: ({ roles }) => has(roles.password) || has(roles.email) || has(roles.code),
    weight: -6,
    because: 'more-than-search',
  },
];

/** A name alone above a password is what one logs in with, whatever it is called. */
function isPerson(roles: Holding['roles']): boolean {
  if (has(roles.password) && count(roles.any) <= 2) return false;
  return has(roles['given-name']) || has(roles['family-name']) || has(roles['full-name']);
}

export function count(value: number | undefined): number {
  return value ?? 0;
}

export function has(value: number | undefined): boolean {
  return count(value) > 0;
}
