// Before you continue: who asks and what speaks against it, by facts; and after a lost answer, which checks may be ours.
import { describe, expect, test } from 'vitest';
import type { Concern } from '../../../lib/asked.ts';
import type { AskedCheck, AskedClaim, AskedStatus, Check } from '../../../lib/check.ts';
import { type CheckIntent, candidates, listFrom, MOST_SKEW } from '../../../lib/checks/adopt.ts';
import { readAsked } from '../../../lib/checks/reading.ts';

const NOW = 1_800_000_000_000;
const ID = `vs_${'a'.repeat(64)}`;
const claim = (key: string, over: Partial<AskedClaim> = {}): AskedClaim => ({
  claim: key,
  required: true,
  reason: 'To rent you a car',
  chosen: true,
  ...over,
});
const OWN_ID = claim('kayle_document_id', { reason: 'Sharing "Kayle Document ID"', chosen: false });

const asked = (
  claims: AskedClaim[],
  organization: Partial<AskedCheck['organization']> = {},
  expiresAt: number | null = null,
): AskedCheck => ({
  sessionId: ID,
  claims,
  ageOnly: false,
  organization: {
    id: 'o',
    name: 'Cars <b>& more</b>',
    ownerChecked: true,
    verifiedDomains: ['cars.example'],
    logoUrl: null,
    businessType: null,
    businessName: null,
    jurisdiction: null,
    registrationNumber: null,
    websiteUrl: 'https://www.cars.example/',
    privacyPolicyUrl: null,
    termsUrl: null,
    description: null,
    ...organization,
  },
  recourse: { appealUrl: null, complaintsUrl: null, otherWayUrl: null, email: null },
  expiresAt,
});
const status = (over: Partial<AskedStatus> = {}): AskedStatus => ({
  sessionId: ID,
  status: 'created',
  statusWord: 'created',
  ended: false,
  completedAt: null,
  redirectUrl: null,
  ...over,
});
const concerns = (of: AskedCheck, before: string | null = null): Concern[] =>
  readAsked(of, status(), before, NOW).concerns.map(({ concern }) => concern);

test("an honest identity check from the organisation's own site raises no concern", () => {
  const reading = readAsked(
    asked([claim('family_name'), OWN_ID]),
    status(),
    'https://rent.cars.example/book?x=1',
    NOW,
  );
  expect(reading).toMatchObject({
    cameFrom: 'theirs',
    cameFromSite: 'cars.example',
    concerns: [],
    ended: false,
  });
});

describe('the site before', () => {
  test.each([
    ['https://evil.example/', 'elsewhere'],
    ['https://cars.example.evil.example/', 'elsewhere'],
    ['https://notcars.example/', 'elsewhere'],
    ['about:blank', 'unknown'],
    [null, 'unknown'],
  ])('%s: %s', (before, from) => {
    expect(readAsked(asked([claim('family_name')]), null, before, NOW).cameFrom).toBe(from);
  });

  test('without a domain that was proved, nothing is said about it', () => {
    const of = asked([claim('family_name')], { verifiedDomains: [], websiteUrl: 'https://cars.example/' });
    expect(readAsked(of, null, 'https://cars.example/', NOW).cameFrom).toBe('unknown');
  });
});

describe('concerns', () => {
  test('an organisation that proved nothing, unless only an age is asked', () => {
    const nobody = { verifiedDomains: [], ownerChecked: false };
    expect(concerns(asked([claim('family_name')], nobody))).toEqual([
      'unverified-organization',
      'owner-unchecked',
    ]);
    expect(concerns(asked([claim('age_over_18'), OWN_ID], nobody))).toEqual([]);
  });

  test('age-only is judged by the claims, not by the word of the server', () => {
    const lying = { ...asked([claim('family_name')], { verifiedDomains: [] }), ageOnly: true };
    expect(readAsked(lying, null, null, NOW)).toMatchObject({ ageOnly: false, threshold: null });
    expect(concerns(lying)).toContain('unverified-organization');
    expect(readAsked(asked([claim('age_over_21')]), null, null, NOW)).toMatchObject({
      ageOnly: true,
      threshold: 21,
    });
  });

  test('links that lead off the domains they proved', () => {
    const of = asked([claim('family_name')], { privacyPolicyUrl: 'https://policies.example/cars' });
    expect(readAsked(of, null, null, NOW).concerns).toEqual([
      { concern: 'links-off-domain', subs: ['policies.example'] },
    ]);
  });

  test('coming from elsewhere names both sides', () => {
    const { concerns: found } = readAsked(asked([claim('family_name')]), null, 'https://evil.example/', NOW);
    expect(found).toEqual([{ concern: 'came-from-elsewhere', subs: ['evil.example', 'cars.example'] }]);
  });

  test('a birth date; everything at once, without reasons', () => {
    expect(concerns(asked([claim('date_of_birth')]))).toEqual(['asks-birth-date']);
    const all = Array.from({ length: 11 }, (_, at) => claim(`claim_${at}`, { chosen: false }));
    expect(readAsked(asked(all), null, null, NOW).concerns).toEqual([
      { concern: 'asks-everything', subs: [] },
      { concern: 'no-reasons', subs: ['11'] },
    ]);
  });
});

