// The linter: everything the service refuses is refused here first, asking for too much is warned of, and a modest check with an
// honest reason passes without a word.
import { describe, expect, test } from 'vitest';
import { STATIC_CLAIMS } from '../../../lib/checks/claims.ts';
import type { CheckDraft, DraftClaim } from '../../../lib/checks/draft.ts';
import { canSend, type LintContext, lint } from '../../../lib/checks/lint.ts';

const because = 'Alcohol is sold to adults only';
const claim = (key: string, reason = because): DraftClaim => ({ claim: key, required: true, reason });
const draft = (claims: readonly DraftClaim[], over: Partial<CheckDraft> = {}): CheckDraft => ({
  claims,
  redirectUrl: '',
  endpointIds: [],
  ...over,
});
const rules = (of: CheckDraft, context?: LintContext): string[] =>
  lint(of, context).map(({ rule, claim: about }) => (about === null ? rule : `${rule}: ${about}`));
const reasonRules = (reason: string): string[] =>
  lint(draft([claim('age_over_18', reason)])).map(({ rule }) => rule);

test('a modest check passes', () => {
  expect(rules(draft([claim('age_over_18')]))).toEqual([]);
  expect(canSend(lint(draft([claim('age_over_18')])))).toBe(true);
});

describe('refused before the service does', () => {
  test('nothing, too much, and what is no claim', () => {
    expect(rules(draft([]))).toEqual(['nothing-asked']);
    const many = Array.from({ length: 33 }, (_, at) => claim(`c${at}`));
    expect(rules(draft(many))).toContain('too-many-claims');
    expect(rules(draft([claim('document_photo')]))).toEqual(['unknown-claim: document_photo']);
    expect(rules(draft([claim('toString')]))).toEqual(['unknown-claim: toString']);
  });

  test.each(['age_over_11', 'age_over_131', 'age_over_x', 'age_over_'])('%s', (key) => {
    expect(rules(draft([claim(key)]))).toEqual([`bad-age: ${key}`]);
  });

  test('two ages, also when one of them is impossible; the same one twice is something else', () => {
    expect(rules(draft([claim('age_over_18'), claim('age_over_21')]))).toEqual(['two-ages']);
    expect(rules(draft([claim('age_over_18'), claim('age_over_11')]))).toContain('two-ages');
    expect(rules(draft([claim('age_over_18'), claim('age_over_018')]))).toEqual([
      'asked-twice: age_over_018',
    ]);
  });

  test.each([
    ['', 'reason-missing'],
    [' \n\t ', 'reason-missing'],
    ['a'.repeat(201), 'reason-long'],
    [`Alcohol is sold to adults${' '.repeat(180)}`, 'reason-long'],
    ['Alcohol is\u0000 sold to adults', 'reason-control'],
    ['Alcohol is \u202esold to adults', 'reason-control'],
    ['Alcohol is \u2066sold to adults', 'reason-control'],
    ['Alcohol is \u0085sold to adults', 'reason-control'],
  ])('reason %j: %s', (reason, rule) => {
    expect(reasonRules(reason)).toContain(rule);
    expect(canSend(lint(draft([claim('age_over_18', reason)])))).toBe(false);
  });

  test('200 characters and line breaks are fine', () => {
    const long = 'Alcohol is sold to adults. '.repeat(8).slice(0, 200);
    expect(reasonRules(long)).toEqual([]);
    expect(reasonRules('Alcohol is sold\nto adults only')).toEqual([]);
  });

  test.each([
    ['http://shop.example/back', 'redirect-http'],
    ['javascript:alert(1)', 'redirect-invalid'],
    ['shop.example', 'redirect-invalid'],
    ['https://me:pw@shop.example/', 'redirect-credentials'],
    [`https://shop.example/${'a'.repeat(2048)}`, 'redirect-long'],
  ])('redirect %s', (redirectUrl, rule) => {
    const findings = lint(draft([claim('age_over_18')], { redirectUrl }));
    expect(findings).toEqual([{ rule, claim: null }]);
    expect(canSend(findings)).toBe(false);
  });

  test('more endpoints than an answer can go to', () => {
    const endpointIds = Array.from({ length: 26 }, (_, at) => `whe_${at}`);
    expect(rules(draft([claim('age_over_18')], { endpointIds }))).toEqual(['too-many-endpoints']);
  });
});

describe('warned of, and left to the person', () => {
  test('a redirect to this computer', () => {
    const findings = lint(draft([claim('age_over_18')], { redirectUrl: 'http://localhost:3000/' }));
    expect(findings).toEqual([{ rule: 'redirect-loopback', claim: null }]);
    expect(canSend(findings)).toBe(true);
  });

  test('a birth date, alone and beside an age', () => {
    expect(rules(draft([claim('date_of_birth')]))).toEqual(['birth-date: date_of_birth']);
    expect(rules(draft([claim('date_of_birth'), claim('age_over_18')]))).toEqual([
      'birth-date-and-age: date_of_birth',
    ]);
  });

  test('what hardly anybody needs, what comes empty, and nearly everything', () => {
    expect(rules(draft([claim('document_number')]))).toEqual(['rarely-needed: document_number']);
    expect(rules(draft([claim('kayle_human_id')]))).toEqual(['always-empty: kayle_human_id']);
    expect(rules(draft(STATIC_CLAIMS.map((key) => claim(key))))).toContain('much-asked');
  });

  test.each([
    'KYC',
    'verification',
    'Required for identity verification purposes.',
    'Because we need this information',
    'asdf',
    'aaaaaaaaaaaaaaaa',
    '............',
    'We check your age',
    '確認',
  ])('an empty reason: %s', (reason) => {
    expect(reasonRules(reason)).toEqual(['reason-vague']);
  });

  test.each([
    'To rent you a car',
    'Alkohol nur für Erwachsene',
    'Pour louer une voiture',
    'お酒の購入のため',
    '购买酒类需要成年',
    'Чтобы продать вам вино',
    'لشراء سيارة جديدة',
  ])('a reason in any language: %s', (reason) => {
    expect(reasonRules(reason)).toEqual([]);
  });

  test('an answer that nobody would get, or nobody could open', () => {
    const endpoint = { remoteId: 'whe_1', enabled: true, hasActiveKey: true };
    const age = draft([claim('age_over_18')]);
    expect(rules(age, { endpoints: [endpoint] })).toEqual([]);
    expect(rules(age, { endpoints: [] })).toEqual(['no-endpoint']);
    expect(rules(age, { endpoints: [{ ...endpoint, enabled: false }] })).toEqual(['no-endpoint']);
    expect(rules(age, { endpoints: [{ ...endpoint, hasActiveKey: false }] })).toEqual(['no-active-key']);
    const other = { ...age, endpointIds: ['whe_2'] };
    expect(rules(other, { endpoints: [endpoint] })).toEqual(['no-endpoint']);
  });
});

test('what is refused comes before what is warned of', () => {
  const found = rules(draft([claim('date_of_birth'), claim('nonsense')]));
  expect(found).toEqual(['unknown-claim: nonsense', 'birth-date: date_of_birth']);
});
