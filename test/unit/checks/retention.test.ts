// How long the ledger keeps an ended check: by the service's clock, never an open one.
import { expect, test } from 'vitest';
import type { Check } from '../../../lib/check.ts';
import { isOverdue } from '../../../lib/checks/retention.ts';

const DAY = 24 * 60 * 60_000;
const MADE = 1_800_000_000_000;
const HOUR = 60 * 60_000;

function entry(check: Partial<Check> | null, clockOffset = 0) {
  const whole: Check = {
    remoteId: 'vs_1',
    status: 'created',
    statusWord: 'created',
    failureCode: null,
    tries: null,
    claims: [],
    redirectUrl: null,
    endpointIds: null,
    pageUrl: 'https://verify.kayle.id/vs_1',
    createdAt: MADE,
    updatedAt: MADE,
    expiresAt: MADE + HOUR,
    completedAt: null,
    ...check,
  };
  return { check: check === null ? null : whole, clockOffset, sentAt: MADE };
}

test('days count from the end, and 0 is for ever', () => {
  const done = entry({ status: 'succeeded', completedAt: MADE });
  expect(isOverdue(done, 30, MADE + 30 * DAY)).toBe(false);
  expect(isOverdue(done, 30, MADE + 30 * DAY + 1)).toBe(true);
  expect(isOverdue(done, 90, MADE + 30 * DAY + 1)).toBe(false);
  expect(isOverdue(done, 0, MADE + 4000 * DAY)).toBe(false);
});

test('one whose hour passed unseen ended then, whatever the server last said', () => {
  const left = entry({ status: 'in-progress' });
  expect(isOverdue(left, 30, MADE + HOUR + 30 * DAY)).toBe(false);
  expect(isOverdue(left, 30, MADE + HOUR + 30 * DAY + 1)).toBe(true);
  expect(isOverdue(left, 30, MADE + HOUR / 2)).toBe(false);
});

test('a clock that is an hour off neither hastens nor delays it', () => {
  const done = entry({ status: 'failed', completedAt: MADE }, HOUR);
  expect(isOverdue(done, 30, MADE + 30 * DAY - HOUR)).toBe(false);
  expect(isOverdue(done, 30, MADE + 30 * DAY - HOUR + 1)).toBe(true);
});

test('one whose answer was lost goes by when it was sent; a status nobody knows is given its day', () => {
  expect(isOverdue(entry(null), 30, MADE + 30 * DAY + 1)).toBe(true);
  expect(isOverdue(entry({ status: 'unknown', statusWord: 'paused' }), 30, MADE + HOUR * 2)).toBe(false);
});
