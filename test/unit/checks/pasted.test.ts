// Sealed answers in what people paste: bare, wrapped, logged, or as their receiver's JSON; and nothing in what is none.
import { describe, expect, test } from 'vitest';
import { SEALED_TROUBLES, SIGNATURES, shownValue } from '../../../lib/checks/answers.ts';
import { findSealedAnswers, MOST_CHARACTERS } from '../../../lib/checks/pasted.ts';

const HEAD = 'eyJhbGciOiJSU0EtT0FFUC0yNTYiLCJlbmMiOiJBMjU2R0NNIiwia2lkIjoiazEifQ';
const jwe = (letter: string): string =>
  [HEAD, letter.repeat(342), letter.repeat(16), letter.repeat(400), letter.repeat(22)].join('.');
const signature = (digit: string): string => `t=1714914000,v1=${digit.repeat(64)}`;

test('a bare text, with blanks around it', () => {
  expect(findSealedAnswers(`\n ${jwe('a')} \n`)).toEqual([
    { jwe: jwe('a'), signature: null, deliveryId: null },
  ]);
});

test('a request as it was logged', () => {
  const log = [
    'POST /hook HTTP/1.1',
    'Content-Type: application/jose',
    'X-Kayle-Delivery-Id: whd_abc',
    `x-kayle-signature: ${signature('a')}`,
    '',
    jwe('b'),
  ].join('\r\n');
  expect(findSealedAnswers(log)).toEqual([
    { jwe: jwe('b'), signature: signature('a'), deliveryId: 'whd_abc' },
  ]);
});

test('lines broken by a mail program, the signature above them', () => {
  const wrapped = jwe('c').replace(/(.{72})/g, '$1\n');
  expect(findSealedAnswers(`${signature('b')}\n\n${wrapped}\n`)).toEqual([
    { jwe: jwe('c'), signature: signature('b'), deliveryId: null },
  ]);
});

test('several requests, each with its own signature', () => {
  const one = (letter: string, digit: string) =>
    `X-Kayle-Signature: ${signature(digit)}\n\n${jwe(letter)}\n\n`;
  expect(findSealedAnswers(one('a', '1') + one('b', '2'))).toEqual([
    { jwe: jwe('a'), signature: signature('1'), deliveryId: null },
    { jwe: jwe('b'), signature: signature('2'), deliveryId: null },
  ]);
});

describe("a receiver's JSON", () => {
  const delivery = (letter: string, digit: string) => ({
    headers: { 'x-kayle-signature': signature(digit), 'X-Kayle-Delivery-Id': [`whd_${letter}`] },
    body: jwe(letter),
  });
  const found = (letter: string, digit: string) => ({
    jwe: jwe(letter),
    signature: signature(digit),
    deliveryId: `whd_${letter}`,
  });

  test('one, a list, and one below others', () => {
    expect(findSealedAnswers(JSON.stringify(delivery('a', '1')))).toEqual([found('a', '1')]);
    expect(findSealedAnswers(JSON.stringify([delivery('a', '1'), delivery('b', '2')], null, 2))).toEqual([
      found('a', '1'),
      found('b', '2'),
    ]);
    const below = { page: { items: [{ request: delivery('a', '1') }] } };
    expect(findSealedAnswers(JSON.stringify(below))).toEqual([found('a', '1')]);
  });

  test('bare texts in a list; the same one twice is one', () => {
    expect(findSealedAnswers(JSON.stringify([jwe('a'), jwe('b'), jwe('a')])).map((one) => one.jwe)).toEqual([
      jwe('a'),
      jwe('b'),
    ]);
  });

  test('absurd nesting ends somewhere', () => {
    const deep = `${'{"a":'.repeat(40)}${JSON.stringify(delivery('a', '1'))}${'}'.repeat(40)}`;
    expect(findSealedAnswers(deep)).toEqual([]);
    expect(findSealedAnswers('['.repeat(100_000))).toEqual([]);
  });
});

test.each(['', 'hello', 'eyJhbGciOiJIUzI1NiJ9.e30.abc', jwe('a').slice(0, 600), '{}', 'null', '"x"'])(
  'nothing in %j',
  (text) => {
    expect(findSealedAnswers(text)).toEqual([]);
  },
);

test('more than a megabyte is not read', () => {
  expect(findSealedAnswers(jwe('a') + ' '.repeat(MOST_CHARACTERS))).toEqual([]);
});

test('empty lines and blanks without end are read in no time, tried from each of them anew they were not', () => {
  const lines = '\n'.repeat(100_000);
  expect(findSealedAnswers(`x${lines}!`)).toEqual([]);
  const blanks = ' '.repeat(200_000);
  expect(findSealedAnswers(`x-kayle-signature:${blanks}[${blanks}\n${jwe('a')}`)).toEqual([
    { jwe: jwe('a'), signature: null, deliveryId: null },
  ]);
  // What was broken by a mail program is whole again, empty lines between or not.
  const broken = jwe('a').replace(/.{64}/g, '$&\r\n\r\n ');
  expect(findSealedAnswers(`Answer:\n\n${broken}\n`)).toEqual([
    { jwe: jwe('a'), signature: null, deliveryId: null },
  ]);
});

test('values read as what they are; a No to an age is a No', () => {
  expect(shownValue('age_over_18', true)).toEqual({ kind: 'words', words: 'checkValueAgeYes', subs: ['18'] });
  expect(shownValue('age_over_18', false)).toEqual({ kind: 'words', words: 'checkValueAgeNo', subs: ['18'] });
  expect(shownValue('has_visa', false)).toMatchObject({ words: 'checkValueNo' });
  expect(shownValue('mrz_optional_data', '')).toMatchObject({ words: 'checkValueNone' });
  expect(shownValue('kayle_human_id', null)).toMatchObject({ words: 'checkValueNone' });
  expect(shownValue('family_name', '<b>X</b>')).toEqual({ kind: 'text', text: '<b>X</b>' });
});

test('only what was signed with a known secret counts as proven', () => {
  const proven = Object.entries(SIGNATURES).flatMap(([kind, facts]) => (facts.proven ? [kind] : []));
  expect(proven).toEqual(['fresh', 'old', 'ahead']);
  expect(new Set(Object.values(SEALED_TROUBLES)).size).toBe(8);
});
