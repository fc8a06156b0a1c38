// What finding a word is worth: at the start of a text, at the start of a word of it, anywhere; in one field more than in
// another. Runs over all texts of a chunk at once. Pure; reads texts that were folded before.
import type { SearchChunk } from './chunk.ts';
import { fold } from './fold.ts';
import type { SearchPlan, Worth } from './plan.ts';

/** What words are worth by field, with the most that a further hit can be worth, after one that stood in a field not at its start. */
export interface Prices {
  readonly byField: readonly Worth[];
  readonly left: readonly number[];
  readonly named: SearchPlan<never, never>['named'];
}

export function pricesOf({ worth, named }: Pick<SearchPlan<never, never>, 'worth' | 'named'>): Prices {
  const left = worth.map(({ word }, at) => Math.max(word, ...worth.slice(at + 1).map(({ start }) => start)));
  return { byField: worth, left, named };
}

/**
 * Looks at one chunk and notes what the word is worth in each entry, 0 where it is missing.
 * @param worths as long as the chunk has entries. @returns false if the word stands nowhere; then `worths` means nothing.
 */
export type Look = (chunk: SearchChunk, ends: Uint32Array, worths: Uint16Array) => boolean;

/** @param names of what the plan's named key holds: an entry is found by that name too. */
export function wordIn(word: string, names: ReadonlyMap<string, string>, prices: Prices): Look {
  const { named } = prices;
  const worthOf = new Map<string, number>();
  for (const [value, name] of named === null ? [] : names) {
    const worth = named === null ? 0 : worthIn(fold(name), word, named.worth);
    if (worth > 0) worthOf.set(value, worth);
  }
  return ({ texts, keys }, ends, worths) => {
    if (worthOf.size === 0 && !texts.includes(word)) return false;
    const values = named === null ? [] : (keys[named.key] ?? []);
    for (let at = 0; at < worths.length; at += 1) worths[at] = worthOf.get(values[at] ?? '') ?? 0;
    raiseWorths(texts, ends, word, worths, prices);
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
 * @param ends of the lines of `texts`, as many an entry as there are fields.
 */
function raiseWorths(
  texts: string,
  ends: Uint32Array,
  word: string,
  worths: Uint16Array,
  { byField, left }: Prices,
): void {
  const each = byField.length;
  let at = texts.indexOf(word);
  let line = 0;
  while (at >= 0) {
    while ((ends[line] ?? at) < at) line += 1;
    const field = line % each;
    const entry = (line - field) / each;
    const from = line === 0 ? 0 : (ends[line - 1] ?? 0) + 1;
    const worth = byField[field];
    if (worth === undefined) return;
    const value = at === from ? worth.start : startsWord(texts, at) ? worth.word : worth.anywhere;
    const best = Math.max(worths[entry] ?? 0, value);
    worths[entry] = best;
    // Nothing that this entry still holds can be worth more: on to the next one.
    const next = best >= (left[field] ?? 0) ? (ends[entry * each + each - 1] ?? at) : at;
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
