// Card numbers: which texts hold one, what its check digit catches, whose it is, and how it is written. The numbers are
// payment processors' published test numbers or made up; none can be paid with.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { brandNamed, brandOf, cardCode } from '../../../lib/cards/brand.ts';
import { cardNumber, groupDigits, lastFour, passesCheck } from '../../../lib/cards/number.ts';

const NUMBERS: [brand: string | null, digits: string, written: string][] = [
  ['visa', '4242424242424242', '4242 4242 4242 4242'],
  ['visa', '4222222222222', '4222 2222 2222 2'],
  ['mastercard', '5555555555554444', '5555 5555 5555 4444'],
  ['mastercard', '2223003122003222', '2223 0031 2200 3222'],
  ['mastercard', '2720992593176392', '2720 9925 9317 6392'],
  ['amex', '378282246310005', '3782 822463 10005'],
  ['amex', '371449635398431', '3714 496353 98431'],
  ['discover', '6011111111111117', '6011 1111 1111 1117'],
  ['discover', '6445644564456445', '6445 6445 6445 6445'],
  ['diners', '36227206271667', '3622 720627 1667'],
  ['diners', '30569309025904', '3056 930902 5904'],
  ['jcb', '3566002020360505', '3566 0020 2036 0505'],
  ['unionpay', '6200000000000005', '6200 0000 0000 0005'],
  ['unionpay', '6205500000000000004', '6205 5000 0000 0000 004'],
  ['maestro', '6759649826438453', '6759 6498 2643 8453'],
  ['mir', '2200000000000053', '2200 0000 0000 0053'],
  [null, '9999999999999995', '9999 9999 9999 9995'],
];

test.each(NUMBERS)('%s %s', (brand, digits, written) => {
  expect(brandOf(digits)?.name ?? null).toBe(brand);
  expect(groupDigits(digits)).toBe(written);
  for (const text of [digits, written, written.replaceAll(' ', '-'), ` ${written}\n`])
    expect(cardNumber(text)).toBe(digits);
  expect(lastFour(digits)).toBe(written.replaceAll(' ', '').slice(-4));
});

describe('what holds no card number', () => {
  it.each([
    '',
    'card',
    '4242 4242 4242 4241',
    '42424242424',
    '4242 4242 4242 4242 4242',
    '4242 4242 4242 424x',
    '-',
    '٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢',
  ])('%j', (text) => expect(cardNumber(text)).toBeNull());

  it('full-width digits are digits', () => {
    expect(cardNumber('４２４２ ４２４２ ４２４２ ４２４２')).toBe('4242424242424242');
  });
});

const digit = fc.integer({ min: 0, max: 9 });
const numbers = fc.array(digit, { minLength: 11, maxLength: 18 }).map((digits) => {
  const start = digits.join('');
  const check = [...'0123456789'].find((last) => passesCheck(start + last));
  return start + check;
});

describe('the check digit', () => {
  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(numbers, fc.nat(18), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const place = at % number.length;
        const wrong = (Number(number[place]) + by) % 10;
        return !passesCheck(number.slice(0, place) + wrong + number.slice(place + 1));
      }),
    );
  });

  it('loses no digit in grouping, however far one has typed', () => {
    fc.assert(
      fc.property(numbers, fc.nat(19), (number, length) => {
        const typed = number.slice(0, length);
        return groupDigits(typed).replaceAll(' ', '') === typed;
      }),
    );
  });
});

describe('brands', () => {
  it.each([
    ['visa', 'visa'],
    ['American Express', 'amex'],
    ['AMEX', 'amex'],
    ['master-card', 'mastercard'],
    ['Bank of Nowhere', undefined],
  ])('%s is %s', (name, brand) => expect(brandNamed(name)?.name).toBe(brand));

  it('are not guessed before enough was typed', () => {
    expect([brandOf(''), brandOf('3'), brandOf('2')]).toEqual([null, null, null]);
    expect(brandOf('4')?.title).toBe('Visa');
  });

  it('say how long the security code is', () => {
    const [visa, amex] = [brandOf('4'), brandOf('34')];
    expect([cardCode('123', visa), cardCode('1234', visa)]).toEqual(['123', null]);
    expect([cardCode('123', amex), cardCode(' 1234', amex)]).toEqual([null, '1234']);
    expect([cardCode('123', null), cardCode('1234', null), cardCode('12', null)]).toEqual([
      '123',
      '1234',
      null,
    ]);
    expect(cardCode('12a', visa)).toBeNull();
  });
});
