// The gate for passphrases: lets through what people should choose, stops what everybody tries first.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LEAST_LENGTH, strengthOf } from '../../lib/strength.ts';

it.each(['', 'a', 'x7#Kq9!', '🙂🙂🙂🙂'])('%j is too short', (text) => {
  expect(strengthOf(text).verdict).toBe('too-short');
});

it.each([
  'password',
  'Password123',
  'passwordpassword',
  'qwertyuiop',
  '1234567890',
  '9876543210',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'asdfghjkl',
  'letmein123',
  'iloveyou!',
  'qwerty12345',
  '        ',
  '111111111111',
  'moniker123',
  'admin1234',
])('%j is too easy', (text) => {
  expect(strengthOf(text).verdict).toBe('too-easy');
});

it.each([
  'orbital lemon',
  'velvet anchor porridge',
  'x7#Kq9!v',
  'correct horse battery staple',
  'Übermut tut selten gut',
  '漢字かな交じり文は強い',
])('%j will do', (text) => {
  expect(['fair', 'strong']).toContain(strengthOf(text).verdict);
});

it('calls a long random passphrase strong', () => {
  expect(strengthOf('x7#Kq9!vP2m$Zt4w').verdict).toBe('strong');
  expect(strengthOf('correct horse battery staple').verdict).toBe('strong');
});

it('judges every text by a finite number of bits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { bits, verdict } = strengthOf(text);
      expect(Number.isFinite(bits) && bits >= 0).toBe(true);
      if ([...text].length < LEAST_LENGTH) expect(verdict).toBe('too-short');
    }),
  );
});
