// How checks and deliveries read: expiry by the clock, words for every code, the schedule of tries, and one line of health.
import { describe, expect, test } from 'vitest';
import type { CheckStatus, Delivery, EncryptionKey, WebhookEndpoint } from '../../../lib/check.ts';
import { healthOf, keptFor, nextTry, PAUSES, retryBar } from '../../../lib/checks/delivery.ts';
import { abilitiesOf, adviceFor } from '../../../lib/checks/scopes.ts';
import { setUpSteps } from '../../../lib/checks/setup.ts';
import {
  awaitsLook,
  cancelReasonWords,
  clockOffset,
  describeFailure,
  shownStatus,
} from '../../../lib/checks/status.ts';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;

describe('status', () => {
  test('past its end an open check has expired, whatever the server says', () => {
    const open = { status: 'in-progress', expiresAt: NOW } as const;
    expect(shownStatus(open, NOW - 1)).toBe('in-progress');
    expect(shownStatus(open, NOW)).toBe('expired');
    expect(shownStatus({ status: 'succeeded', expiresAt: NOW }, NOW + 1)).toBe('succeeded');
  });

  test('open checks are looked at, ended ones are not; a new status for a day', () => {
    const looked = (status: CheckStatus, lookedAt: number) => ({
      check: { status, expiresAt: NOW + MINUTE },
      clockOffset: 0,
      updatedAt: lookedAt,
      lookedAt,
    });
    expect(awaitsLook(looked('created', NOW), NOW)).toBe(true);
    for (const status of ['succeeded', 'failed', 'cancelled', 'expired', 'completed'] as const)
      expect(awaitsLook(looked(status, NOW), NOW)).toBe(false);
    expect(awaitsLook({ ...looked('created', NOW), check: null }, NOW)).toBe(false);
    expect(awaitsLook(looked('unknown', NOW + 60 * MINUTE), NOW + 60 * MINUTE)).toBe(true);
    expect(awaitsLook(looked('unknown', NOW + 25 * 60 * MINUTE), NOW + 25 * 60 * MINUTE)).toBe(false);
  });

  test('after its hour a check is looked at once more: it may have been completed in the last minute, or while we were locked', () => {
    const expiresAt = NOW + MINUTE;
    const seen = { check: { status: 'in-progress', expiresAt }, clockOffset: 0, updatedAt: NOW } as const;
    expect(awaitsLook(seen, expiresAt + 90 * MINUTE)).toBe(true);
    expect(awaitsLook({ ...seen, lookedAt: expiresAt }, expiresAt + 90 * MINUTE)).toBe(false);
    // By the service's clock, an hour ahead of ours: its end is an hour away for it, and a minute for us.
    const ahead = {
      ...seen,
      check: { ...seen.check, expiresAt: expiresAt + 60 * MINUTE },
      clockOffset: 60 * MINUTE,
    };
    expect(awaitsLook({ ...ahead, lookedAt: expiresAt }, expiresAt)).toBe(false);
    expect(awaitsLook({ ...ahead, lookedAt: NOW }, expiresAt)).toBe(true);
  });

  test('a clock that is an hour off is told from a slow journey', () => {
    expect(clockOffset(NOW + 3_600_000, NOW, NOW + 200)).toBe(3_599_900);
    expect(clockOffset(NOW - 3_600_000, NOW, NOW + 200)).toBe(-3_600_100);
    expect(clockOffset(NOW + 900, NOW, NOW + 1000)).toBe(0);
    expect(clockOffset(NOW + 90_000, NOW, NOW + 120_000)).toBe(0);
  });

  test('failures, older spellings, new ones; cancellations', () => {
    expect(describeFailure('liveness_failed')).toMatchObject({ says: 'checkFailureLiveness', subs: [] });
    expect(describeFailure('passport_authenticity_failed').says).toBe('checkFailureAuthenticity');
    expect(describeFailure('new_kind')).toMatchObject({ says: 'checkFailureUnknown', subs: ['new_kind'] });
    expect(describeFailure('constructor').says).toBe('checkFailureUnknown');
    expect(cancelReasonWords('privacy_cancelled_after_terminal_success')).toBe('checkCancelWithdrawn');
    expect(cancelReasonWords(null)).toBe('checkCancelPlain');
    expect(cancelReasonWords('toString')).toBe('checkCancelPlain');
  });
});

const delivery = (over: Partial<Delivery> = {}): Delivery => ({
  remoteId: 'whd_1',
  eventId: 'evt_1',
  endpointId: 'whe_1',
  keyRemoteId: 'whk_1',
  status: 'pending',
  lastStatus: 500,
  attempts: 1,
  lastAttemptAt: NOW,
  nextAttemptAt: null,
  payloadExpiresAt: NOW + 72 * 60 * MINUTE,
  payloadScrubbedAt: null,
  retentionReason: 'pending_delivery',
  createdAt: NOW,
  updatedAt: NOW,
  ...over,
});

