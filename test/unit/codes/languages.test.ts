// Words of one language that mean something else in another: a code is found by the words of its own. Leans on sentences alone.
import { describe, expect, test } from 'vitest';
import { bestCode, extractCodes } from '../../../lib/codes/extract.ts';

const code = (text: string): string | null =>
  bestCode(extractCodes({ channel: 'email', subject: '', text, html: null }))?.code ?? null;

describe('words that mean something else in another language', () => {
  test.each([
    ['hu: today', 'Csomagja 88123901 ma érkezik 10 és 14 óra között.'],
    ['it: but', 'Ordine 4412093 spedito ma 551029 in ritardo'],
    ['nl: this action', 'Deze actie is geldig tot 31 december 2026'],
  ])('%s', (_, text) => expect(code(text)).toBeNull());
  test.each([
    ['fi: you can', 'Voit kirjautua koodilla 482913', '482913'],
    ['de: this action', 'Ihr Code für diese Aktion: 482913', '482913'],
    ['en: center', 'Security Center: your code is 482913', '482913'],
  ])('%s', (_, text, expected) => expect(code(text)).toBe(expected));
});
