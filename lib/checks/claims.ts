// The claims that can be asked for (contract §7.3), with the catalogue keys of their words: what each is called, and what it
// tells the asker. Pure. Claims of older or newer servers pass as unknown; nothing here decides what may be asked.

/** In the order of a passport's page; ages stand apart, for there are 119 of them. */
export const STATIC_CLAIMS = [
  'given_names',
  'family_name',
  'date_of_birth',
  'sex_marker',
  'nationality_code',
  'document_type_code',
  'issuing_country_code',
  'document_number',
  'document_expiry_date',
  'mrz_optional_data',
  'kayle_document_id',
  'kayle_human_id',
] as const;
export type StaticClaim = (typeof STATIC_CLAIMS)[number];

/** `account`: says nothing about the person but whether two checks are of the same document, for one asker. */
export type ClaimKind = 'name' | 'person' | 'document' | 'account' | 'age' | 'unknown';

interface ClaimFacts {
  kind: ClaimKind;
  /** Catalogue keys. */
  label: string;
  tells: string;
}

export const CLAIMS = {
  given_names: { kind: 'name', label: 'checkClaimGivenNames', tells: 'checkClaimGivenNamesTells' },
  family_name: { kind: 'name', label: 'checkClaimFamilyName', tells: 'checkClaimFamilyNameTells' },
  date_of_birth: { kind: 'person', label: 'checkClaimBirthDate', tells: 'checkClaimBirthDateTells' },
  sex_marker: { kind: 'person', label: 'checkClaimSex', tells: 'checkClaimSexTells' },
  nationality_code: { kind: 'person', label: 'checkClaimNationality', tells: 'checkClaimNationalityTells' },
  document_type_code: {
    kind: 'document',
    label: 'checkClaimDocumentType',
    tells: 'checkClaimDocumentTypeTells',
  },
  issuing_country_code: { kind: 'document', label: 'checkClaimIssuer', tells: 'checkClaimIssuerTells' },
  document_number: {
    kind: 'document',
    label: 'checkClaimDocumentNumber',
    tells: 'checkClaimDocumentNumberTells',
  },
  document_expiry_date: { kind: 'document', label: 'checkClaimExpiry', tells: 'checkClaimExpiryTells' },
  mrz_optional_data: {
    kind: 'document',
    label: 'checkClaimOptionalData',
    tells: 'checkClaimOptionalDataTells',
  },
  kayle_document_id: { kind: 'account', label: 'checkClaimDocumentId', tells: 'checkClaimDocumentIdTells' },
  kayle_human_id: { kind: 'account', label: 'checkClaimHumanId', tells: 'checkClaimHumanIdTells' },
} as const satisfies Record<StaticClaim, ClaimFacts>;

/** `$1` is the number of years. */
export const AGE_CLAIM = {
  kind: 'age',
  label: 'checkClaimAge',
  tells: 'checkClaimAgeTells',
} as const satisfies ClaimFacts;

/** `$1` is the claim's own name. */
export const UNKNOWN_CLAIM = {
  kind: 'unknown',
  label: 'checkClaimUnknown',
  tells: 'checkClaimUnknownTells',
} as const satisfies ClaimFacts;

type Described = (typeof CLAIMS)[StaticClaim] | typeof AGE_CLAIM | typeof UNKNOWN_CLAIM;

/** Asked for by the service itself, whatever was chosen; always required. */
export const ALWAYS_ASKED: StaticClaim = 'kayle_document_id';

export const LEAST_AGE = 12;
export const MOST_AGE = 130;
/** Entries of `share_fields`. */
export const MOST_CLAIMS = 32;

export function isStaticClaim(claim: string): claim is StaticClaim {
  return Object.hasOwn(CLAIMS, claim);
}

/** Whether it is meant as an age threshold, possible or not. */
export function isAgeClaim(claim: string): boolean {
  return claim.startsWith('age_over_');
}

/** @returns the years of an age claim the service knows (12 to 130; leading zeros pass, as they do there), else null */
export function ageOf(claim: string): number | null {
  const digits = /^age_over_(\d{1,8})$/.exec(claim)?.[1];
  const years = Number(digits ?? Number.NaN);
  return years >= LEAST_AGE && years <= MOST_AGE ? years : null;
}

/**
 * @param years a whole number of 12 to 130
 * @returns the claim's key in its one canonical spelling
 * @throws RangeError for any other age
 */
export function ageClaim(years: number): string {
  if (!Number.isInteger(years) || years < LEAST_AGE || years > MOST_AGE)
    throw new RangeError('age threshold');
  return `age_over_${years}`;
}

/** @returns kind, catalogue keys and what fills their `$1` */
export function describeClaim(claim: string): Described & { subs: readonly string[] } {
  const years = ageOf(claim);
  if (years !== null) return { ...AGE_CLAIM, subs: [String(years)] };
  return isStaticClaim(claim) ? { ...CLAIMS[claim], subs: [] } : { ...UNKNOWN_CLAIM, subs: [claim] };
}

/**
 * Whether nothing is asked but one age threshold, beside ids made for the asker (contract §7.3): judged by the claims, not
 * by what the server says of them.
 */
export function isAgeOnly(claims: readonly string[]): boolean {
  const ages = claims.filter((claim) => ageOf(claim) !== null);
  const others = claims.filter((claim) => ageOf(claim) === null && describeClaim(claim).kind !== 'account');
  return ages.length === 1 && others.length === 0;
}
