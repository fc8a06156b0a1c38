// What browsers and Dexie throw when the disk is full or the store is gone, in the wrappings they come in.
import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { troubleOf } from '../../../lib/store/trouble.ts';

const quota = () => new DOMException('over', 'QuotaExceededError');

it.each([
  ['the browser’s own', quota()],
  ['Dexie’s', new Dexie.QuotaExceededError(quota())],
  ['the hidden reason of an abort', new Dexie.AbortError('aborted', quota())],
  ['two layers deep', new Dexie.OpenFailedError(new Dexie.AbortError('aborted', quota()))],
  ['one of many failures', new Dexie.BulkError('bulk', [new Error('other'), quota()])],
  ['a cause', new Error('wrapped', { cause: quota() })],
])('knows a full disk: %s', (_what, error) => {
  expect(troubleOf(error)).toBe('full');
});

it.each([
  new Dexie.UnknownError('Internal error opening backing store for indexedDB.open.'),
  new Dexie.OpenFailedError(new DOMException('newer', 'VersionError')),
])('knows a broken store: %s', (error) => {
  expect(troubleOf(error)).toBe('broken');
});

it.each([new TypeError('ours'), null, undefined, 'text', 7, new Dexie.AbortError('cancelled'), { name: 7 }])(
  'leaves %s to others',
  (error) => {
    expect(troubleOf(error)).toBe('other');
  },
);

it('does not follow a circle for ever', () => {
  const error = new Error('round');
  error.cause = error;
  expect(troubleOf(error)).toBe('other');
});
