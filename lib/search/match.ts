// What finding a word is worth: at the start of a text, at the start of a word of it, anywhere; in the site more than in the
// label, and so on. Runs over all texts of a chunk at once. Pure; reads texts that were folded before.
import type { SearchChunk } from './chunk.ts';
import { FIELDS, type Field } from './entry.ts';
import { fold } from './fold.ts';

interface Worth {
  start: number;
  word: number;
  anywhere: number;
}

const WORTH: Record<Field | 'account', Worth> = {
  site: { start: 64, word: 40, anywhere: 24 },
  label: { start: 48, word: 32, anywhere: 16 },
  name: { start: 32, word: 24, anywhere: 8 },
  email: { start: 24, word: 12, anywhere: 6 },
  note: { start: 6, word: 4, anywhere: 2 },
  account: { start: 3, word: 2, anywhere: 1 },
};

const EACH = FIELDS.length;
const BY_FIELD: readonly Worth[] = FIELDS.map((field) => WORTH[field]);
/** The most that a further hit can be worth, after one that stood in a field but not at its start. */
const LEFT: readonly number[] = BY_FIELD.map(({ word }, at) =>
  Math.max(word, ...BY_FIELD.slice(at + 1).map(({ start }) => start)),
);

/**
 * Looks at one chunk and notes what the word is worth in each entry, 0 where it is missing.
 * @param worths as long as the chunk has entries. @returns false if the word stands nowhere; then `worths` means nothing.
 */
export type Look = (chunk: SearchChunk, ends: Uint32Array, worths: Uint16Array) => boolean;

/** @param accounts names by account id: an entry is found by its account's name too. */
export function wordIn(word: string, accounts: ReadonlyMap<string, string>): Look {
  const named = new Map<string, number>();
  for (const [id, name] of accounts) {
    const worth = worthIn(fold(name), word, WORTH.account);
    if (worth > 0) named.set(id, worth);
  }
  return ({ texts, accountIds }, ends, worths) => {
    if (named.size === 0 && !texts.includes(word)) return false;
    for (let at = 0; at < worths.length; at += 1) worths[at] = named.get(accountIds[at] ?? '') ?? 0;
    raiseWorths(texts, ends, word, worths);
    return true;
  };
}

function worthIn(text: string, word: string, { start, word: atWord, anywhere }: Worth): number {
  let at = text.indexOf(word);
  if (at <= 0) return at === 0 ? start : 0;
  for (; at >= 0; at = text.indexOf(word, at + 1)) if (startsWord(text, at)) return atWord;
  return anywhere;
}

/**
 * Raises the worths to what the best place of a word in each entry's texts is worth.
 * @param ends of the lines of `texts`, `FIELDS.length` an entry.
 */
function raiseWorths(texts: string, ends: Uint32Array, word: string, worths: Uint16Array): void {
  let at = texts.indexOf(word);
  let line = 0;
  while (at >= 0) {
    while ((ends[line] ?? at) < at) line += 1;
    const field = line % EACH;
    const entry = (line - field) / EACH;
    const from = line === 0 ? 0 : (ends[line - 1] ?? 0) + 1;
    const worth = BY_FIELD[field];
    if (worth === undefined) return;
    const value = at === from ? worth.start : startsWord(texts, at) ? worth.word : worth.anywhere;
    const best = Math.max(worths[entry] ?? 0, value);
    worths[entry] = best;
    // Nothing that this entry still holds can be worth more: on to the next one.
    const next = best >= (LEFT[field] ?? 0) ? (ends[entry * EACH + EACH - 1] ?? at) : at;
    at = texts.indexOf(word, next + 1);
  }
}

/** Whether what stands before `at` is neither a letter nor a digit. */
function startsWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1);
  // Folded ASCII has no capitals; everything else is asked of Unicode.
  if (code < 128) return !((code >= 97 && code <= 122) || (code >= 48 && code <= 57));
  return /[^\p{L}\p{N}]/u.test(text.charAt(at - 1));
}