describe('deliveries', () => {
  test('the next try follows the schedule; eight tries take 27 hours 35 minutes', () => {
    const pauses = PAUSES.map((_, at) => (nextTry(delivery({ attempts: at + 1 })) ?? 0) - NOW);
    expect(pauses).toEqual([5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 36_000_000]);
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBe(99_305_000);
    expect(nextTry(delivery({ attempts: 8 }))).toBeNull();
  });

  test('a server that tells is believed; ended ones are not tried again', () => {
    expect(nextTry(delivery({ nextAttemptAt: NOW + 7 }))).toBe(NOW + 7);
    for (const status of ['succeeded', 'failed', 'delivering'] as const)
      expect(nextTry(delivery({ status }))).toBeNull();
    expect(nextTry(delivery({ attempts: 0, lastAttemptAt: null }))).toBeNull();
  });

  test('how long the answer is kept decides whether it can be sent again', () => {
    expect(keptFor(delivery(), NOW)).toBe(72 * 60 * MINUTE);
    expect(keptFor(delivery({ payloadExpiresAt: null, payloadScrubbedAt: NOW }), NOW)).toBe(0);
    expect(keptFor(delivery({ payloadExpiresAt: NOW - 1 }), NOW)).toBe(0);
    // Nothing was ever sealed: sending it again would be refused.
    const never = delivery({ status: 'failed', payloadExpiresAt: null, retentionReason: 'no_active_key' });
    expect(keptFor(never, NOW)).toBe(0);
    expect(retryBar(never, NOW)).toBe('gone');
    expect(retryBar(delivery(), NOW)).toBeNull();
    expect(retryBar(delivery({ status: 'delivering' }), NOW)).toBe('delivering');
    expect(retryBar(delivery({ status: 'succeeded', payloadExpiresAt: null }), NOW)).toBe('gone');
    // Older servers keep what failed, without a limit.
    expect(retryBar(delivery({ status: 'failed', payloadExpiresAt: null }), NOW)).toBeNull();
  });
});

describe('health is the worst that is true', () => {
  const endpoint = (enabled = true): WebhookEndpoint => ({
    remoteId: 'whe_1',
    organizationId: 'o',
    name: null,
    labels: [],
    url: 'https://hooks.example/',
    enabled,
    eventTypes: [],
    retentionHours: 72,
    createdAt: NOW,
    updatedAt: NOW,
    disabledAt: null,
  });
  const key = (over: Partial<EncryptionKey> = {}): EncryptionKey => ({
    remoteId: 'whk_1',
    endpointId: 'whe_1',
    keyId: 'k1',
    active: true,
    jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' },
    createdAt: NOW,
    disabledAt: null,
    ...over,
  });
  const ours = new Set(['k1']);

  test.each([
    ['disabled', endpoint(false), [], ours, []],
    ['no-key', endpoint(), [key({ active: false })], ours, [delivery({ status: 'succeeded' })]],
    ['lost', endpoint(), [key()], ours, [delivery({ status: 'failed', retentionReason: 'no_active_key' })]],
    ['failing', endpoint(), [key()], ours, [delivery({ status: 'failed' })]],
    ['trying', endpoint(), [key()], ours, [delivery()]],
    ['foreign-key', endpoint(), [key()], new Set<string>(), []],
    ['unused', endpoint(), [key()], ours, []],
    ['well', endpoint(), [key()], ours, [delivery({ status: 'succeeded' })]],
    [
      'well',
      endpoint(),
      [key()],
      ours,
      [delivery({ status: 'failed', lastAttemptAt: NOW - 1 }), delivery({ status: 'succeeded' })],
    ],
  ] as const)('%s', (health, of, keys, kept, deliveries) => {
    expect(healthOf(of, keys, kept, deliveries)).toBe(health);
  });
});

describe('what is to be set up', () => {
  test('steps of the hint, not of the fields it names after them', () => {
    const said =
      'Finish onboarding. Missing onboarding steps: compliance, owner_id. Finish the flow (missing fields: businessType, public, ownerIdCheck).';
    expect(setUpSteps({ reason: 'ONBOARDING_INCOMPLETE', said })).toEqual(['compliance', 'owner-id']);
  });

  test('codes that are one step, and hints that say nothing', () => {
    expect(setUpSteps({ reason: 'ORGANIZATION_FROZEN' })).toEqual(['frozen']);
    expect(setUpSteps({ reason: 'RP_TERMS_ACCEPTANCE_REQUIRED', said: 'x' })).toEqual(['terms']);
    expect(setUpSteps({ reason: 'ORG_NOT_VERIFIED_LIMIT_EXCEEDED' })).toEqual(['daily-limit']);
    expect(setUpSteps({ reason: 'ONBOARDING_INCOMPLETE' })).toEqual(['dashboard']);
    expect(setUpSteps({})).toEqual(['dashboard']);
  });
});

test('abilities and advice by scope', () => {
  const all = ['sessions:read', 'sessions:write', 'webhooks:read', 'webhooks:write', 'analytics:read'];
  const scopes = (...names: string[]) => Object.fromEntries(all.map((name) => [name, names.includes(name)]));
  expect(abilitiesOf(scopes('webhooks:read'))).toEqual(['see-webhooks']);
  expect(adviceFor(scopes('sessions:read', 'sessions:write'))).toBe('smallest');
  expect(adviceFor(scopes(...all))).toBe('more-than-needed');
  expect(adviceFor(scopes('sessions:read'))).toBe('cannot-ask');
  expect(adviceFor(scopes())).toBe('nothing');
});
