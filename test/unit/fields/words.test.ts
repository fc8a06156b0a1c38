// The word matcher under every cue: what counts as a word, and that a longer cue silences the shorter one inside it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../lib/fields/table.ts';
import {
  compileIndex,
  compileInside,
  findCues,
  findInside,
  fold,
  identifierWords,
  wordsOf,
} from '../../../lib/fields/words.ts';

const rows = [
  { means: 'code', words: 'code' },
  { means: 'zip', words: 'zip code' },
  { means: 'mail', words: 'e-mail|邮箱' },
  { means: 'holder', words: 'karteninhaber*' },
];
const found = (text: string): string[] =>
  findCues(compileIndex(rows), wordsOf(text)).map(({ row }) => row.means);

describe('words', () => {
  it('fold case, width and accents', () => {
    expect(fold('Ｅ-Mail Prénom Hasło')).toBe('email prenom haslo');
  });
  it('come out the same on the short way of plain text as on the long one', () => {
    // One accent sends the whole text the long way.
    const plain = fc.string({ unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(plain, (text) => {
        expect(wordsOf(text)).toEqual(wordsOf(`${text} é`).slice(0, -1));
        expect(identifierWords(text)).toEqual(identifierWords(`${text} é`).slice(0, -1));
      }),
      { examples: [['E-mail address'], ['userE-mail'], ['aE-Mail_2'], ['e-mail'], ['X509eMail']] },
    );
  });
  it('split names as programmers join them', () => {
    expect(identifierWords('userEmail_2')).toEqual(['user', 'email', '2']);
    expect(identifierWords('XMLHttpCode')).toEqual(['xml', 'http', 'code']);
  });
});

describe('cues', () => {
  it('match at word borders, whatever stands between the words', () => {
    expect(found('Your E–Mail:')).toEqual(['mail']);
    expect(found('encode')).toEqual([]);
  });
  it('match anywhere in scripts without word breaks', () => {
    expect(found('请输入邮箱地址')).toEqual(['mail']);
  });
  it('are silenced inside a longer one', () => {
    expect(found('ZIP code')).toEqual(['zip']);
  });
  it('with an open end match compounds', () => {
    expect(found('Name des Karteninhabers')).toEqual(['holder']);
  });
  it('of five letters and more are found inside names, shorter ones are not', () => {
    const inside = compileInside([
      { means: 'mail', words: 'email' },
      { means: 'pin', words: 'pin' },
    ]);
    expect(findInside(inside, identifierWords('txtuseremail')).map(({ row }) => row.means)).toEqual(['mail']);
    expect(findInside(inside, identifierWords('spinner'))).toEqual([]);
  });
  it('of every language are found in themselves', () => {
    const cues = languages.flatMap(({ lang, fields }) => fields.map((row) => ({ lang, row })));
    for (const { lang, row } of cues) {
      const index = compileIndex([row]);
      for (const cue of row.words.split('|')) {
        expect(findCues(index, wordsOf(cue.replace('*', ''))), `${lang}: ${cue}`).not.toEqual([]);
      }
    }
  });
  it('take any text without throwing', () => {
    const index = compileIndex(languages.flatMap(({ fields }) => fields));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) =>
        Array.isArray(findCues(index, wordsOf(text))),
      ),
    );
  });
});

it('every language has cues for every meaning that is asked for there', () => {
  const needed = [
    'email',
    'username',
    'password',
    'code',
    'phone',
    'given-name',
    'family-name',
    'full-name',
    'birth-date',
    'card-number',
    'card-expiry',
    'card-code',
    'card-name',
    'captcha',
    'promo',
    'search',
  ];
  const kinds = [
    'sign-up',
    'log-in',
    'newsletter',
    'contact',
    'checkout',
    'payment',
    'search',
    'settings',
    'code-email',
    'code-sms',
    'code-totp',
    'code',
  ];
  for (const { lang, fields, passwords, forms } of languages) {
    expect({ lang, missing: needed.filter((means) => !fields.some((row) => row.means === means)) }).toEqual({
      lang,
      missing: [],
    });
    expect({ lang, missing: kinds.filter((means) => !forms.some((row) => row.means === means)) }).toEqual({
      lang,
      missing: [],
    });
    expect(passwords.map(({ means }) => means)).toEqual(
      expect.arrayContaining(['new-password', 'current-password']),
    );
  }
});
