// What kinds of words tell a code or a link, and in which languages we know them. The words stand in words-*.ts; this file
// holds their notation and joins them. Each entry is a list parted by commas. `kod*` is a word that begins so, `*code` one that
// ends so, `*kod*` one that holds it; a space is any gap, a star alone one to three words. Letters are compared without case and
// accents, and words of scripts without spaces (ja, zh, th) are found anywhere.
import { EAST } from './words-east.ts';
import { WEST } from './words-west.ts';
import { WORLD } from './words-world.ts';

export interface LanguageWords {
  /** Names of the code itself. */
  code: string;
  /** What it is for: log-in, confirmation, safety, "enter the following". Supports, never suffices. */
  purpose: string;
  /** Numbers that are something else: orders, prices, phones, vouchers. Also spoils a code word it is joined to. */
  other: string;
  /** Links that confirm an address or an account. */
  verify: string;
  /** Links that sign in. */
  signIn: string;
  /** Links to a new password. */
  reset: string;
  /** Links and mails that do something else to an account: join it to another, act for an administrator, invite. */
  account: string;
  /** What advertising speaks of; its codes are for shopping. */
  offer: string;
  /** What one is told to do with a code. */
  use: string;
}

export type WordKind = keyof LanguageWords;

const BY_LANGUAGE = { ...WEST, ...EAST, ...WORLD };
export type MessageLanguage = keyof typeof BY_LANGUAGE;

/** The words of every language, by ISO 639-1 code (`no` stands for both forms of Norwegian, `zh` for both scripts). */
export const WORDS: Readonly<Record<MessageLanguage, LanguageWords>> = BY_LANGUAGE;

/** @returns every distinct entry of a kind, of all languages. */
export function entriesOf(kind: WordKind): string[] {
  return [
    ...new Set(Object.values(WORDS).flatMap((words) => words[kind].split(',').map((entry) => entry.trim()))),
  ];
}
