// What is said of a check, in every state: whole sentences, no promise that a claim is true, hostile words cleaned and kept as text.
import { expect, test } from 'vitest';
import { askedShort, leftOf, standingOf, whomOf } from '../../../components/words/checks.ts';
import type { Check, CheckStatus } from '../../../lib/check.ts';
import { FAILURES, STATUS_WORDS } from '../../../lib/checks/status.ts';
import type { LedgerView } from '../../../lib/ledger.ts';

const NOW = 1_800_000_000_000;
const HOUR = 60 * 60_000;

const entry = (check: Partial<Check> | null, over: Partial<LedgerView> = {}): LedgerView => ({
  id: 'c1',
  accountId: 'a1',
  whom: 'Robin',
  site: null,
  claims: [{ claim: 'age_over_18', required: true, reason: 'For wine.' }],
  redirectUrl: '',
  endpointIds: [],
  check: check && {
    remoteId: 'vs_1',
    status: 'created',
    statusWord: 'created',
    failureCode: null,
    tries: null,
    claims: [],
    redirectUrl: null,
    endpointIds: null,
    pageUrl: 'https://verify.kayle.id/vs_1',
    createdAt: NOW,
    updatedAt: NOW,
    expiresAt: NOW + HOUR,
    completedAt: null,
    ...check,
  },
  link: null,
  sentAt: NOW,
  lostAt: null,
  origin: 'here',
  clockOffset: 0,
  updatedAt: NOW,
  ...over,
});

test.each(Object.keys(STATUS_WORDS) as CheckStatus[])(
  '%s: a word, a sentence, and nothing is "verified"',
  (status) => {
    const { label, says } = standingOf(entry({ status, statusWord: 'half-done\u202e' }), NOW);
    expect(label).toMatch(/^[A-Z][a-z ]+$/);
    expect(says.join(' ')).toMatch(/\.$/);
    expect(says.join(' ')).not.toMatch(/verified|\$\d|\u202e/i);
  },
);

test.each(Object.keys(FAILURES))('%s: what happened and what can be done', (failureCode) => {
  const { says } = standingOf(entry({ status: 'failed', failureCode }), NOW);
  expect(says).toHaveLength(2);
  expect(says.join(' ')).not.toContain(failureCode);
});

test('once its answer was opened, it no longer sends anybody to the webhook for it; a failure is told all the same', () => {
  const answer = {
    type: 'succeeded',
    typeWord: 'verification.session.succeeded',
    eventId: null,
    claims: [],
    failureCode: null,
    cancelReason: null,
    signedAt: NOW,
    openedAt: NOW,
  } as const;
  const opened = { answer: { ...answer, claims: [] } };
  expect(standingOf(entry({ status: 'succeeded' }, opened), NOW).says.join()).toContain('opened here');
  expect(standingOf(entry({ status: 'failed' }, opened), NOW).says.join()).not.toContain('opened here');
});

test('a failure of a newer server is told by its own word, once', () => {
  const { says } = standingOf(entry({ status: 'failed', failureCode: 'mirror_broken' }), NOW);
  expect(says.join(' ').match(/mirror_broken/g)).toHaveLength(1);
});

test('the end is the service’s: past it a check has expired, whatever it says and whatever our clock says', () => {
  expect(standingOf(entry({}), NOW + HOUR).label).toBe('Expired');
  expect(standingOf(entry({}, { clockOffset: HOUR }), NOW).label).toBe('Expired');
  expect(standingOf(entry({}, { clockOffset: -HOUR }), NOW + HOUR).label).toBe('Waiting');
  expect(standingOf(entry(null), NOW).label).toBe('No answer yet');
});

test.each([
  [0, 0, '60:00'],
  [52_500, 0, '59:08'],
  [HOUR - 1, 0, '0:01'],
  [HOUR + 1, 0, '0:00'],
  [0, HOUR / 2, '30:00'],
])('%d ms in, with the service %d ms ahead: %s are left', (past, clockOffset, left) => {
  expect(leftOf(entry({}, { clockOffset }), NOW + past)).toBe(left);
});

test('what is asked, without the id that every check has; whom for, or that nobody wrote it down', () => {
  const asked = [{ claim: 'kayle_document_id' }, { claim: 'family_name' }, { claim: 'age_over_21' }];
  expect(askedShort(asked)).toBe('Over 21, Family name');
  expect(askedShort(asked.slice(0, 1))).toBe('Kayle document ID');
  expect(askedShort([{ claim: 'shoe\u202esize' }])).toBe('Something new: shoesize');
  expect(whomOf(entry({}, { whom: ' Kim\u202e ' }))).toBe('Kim');
  expect(whomOf(entry({}, { whom: '', origin: 'elsewhere' }))).toBe('Made elsewhere');
  expect(whomOf(entry({}, { whom: '' }))).toBe('No name noted');
});
