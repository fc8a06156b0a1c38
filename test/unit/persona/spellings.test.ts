// Names, dates and numbers as forms of many countries ask for them. What is spelled is read by people and sent to strangers.
import { describe, expect, test } from 'vitest';
import { choosePart, readBirthDate, spellBirthDate, spellPart } from '../../../lib/persona/birth-date.ts';
import type { Facts, Option } from '../../../lib/persona/facts.ts';
import { nameParts } from '../../../lib/persona/name.ts';
import {
  chooseCode,
  cutPhone,
  isCodeBox,
  isCodeList,
  readPhone,
  spellPhone,
} from '../../../lib/persona/phone.ts';

const facts = (some: Partial<Facts> = {}): Facts => ({
  tag: 'input',
  type: 'text',
  name: '',
  id: '',
  autocomplete: [],
  maxLength: null,
  placeholder: '',
  pattern: '',
  said: '',
  ...some,
});

test.each([
  ['Robin Quist', 'Robin', 'Quist'],
  ['Maria del Carmen García', 'Maria del Carmen', 'García'],
  ['Ludwig van der Berg', 'Ludwig', 'van der Berg'],
  ['Cher', 'Cher', ''],
  ['  Ana   Lima ', 'Ana', 'Lima'],
  ['山田 太郎', '太郎', '山田'],
  ['', '', ''],
])('%s', (name, given, family) => {
  expect(nameParts(name)).toMatchObject({ given, family });
});

