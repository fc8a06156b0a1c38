// What is sent for a draft, what the person will be asked, and the templates: always explicit, never more than was chosen.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageClaim, ageOf, describeClaim, isAgeOnly, STATIC_CLAIMS } from '../../../lib/checks/claims.ts';
import { type DraftClaim, previewOf, shareFieldsOf, wishOf } from '../../../lib/checks/draft.ts';
import { claimsOf, TEMPLATE_IDS } from '../../../lib/checks/templates.ts';

const because = 'To sell you a knife';
const claim = (key: string, required = true, reason = because): DraftClaim => ({
  claim: key,
  required,
  reason,
});

describe('ages', () => {
  test('every age from 12 to 130 is a claim and comes back; no other is', () => {
    for (let years = 12; years <= 130; years += 1) expect(ageOf(ageClaim(years))).toBe(years);
    for (const years of [11, 131, 18.5, -18, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => ageClaim(years)).toThrow(RangeError);
  });

  test.each([
    'age_over_11',
    'age_over_131',
    'age_over_',
    'age_over_x',
    'age_over_1e2',
    'age_over_18 ',
    'xage_over_18',
  ])('%s is none', (key) => {
    expect(ageOf(key)).toBeNull();
  });

  test('leading zeros are read, and never sent', () => {
    expect(ageOf('age_over_018')).toBe(18);
    expect(shareFieldsOf([claim('age_over_018')])).toEqual({
      age_over_18: { required: true, reason: because },
    });
  });

  test('an age-only check has one age and nothing of the person', () => {
    expect(isAgeOnly(['age_over_18'])).toBe(true);
    expect(isAgeOnly(['kayle_document_id', 'age_over_18', 'kayle_human_id'])).toBe(true);
    expect(isAgeOnly(['age_over_18', 'age_over_21'])).toBe(false);
    expect(isAgeOnly(['age_over_18', 'family_name'])).toBe(false);
    expect(isAgeOnly(['age_over_18', 'something_new'])).toBe(false);
    expect(isAgeOnly(['kayle_document_id'])).toBe(false);
  });
});

test('every claim has words of its own; a new one is told as itself', () => {
  const labels = STATIC_CLAIMS.map((key) => describeClaim(key).label);
  expect(new Set(labels).size).toBe(STATIC_CLAIMS.length);
  expect(describeClaim('age_over_21')).toMatchObject({ kind: 'age', subs: ['21'] });
  expect(describeClaim('blood_type')).toMatchObject({ kind: 'unknown', subs: ['blood_type'] });
  expect(describeClaim('constructor').kind).toBe('unknown');
});

test('what is sent holds every chosen claim and no other, whatever is chosen', () => {
  const anyClaim = fc.record({
    claim: fc.constantFrom(...STATIC_CLAIMS, 'age_over_18', 'age_over_99'),
    required: fc.boolean(),
    reason: fc.string(),
  });
  fc.assert(
    fc.property(fc.array(anyClaim, { minLength: 1, maxLength: 20 }), (claims) => {
      const { shareFields } = wishOf({ claims, redirectUrl: '', endpointIds: [] });
      expect(new Set(Object.keys(shareFields))).toEqual(new Set(claims.map((one) => one.claim)));
      for (const { reason } of Object.values(shareFields)) expect(reason).toBe(reason.trim());
    }),
  );
});

test('redirect and endpoints are sent only if chosen', () => {
  const claims = [claim('family_name', false, '  To  greet\nyou ')];
  expect(wishOf({ claims, redirectUrl: ' ', endpointIds: [] })).toEqual({
    shareFields: { family_name: { required: false, reason: 'To greet you' } },
  });
  const wish = wishOf({
    claims,
    redirectUrl: ' https://a.example/x ',
    endpointIds: ['whe_1', 'whe_1', 'whe_2'],
  });
  expect(wish).toMatchObject({ redirectUrl: 'https://a.example/x', endpointIds: ['whe_1', 'whe_2'] });
});

describe('the preview is what the service makes of it', () => {
  test('the document id is always there and always required', () => {
    expect(previewOf([claim('family_name', false)])).toEqual([
      { claim: 'family_name', required: false, reason: because, chosen: true },
      { claim: 'kayle_document_id', required: true, reason: '', chosen: false },
    ]);
    expect(previewOf([claim('kayle_document_id', false)])[0]).toMatchObject({ required: true, chosen: true });
  });

  test('a birth date and an age are both required as soon as one is', () => {
    const required = (...claims: DraftClaim[]) =>
      previewOf(claims).map((one) => `${one.claim} ${one.required}`);
    expect(required(claim('date_of_birth', false), claim('age_over_18', true))).toEqual([
      'age_over_18 true',
      'date_of_birth true',
      'kayle_document_id true',
    ]);
    expect(required(claim('date_of_birth', false), claim('age_over_18', false))).toEqual([
      'age_over_18 false',
      'date_of_birth false',
      'kayle_document_id true',
    ]);
  });
});

describe('templates', () => {
  test('each asks for known claims only', () => {
    for (const id of TEMPLATE_IDS)
      for (const key of claimsOf(id, 16)) expect(describeClaim(key).kind).not.toBe('unknown');
  });

  test("the age of one's own choice, within what is possible", () => {
    expect(claimsOf('over-18')).toEqual(['age_over_18']);
    expect(claimsOf('over-age', 67)).toEqual(['age_over_67']);
    expect(() => claimsOf('over-age')).toThrow(RangeError);
    expect(() => claimsOf('over-age', 11)).toThrow(RangeError);
  });
});
