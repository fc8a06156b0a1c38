// What the menu shows for which view: reuse before creation, codes alone on code fields, one honest row where nothing fits.
import { expect, test } from 'vitest';
import { outline, sectionsOf, typedValue } from '../../../entrypoints/menu/sections.ts';
import { grouped } from '../../../entrypoints/menu/words.ts';
import type { MenuView } from '../../../lib/messages/views.ts';

const view: MenuView = {
  state: 'ready',
  site: 'shop.example',
  role: 'email',
  form: 'sign-up',
  addresses: [],
  lockedCount: 0,
  sources: [],
  rejected: null,
  undo: null,
  codes: [],
  links: [],
  unclear: [],
  waiting: false,
  totps: [],
  held: [],
  because: [],
  trouble: null,
  theme: 'system',
};
const address = { id: 'a', email: 'me+shop@mail.example', label: '', account: 'Own' };
const source = { accountId: 'x', account: 'Own', preview: null, domain: 'own.example' };
const code = {
  messageId: 'm',
  channel: 'email' as const,
  code: '482913',
  sender: 'Shop',
  receivedAt: 0,
  usedAt: null,
  senderMatches: true,
  elsewhere: null,
  because: [],
};
const kinds = (changes: Partial<MenuView>) => sectionsOf({ ...view, ...changes }).map(({ kind }) => kind);

test('the address used here stands before a new one', () => {
  expect(kinds({ addresses: [address], sources: [source] })).toEqual(['addresses', 'new-address']);
});

test('what can still be taken back stands last, where no key falls on it by itself', () => {
  expect(kinds({ addresses: [address], sources: [source], undo: { kind: 'discard', until: 1 } })).toEqual([
    'addresses',
    'new-address',
    'undo',
  ]);
});

test('without an account the way to one is shown, but not on a log-in', () => {
  expect(kinds({})).toEqual(['connect']);
  expect(kinds({ form: 'log-in' })).toEqual(['nothing']);
});

test('a code field never offers addresses', () => {
  expect(kinds({ role: 'code', addresses: [address], sources: [source], codes: [code] })).toEqual([
    'evidence',
  ]);
});

test('waiting is said only while there is no code', () => {
  expect(kinds({ role: 'code', waiting: true })).toEqual(['waiting']);
  expect(kinds({ role: 'code', waiting: true, codes: [code] })).toEqual(['evidence']);
  const unclear = [{ ...code, why: 'several' } as const];
  expect(kinds({ role: 'code', waiting: true, unclear })).toEqual(['evidence', 'waiting']);
  expect(kinds({ role: 'code', waiting: true, unclear, codes: [code] })).toEqual(['evidence']);
  const totp = { id: 't' } as MenuView['totps'][number];
  expect(kinds({ role: 'code', waiting: true, totps: [totp] })).toEqual(['evidence']);
});

test('locked shows how many and nothing else, whatever else the view claims', () => {
  expect(sectionsOf({ ...view, state: 'locked', lockedCount: 2, addresses: [address] })).toEqual([
    { kind: 'locked', count: 2 },
  ]);
  expect(kinds({ state: 'empty' })).toEqual(['empty']);
});

test('a row that comes or goes changes the outline; time passing does not', () => {
  expect(outline({ ...view, codes: [code] })).not.toBe(outline(view));
  expect(outline({ ...view, lockedCount: 0 })).toBe(outline(view));
});

test('what can be copied after a refusal is what would have been typed', () => {
  const shown = { ...view, codes: [code], addresses: [address] };
  expect(typedValue(shown, { kind: 'code', messageId: 'm' }, null)).toBe('482913');
  expect(typedValue(shown, { kind: 'address', id: 'a' }, null)).toBe('me+shop@mail.example');
  expect(typedValue(shown, { kind: 'new-address', accountId: 'x' }, 'new@own.example')).toBe(
    'new@own.example',
  );
  expect(typedValue(shown, { kind: 'code', messageId: 'gone' }, null)).toBeNull();
});

test('codes are grouped for the eye and lose no character', () => {
  expect(grouped('482913')).toEqual(['482', '913']);
  expect(grouped('12345678')).toEqual(['1234', '5678']);
  expect(grouped('1234')).toEqual(['1234']);
  for (const text of ['1234567', 'AB12CD34EF', '𝟙23456']) expect(grouped(text).join('')).toBe(text);
});