describe('a date of birth', () => {
  const born = readBirthDate('1988-03-04') ?? { day: 0, month: 0, year: 0 };

  test('that does not exist is none', () => {
    expect([readBirthDate('1988-02-30'), readBirthDate('88-1-1'), readBirthDate('')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test.each([
    [{ type: 'date' }, 'en', '1988-03-04'],
    [{ placeholder: 'DD/MM/YYYY' }, 'en', '04/03/1988'],
    [{ placeholder: 'MM/DD/YYYY' }, 'de', '03/04/1988'],
    [{ placeholder: 'mm / dd / yyyy' }, 'de', '03 / 04 / 1988'],
    [{ placeholder: 'TT.MM.JJJJ' }, 'de', '04.03.1988'],
    [{ placeholder: 'JJ/MM/AAAA' }, 'fr', '04/03/1988'],
    [{ placeholder: 'GG.AA.YYYY' }, 'tr', '04.03.1988'],
    [{ placeholder: 'PP.KK.VVVV' }, 'fi', '04.03.1988'],
    [{ placeholder: 'ÅÅÅÅ-MM-DD' }, 'sv', '1988-03-04'],
    [{ placeholder: 'ДД.ММ.ГГГГ' }, 'ru', '04.03.1988'],
    [{ placeholder: 'DDMMYYYY' }, 'en', '04031988'],
    [{ placeholder: 'DD.MM.YY' }, 'en', '04.03.88'],
    [{ placeholder: 'e.g. 31/12/1990' }, 'en', '04/03/1988'],
    [{ placeholder: '12-31-1990' }, 'de', '03-04-1988'],
    [{ placeholder: '1990-12-31' }, 'de', '1988-03-04'],
    [{ said: 'Date of birth (DD/MM/YYYY)' }, 'en-US', '04/03/1988'],
    [{ said: 'Geburtsdatum' }, 'de', '04.03.1988'],
    [{ said: 'Birthday' }, 'en-US', '03/04/1988'],
    [{ said: 'Date of birth' }, 'en-GB', '04/03/1988'],
    [{ said: '生年月日' }, 'ja', '1988/03/04'],
    [{ said: 'Birthday', maxLength: 8 }, 'en-GB', '04031988'],
    [{ said: 'x' }, 'no language', '03/04/1988'],
  ])('%o in %s', (some, lang, text) => {
    expect(spellBirthDate(born, facts(some), lang)).toBe(text);
  });

  test('in parts that are typed', () => {
    expect(spellPart('day', born, facts({ maxLength: 2 }))[0]).toBe('04');
    expect(spellPart('day', born, facts({ type: 'number' }))[0]).toBe('4');
    expect(spellPart('year', born, facts({ maxLength: 2 }))[0]).toBe('88');
    expect(spellPart('year', born, facts())[0]).toBe('1988');
  });

  const list = (texts: string[], first = 1): Option[] => [
    { value: '', text: 'Choose' },
    ...texts.map((text, at) => ({ value: String(at + first), text })),
  ];
  const months = (lang: string, length: 'long' | 'short') =>
    [...Array(12).keys()].map((at) =>
      new Intl.DateTimeFormat(lang, { month: length, timeZone: 'UTC' }).format(Date.UTC(2001, at, 15)),
    );

  test.each([
    ['long names', list(months('en', 'long')), 'en', '3'],
    ['names sent from 0', list(months('en', 'long'), 0), 'en', '2'],
    ['short names', list(months('en', 'short')), 'en', '3'],
    ['German names', list(months('de', 'long')), 'de', '3'],
    ['French names on a page without a language', list(months('fr', 'long')), 'fr', '3'],
    ['numbers with names', list(months('en', 'long').map((name, at) => `${at + 1} - ${name}`)), 'en', '3'],
    ['padded numbers', list([...Array(12).keys()].map((at) => String(at + 1).padStart(2, '0'))), 'en', '3'],
    ['Polish names', list(months('pl', 'long')), 'pl', '3'],
  ])('a month out of %s', (_, options, lang, value) => {
    expect(choosePart('month', born, options, lang)?.value ?? null).toBe(value);
  });

  test('a day, a year, and a list that has it not', () => {
    expect(
      choosePart('day', born, list([...Array(31).keys()].map((at) => `${at + 1}.`)), 'en')?.value ?? null,
    ).toBe('4');
    const years = list(['1989', '1988', '1987'], 0);
    expect(choosePart('year', born, years, 'en')?.value ?? null).toBe('1');
    expect(choosePart('year', born, list(['2001', '2002']), 'en')?.value ?? null).toBeNull();
  });
});

describe('a phone number', () => {
  const american = readPhone('+1 (202) 555-0143') ?? { whole: '', code: '', national: '' };
  const british = readPhone('+447700900123') ?? { whole: '', code: '', national: '' };

  test('is cut at its calling code', () => {
    expect(american).toEqual({ whole: '+12025550143', code: '1', national: '2025550143' });
    expect(british).toMatchObject({ code: '44', national: '7700900123' });
    expect(readPhone('+353851234567')).toMatchObject({ code: '353' });
    expect([readPhone('202 555'), readPhone('+0123456789')]).toEqual([null, null]);
  });

  test.each([
    [{}, '+12025550143'],
    [{ placeholder: '(555) 555-5555' }, '(202) 555-0143'],
    [{ placeholder: '555-555-5555' }, '202-555-0143'],
    [{ placeholder: '___-___-____' }, '202-555-0143'],
    [{ placeholder: '+1 555 555 5555' }, '+1 202 555 0143'],
    [{ placeholder: 'Phone' }, '+12025550143'],
    [{ maxLength: 10 }, '2025550143'],
    [{ pattern: '[0-9]{10}' }, '2025550143'],
    [{ autocomplete: ['tel-national'] }, '2025550143'],
  ])('American, %o', (some, text) => {
    expect(spellPhone(american, facts(some), false)).toBe(text);
  });

  test('British, as dialled there, or beside its code', () => {
    expect(spellPhone(british, facts({ placeholder: '07400 123456' }), false)).toBe('07700 900123');
    expect(spellPhone(british, facts({ maxLength: 11 }), false)).toBe('07700900123');
    expect(spellPhone(british, facts({ placeholder: '7400 123456' }), true)).toBe('7700 900123');
  });

  test('in three boxes', () => {
    expect(cutPhone(american, [3, 3, 4])).toEqual(['202', '555', '0143']);
    expect(cutPhone(american, [3, null])).toBeNull();
  });

  const codes: Option[] = [
    { value: 'CA', text: 'Canada (+1)' },
    { value: 'GB', text: 'United Kingdom (+44)' },
    { value: 'US', text: 'United States (+1)' },
    { value: 'BS', text: 'Bahamas (+1 242)' },
  ];

  test('its country out of a list of codes', () => {
    expect(isCodeList(codes)).toBe(true);
    expect(chooseCode(american, codes, 'en')?.value ?? null).toBe('US');
    expect(chooseCode(british, codes, 'en')?.value ?? null).toBe('GB');
    expect(chooseCode(british, [{ value: '+44', text: '🇬🇧 +44' }], 'en')?.value ?? null).toBe('+44');
    expect(chooseCode(american, [{ value: 'GB', text: '+44' }], 'en')?.value ?? null).toBeNull();
    expect(
      isCodeList([
        { value: '1', text: 'One' },
        { value: '2', text: 'Two' },
      ]),
    ).toBe(false);
    expect(isCodeBox(facts({ autocomplete: ['tel-country-code'] }))).toBe(true);
    expect(isCodeBox(facts({ name: 'phone' }))).toBe(false);
  });
});
