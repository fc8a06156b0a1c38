// Finds the words of `words.ts` in a piece of text, all languages at once. Leans on that table only. Pieces are short (a line
// or two): the patterns are linear, but large, and are not meant for whole mails.
import { type LanguageWords, WORDS } from './words.ts';

export type WordKind = keyof LanguageWords;

export interface WordHit {
  word: string;
  /** Half-open range in the folded piece. */
  start: number;
  end: number;
}

/** Scripts written without spaces: their words are found anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const MOST_PIECE = 400;

/** @returns the piece without case, Latin and Greek accents; other scripts' marks stay (they are letters there). */
export function foldWords(piece: string): string {
  return piece
    .normalize('NFD')
    .replace(/[\u0300-\u0305\u0307-\u036f]|(?<=[a-z])\u0306/gi, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[łøđßıæœ]/g, (letter) => SINGLE[letter] ?? letter);
}
const SINGLE: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', ı: 'i', æ: 'ae', œ: 'oe' };

function pattern(entry: string): string {
  const folded = foldWords(entry);
  const body = folded
    .split(' ')
    .map((part) => {
      // A star alone stands for one to three words ("text * to").
      if (part === '*') return '[\\p{L}\\p{N}]{1,20}(?:[^\\p{L}\\p{N}\\n]{1,3}[\\p{L}\\p{N}]{1,20}){0,2}';
      const begins = part.startsWith('*') ? '[\\p{L}\\p{M}]{0,24}' : '';
      const ends = part.endsWith('*') ? '[\\p{L}\\p{M}]{0,24}' : '';
      return begins + part.replaceAll('*', '').replace(/[^\p{L}\p{M}\p{N}]/gu, '\\$&') + ends;
    })
    .join('[^\\p{L}\\p{N}\\n]{1,3}');
  return UNSPACED.test(folded) ? body : `(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{M}])`;
}

function compile(kind: WordKind): RegExp {
  const entries = new Set(Object.values(WORDS).flatMap((words) => words[kind]));
  // Longest first: "order number" before "order", so that a hit covers the whole name.
  const patterns = [...entries].sort((a, b) => b.length - a.length).map(pattern);
  return new RegExp(patterns.join('|'), 'giu');
}

const compiled = new Map<WordKind, RegExp>();

/** @param folded a piece after `foldWords`, at most a few hundred characters (the end is kept where it is longer). */
export function findWords(kind: WordKind, folded: string): WordHit[] {
  let expression = compiled.get(kind);
  if (expression === undefined) {
    expression = compile(kind);
    compiled.set(kind, expression);
  }
  const offset = Math.max(0, folded.length - MOST_PIECE);
  return [...folded.slice(offset).matchAll(expression)].map((match) => ({
    word: match[0],
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
}
