// Ready-made checks that ask for as little as their purpose needs. Pure. Reasons are catalogue keys, filled by whoever shows
// them, so that they are written in the user's language and can be changed before sending. Own templates are drafts, kept sealed.
import { ageClaim } from './claims.ts';

export type TemplateId = 'over-18' | 'over-21' | 'over-age' | 'country' | 'name';

interface Template {
  /** Catalogue keys. */
  label: string;
  reason: string;
  claims: readonly string[];
  /** Years of its age threshold; `choose`: 12 to 130, asked for first; null for none. */
  age: number | 'choose' | null;
}

export const TEMPLATES = {
  'over-18': { label: 'checkTemplateOver18', reason: 'checkReasonAge', claims: [], age: 18 },
  'over-21': { label: 'checkTemplateOver21', reason: 'checkReasonAge', claims: [], age: 21 },
  'over-age': { label: 'checkTemplateOverAge', reason: 'checkReasonAge', claims: [], age: 'choose' },
  country: {
    label: 'checkTemplateCountry',
    reason: 'checkReasonCountry',
    claims: ['nationality_code'],
    age: null,
  },
  name: {
    label: 'checkTemplateName',
    reason: 'checkReasonName',
    claims: ['given_names', 'family_name'],
    age: null,
  },
} as const satisfies Record<TemplateId, Template>;

export const TEMPLATE_IDS = Object.keys(TEMPLATES) as TemplateId[];

/**
 * @param years for `over-age`; of no use to the others
 * @returns the claims it asks for, all of them required
 * @throws RangeError if `over-age` gets no age of 12 to 130
 */
export function claimsOf(id: TemplateId, years?: number): string[] {
  const { claims, age } = TEMPLATES[id];
  const threshold = age === 'choose' ? (years ?? Number.NaN) : age;
  return threshold === null ? [...claims] : [ageClaim(threshold)];
}
