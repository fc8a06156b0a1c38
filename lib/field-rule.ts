// The user's word on a field: which field, what it is, and why a page offers nothing. Nouns that page, worker and screens
// share, beside those of lib/model.ts; leans on nothing and holds no value of any field.

/** What the user says of one field of a site: what it is, or that it is none of ours. */
export type RuleMeaning = 'email' | 'code' | 'never';

/** Which field of a page is meant, by what stays the same from visit to visit. Names structure only, holds no value. */
export interface FieldDescriptor {
  type: string;
  /** Name or id without serial numbers. */
  name: string;
  label: string;
  form: string;
  /** Path with `#` for numbers and tokens. */
  path: string;
  /** Position among the controls of its form. */
  at: number;
}

/** The user's word on a field, kept for a site; stronger than recognition. */
export interface FieldRule {
  id: string;
  /** Registrable domain. */
  site: string;
  means: RuleMeaning;
  field: FieldDescriptor;
  createdAt: number;
}

/** Why the page's script offers nothing in a field. */
export const PAGE_STOPS = [
  'by-rule',
  'opted-out',
  'disabled',
  'read-only',
  'hidden',
  'look-alike',
  'unsure',
  'role',
  'form',
] as const;
export type PageStop = (typeof PAGE_STOPS)[number];

/** A rule as a page's script needs it: its site is the page's own. */
export type PlainRule = Pick<FieldRule, 'means' | 'field'>;
