// What kinds of words tell a code or a link, and in which languages we know them. The words stand in words-*.ts; this file
// holds their notation and joins them. Each entry is a list parted by commas. `kod*` is a word that begins so, `*code` one that
// ends so, `*kod*` one that holds it; a space is any gap, a star alone one to three words. Letters are compared without case and
// accents, and words of scripts without spaces (ja, zh, th) are found anywhere.

import type { LanguageWords, WordKind } from './language-words.ts';
import { EAST } from './words-east.ts';
import { SMALL } from './words-small.ts';
import { WEST } from './words-west.ts';
import { WORLD } from './words-world.ts';

const BY_LANGUAGE = { ...WEST, ...EAST, ...WORLD, ...SMALL };
export type MessageLanguage = keyof typeof BY_LANGUAGE;

/** The words of every language, by ISO 639-1 code (`no` stands for both forms of Norwegian, `zh` for both scripts). */
export const WORDS: Readonly<Record<MessageLanguage, LanguageWords>> = BY_LANGUAGE;

/** @returns every distinct entry of a kind, of all languages. */
export function entriesOf(kind: WordKind): string[] {
  return [
    ...new Set(Object.values(WORDS).flatMap((words) => words[kind].split(',').map((entry) => entry.trim()))),
  ];
}
