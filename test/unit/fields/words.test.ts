// What counts as a word: the same letters whatever their case, width or accents, and names as programmers join them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, identifierWords, wordsOf } from '../../../lib/fields/words.ts';

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
