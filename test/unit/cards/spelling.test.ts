// Dates, choices and pieces as fields want them. Pure.
import { expect, it } from 'vitest';
import { chooseOption, cutNumber, expiryForm, partSpellings } from '../../../lib/cards/spelling.ts';

const facts = (over: object) => ({ type: 'text', maxLength: null, placeholder: '', ...over });

it.each([
  [{}, 'MM/YY'],
  [{ type: 'month' }, 'YYYY-MM'],
  [{ maxLength: 4 }, 'MMYY'],
  [{ maxLength: 5, placeholder: 'MM/YY' }, 'MM/YY'],
  [{ maxLength: 7, placeholder: 'MM / YY' }, 'MM/YY'],
  [{ placeholder: 'MM/JJJJ' }, 'MM/YYYY'],
  [{ maxLength: 7, placeholder: 'mm/aaaa' }, 'MM/YYYY'],
])('a date in a field like %j is %s', (over, form) => {
  expect(expiryForm(facts(over))).toBe(form);
});

it('spells parts by the room they have', () => {
  const date = { month: 3, year: 2031 };
  expect(partSpellings('month', date, facts({}))).toEqual(['03', '3']);
  expect(partSpellings('year', date, facts({}))[0]).toBe('2031');
  expect(partSpellings('year', date, facts({ maxLength: 2 }))[0]).toBe('31');
  expect(partSpellings('year', date, facts({ placeholder: 'YY' }))[0]).toBe('31');
});

it('finds the option by value, then by its words', () => {
  const months = [
    { value: '', text: 'Month' },
    { value: 'a', text: '03 - March' },
    { value: 'b', text: '30' },
  ];
  expect(chooseOption(months, ['03', '3'])).toBe('a');
  expect(chooseOption([{ value: '3', text: 'March' }], ['03', '3'])).toBe('3');
  expect(chooseOption([{ value: '2030', text: '2030' }], ['2031', '31'])).toBeNull();
});

it('cuts a number by the boxes', () => {
  expect(cutNumber('4111111111111111', [4, 4, 4, 4])).toEqual(['4111', '1111', '1111', '1111']);
  expect(cutNumber('378282246310005', [4, 6, 5])).toEqual(['3782', '822463', '10005']);
  expect(cutNumber('4111111111111111', [null, null, null, null])).toHaveLength(4);
});
