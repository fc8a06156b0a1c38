// What may be asked for, checked in the order the service checks it, and made into what it keeps (contract §4.2, §7.3): its own
// document id always required, a birth date and an age coupled, and everything asked for where nothing was said.
import { CREATE } from './errors.ts';
import type { ShareField } from './rows.ts';

const LABELS: Readonly<Record<string, string>> = {
  document_type_code: 'Document Type Code',
  issuing_country_code: 'Issuing Country Code',
  family_name: 'Family Name',
  given_names: 'Given Names',
  document_number: 'Document Number',
  nationality_code: 'Nationality Code',
  date_of_birth: 'Date of Birth',
  sex_marker: 'Sex Marker',
  document_expiry_date: 'Document Expiry Date',
  mrz_optional_data: 'MRZ Optional Data',
  kayle_document_id: 'Kayle Document ID',
  kayle_human_id: 'Kayle Human ID',
};
const OWN_ID = 'kayle_document_id';

/** The threshold of an age claim, leading zeros and all; null for any other. */
export function yearsOf(claim: string): number | null {
  const digits = /^age_over_(\d+)$/.exec(claim)?.[1];
  const years = Number(digits ?? Number.NaN);
  return years >= 12 && years <= 130 ? years : null;
}

const isAge = (claim: string): boolean => claim.startsWith('age_over_');

/** @throws Refusal, the first that fits. @returns claims by key, sorted as the service sorts them */
export function readShareFields(value: unknown): Record<string, ShareField> {
  if (value === undefined) return everything();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw CREATE.shareFields();
  const entries = Object.entries(value);
  if (entries.length > 32) throw CREATE.tooMany();
  const ages = entries.filter(([claim]) => yearsOf(claim) !== null);
  const coupled = ages.length > 0 && entries.some(([claim]) => claim === 'date_of_birth');
  const fields = entries.map(([claim, field]) => [claim, readField(claim, field, coupled)] as const);
  if (ages.length > 1) throw CREATE.twoAges();
  return sorted(withOwnId(couple(Object.fromEntries(fields), coupled)));
}

function readField(claim: string, field: unknown, coupled: boolean): ShareField {
  if (typeof field !== 'object' || field === null || Array.isArray(field)) throw CREATE.shareFields();
  const { required, reason } = field as Record<string, unknown>;
  if (typeof required !== 'boolean') throw CREATE.shareFields();
  if (typeof reason !== 'string') throw CREATE.noReason();
  const said = reason.trim().replace(/\s+/g, ' ');
  if (said === '' && !(coupled && isAge(claim))) throw CREATE.noReason();
  if (reason.length > 200) throw CREATE.longReason();
  if (isAge(claim) && yearsOf(claim) === null) throw CREATE.badAge();
  if (!isAge(claim) && !Object.hasOwn(LABELS, claim)) throw CREATE.unknownClaim();
  return { required, reason: said, source: 'rc' };
}

function couple(fields: Record<string, ShareField>, coupled: boolean): Record<string, ShareField> {
  const pair = Object.entries(fields).filter(([claim]) => claim === 'date_of_birth' || isAge(claim));
  if (coupled && pair.some(([, field]) => field.required))
    for (const [, field] of pair) field.required = true;
  return fields;
}

const byDefault = (claim: string): ShareField => ({
  required: claim === OWN_ID,
  reason: `Sharing "${LABELS[claim] ?? claim}"`,
  source: 'default',
});

function withOwnId(fields: Record<string, ShareField>): Record<string, ShareField> {
  const given = fields[OWN_ID];
  return { ...fields, [OWN_ID]: given === undefined ? byDefault(OWN_ID) : { ...given, required: true } };
}

const everything = (): Record<string, ShareField> =>
  sorted(Object.fromEntries(Object.keys(LABELS).map((claim) => [claim, byDefault(claim)])));

const sorted = (fields: Record<string, ShareField>): Record<string, ShareField> =>
  Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Nothing asked but one age, beside the service's own ids. */
export function isAgeOnly(claims: readonly string[]): boolean {
  const others = claims.filter((claim) => !isAge(claim) && !claim.startsWith('kayle_'));
  return claims.filter(isAge).length === 1 && others.length === 0;
}