describe('whether it is still open', () => {
  const read = (of: AskedStatus | null, expiresAt: number | null = null) => {
    const { status: word, ended, openUntil } = readAsked(asked([], {}, expiresAt), of, null, NOW);
    return [word, ended, openUntil];
  };

  test('by its status, by its end, or not known', () => {
    expect(read(status())).toEqual(['created', false, null]);
    expect(read(status({ status: 'succeeded', ended: true }))).toEqual(['succeeded', true, null]);
    expect(read(status(), NOW)).toEqual(['expired', true, NOW]);
    expect(read(status(), NOW + 1)).toEqual(['created', false, NOW + 1]);
    expect(read(status({ status: 'unknown' }))).toEqual(['unknown', false, null]);
    expect(read(null)).toEqual(['created', false, null]);
  });
});

describe('after a lost answer', () => {
  const intent: CheckIntent = {
    shareFields: { age_over_18: { required: true, reason: 'To sell you wine' } },
    redirectUrl: null,
    sentAt: NOW,
    lostAt: NOW + 30_000,
  };
  const made = (over: Partial<Check> = {}): Check => ({
    remoteId: ID,
    status: 'created',
    statusWord: 'created',
    failureCode: null,
    tries: null,
    claims: [claim('age_over_18', { reason: 'To sell you wine' }), OWN_ID],
    redirectUrl: null,
    endpointIds: null,
    pageUrl: `https://verify.kayle.id/${ID}`,
    createdAt: NOW + 100,
    updatedAt: NOW + 100,
    expiresAt: NOW + 3_600_100,
    completedAt: null,
    ...over,
  });
  const ids = (checks: Check[], known: string[] = []) =>
    candidates(intent, checks, new Set(known)).map(({ remoteId }) => remoteId);

  test('the same claims, reasons and redirect at about that time; the nearest first', () => {
    const near = made({ remoteId: 'vs_near', createdAt: NOW + 20_000 });
    const far = made({ remoteId: 'vs_far', createdAt: NOW - 3_000_000 });
    expect(ids([far, near])).toEqual(['vs_near', 'vs_far']);
    expect(listFrom(intent)).toBe(NOW - MOST_SKEW);
  });

  test.each([
    ['another age', { claims: [claim('age_over_21', { reason: 'To sell you wine' })] }],
    ['another reason', { claims: [claim('age_over_18')] }],
    ['not required', { claims: [claim('age_over_18', { reason: 'To sell you wine', required: false })] }],
    ['more asked', { claims: [claim('age_over_18', { reason: 'To sell you wine' }), claim('family_name')] }],
    ['another redirect', { redirectUrl: 'https://a.example/' }],
    ['long before', { createdAt: NOW - MOST_SKEW - 1 }],
    ['long after', { createdAt: NOW + 30_000 + MOST_SKEW + 1 }],
  ])('not %s', (_, over) => {
    expect(ids([made(over)])).toEqual([]);
  });

  test('not what the ledger has already', () => {
    expect(ids([made()], [ID])).toEqual([]);
    expect(ids([made()])).toEqual([ID]);
  });

  test('an age and a birth date that the service coupled are still the same', () => {
    const coupled: CheckIntent = {
      ...intent,
      shareFields: {
        date_of_birth: { required: false, reason: 'For the contract' },
        age_over_18: { required: true, reason: 'To sell you wine' },
      },
    };
    const check = made({
      claims: [
        claim('age_over_18', { reason: 'To sell you wine' }),
        claim('date_of_birth', { reason: 'For the contract' }),
      ],
    });
    expect(candidates(coupled, [check], new Set())).toHaveLength(1);
  });
});
