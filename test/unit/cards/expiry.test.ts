// Expiry dates: what people and pages write, and when a card stops being good.
import { expect, it, test } from 'vitest';
import {
  type ExpiryForm,
  formatExpiry,
  isExpired,
  isPlausible,
  parseExpiry,
} from '../../../lib/cards/expiry.ts';

test.each([
  '12/28',
  '12 / 28',
  '12/2028',
  '12-28',
  '12–2028',
  '1228',
  '122028',
  '2028-12',
  '2028/12',
  '１２/２８',
])('%j is December 2028', (text) => expect(parseExpiry(text)).toEqual({ month: 12, year: 2028 }));

test('a month of one digit', () => {
  expect(parseExpiry('3/29')).toEqual({ month: 3, year: 2029 });
  expect(parseExpiry('2029-3')).toEqual({ month: 3, year: 2029 });
});

test.each(['', '13/28', '0/28', '12', '12/2', '128', '12/028', 'Dec 28', '2028', '12/28/01'])(
  '%j is no date',
  (text) => expect(parseExpiry(text)).toBeNull(),
);

test.each<[ExpiryForm, string]>([
  ['MM/YY', '03/28'],
  ['MM/YYYY', '03/2028'],
  ['MMYY', '0328'],
  ['MMYYYY', '032028'],
  ['YYYY-MM', '2028-03'],
])('%s: %s, and read back', (form, text) => {
  const expiry = { month: 3, year: 2028 };
  expect(formatExpiry(expiry, form)).toBe(text);
  expect(parseExpiry(text)).toEqual(expiry);
});

it('is good to the end of its month, everywhere', () => {
  const expiry = { month: 2, year: 2028 };
  expect(isExpired(expiry, Date.UTC(2028, 1, 29, 23, 59))).toBe(false);
  expect(isExpired(expiry, Date.UTC(2028, 2, 1, 11, 59))).toBe(false);
  expect(isExpired(expiry, Date.UTC(2028, 2, 1, 12))).toBe(true);
  expect(isExpired({ month: 12, year: 2027 }, Date.UTC(2028, 0, 2))).toBe(true);
});

it('is not believed when absurdly far', () => {
  const now = Date.UTC(2026, 10, 22);
  expect(isPlausible({ month: 11, year: 2026 }, now)).toBe(true);
  expect(isPlausible({ month: 10, year: 2026 }, now)).toBe(false);
  expect(isPlausible({ month: 1, year: 2056 }, now)).toBe(true);
  expect(isPlausible({ month: 1, year: 2057 }, now)).toBe(false);
});
