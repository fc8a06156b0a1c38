// The cue matcher: where a cue is found, that a longer one silences the shorter inside it, and that no text breaks it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyIndex,
  fileCue,
  fileInside,
  findCues,
  findInside,
  type Inside,
} from '../../../lib/fields/match.ts';
import { identifierWords, wordsOf } from '../../../lib/fields/words.ts';

const index = emptyIndex<string>();
for (const [cue, row] of [
  ['code', 'code'],
  ['zip code', 'zip'],
  ['email', 'mail'],
  ['邮箱', 'mail'],
  ['smsコード', 'sms'],
  ['karteninhaber*', 'holder'],
  ['kod* weryfik*', 'code'],
] as const)
  fileCue(index, cue, row);
const found = (text: string): string[] => findCues([index], wordsOf(text)).map(({ row }) => row);

describe('cues', () => {
  it.each<[string, string, string[]]>([
    ['at word borders, whatever stands between the words', 'Your E–Mail:', ['mail']],
    ['not inside a word', 'encode', []],
    ['anywhere in scripts without word breaks', '请输入邮箱地址', ['mail']],
    ['where two scripts meet in one cue', 'SMSコードを入力', ['sms']],
    ['not inside a longer cue', 'ZIP code', ['zip']],
    ['with an open end in compounds', 'Name des Karteninhabers', ['holder']],
    ['with an open end in every word of a phrase', 'Kodu weryfikacyjnego', ['code']],
  ])('are found %s', (_, text, rows) => {
    expect(found(text)).toEqual(rows);
  });

  it('name themselves without the mark of an open end', () => {
    expect(findCues([index], ['karteninhabers'])[0]?.cue).toBe('karteninhaber');
  });

  it('take any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => Array.isArray(found(text))),
    );
  });
});

describe('cues inside run-together names', () => {
  const inside: Inside<string> = new Map();
  for (const cue of ['email', 'emailverify', 'pin']) fileInside(inside, cue, cue);
  const within = (name: string): string[] => findInside(inside, identifierWords(name)).map(({ row }) => row);

  it('are the longest at their place', () => {
    expect(within('txtuseremail')).toEqual(['email']);
    expect(within('temailVerify')).toEqual(['emailverify']);
  });
  it('have five letters at least', () => {
    expect(within('spinner')).toEqual([]);
  });
});
