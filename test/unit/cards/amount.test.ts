// Amounts out of a page's words, in the ways people write money. Pure.
import { expect, it } from 'vitest';
import { parseAmount, rankAmounts, typedCents } from '../../../lib/cards/amount.ts';

it.each([
  ['Pay €49.90', 4990, '€'],
  ['49,90 € bezahlen', 4990, '€'],
  ['Total: $1,234.56', 123456, '$'],
  ['1.234,56 EUR', 123456, 'EUR'],
  ["CHF 1'234.50", 123450, 'CHF'],
  ['1 234,50 zł', 123450, 'zł'],
  ['US$ 12', 1200, 'US$'],
  ['¥5,000', 500000, '¥'],
  ['1.299 kr', 129900, 'kr'],
  ['£0.99', 99, '£'],
  ['₹ 999', 99900, '₹'],
])('reads %j', (text, cents, currency) => {
  expect(parseAmount(text)).toMatchObject({ cents, currency });
});

it.each(['12.03.2026', 'Order 123456', '4111 1111 1111 1111', 'Step 2 of 3', '', '€', 'v1.2.3'])(
  'reads nothing in %j',
  (text) => {
    expect(parseAmount(text)).toBeNull();
  },
);

it('ranks the button first, then the sum, then the largest', () => {
  const amounts = rankAmounts([
    { text: '€5.00 shipping', place: 'other' },
    { text: '€80.00', place: 'other' },
    { text: 'Gesamtsumme 44,90 €', place: 'other' },
    { text: 'Pay €44.90', place: 'submit' },
  ]);
  expect(amounts.map(({ cents }) => cents)).toEqual([4490, 8000, 500]);
});

it.each([
  ['50', 5000],
  ['49,9', 4990],
  ['1.234,56', 123456],
  ['€ 12', 1200],
  ['0', 0],
  ['', null],
  ['twelve', null],
  ['-5', null],
])('takes %j as typed for %j', (text, cents) => {
  expect(typedCents(text)).toBe(cents);
});
