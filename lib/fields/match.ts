// Finds cues among the words of a text or a name. Leans on words.ts; knows no language and no meaning. Cues are filed by
// their first word and taken apart only when it is met, so that thousands cost a page no more than the filing; finding
// costs the number of words times the length of a word.
import { wordsOf } from './words.ts';

export interface Hit<Row> {
  row: Row;
  /** The cue as the table writes it, without its `*`. */
  cue: string;
  /** First word, and the one after the last. */
  start: number;
  end: number;
}

interface Filed<Row> {
  row: Row;
  cue: string;
  /** The words after the first, once they were asked for. */
  rest: string[] | null;
}

export interface Index<Row> {
  /** By the first word. */
  whole: Map<string, Filed<Row>[]>;
  /** By the beginning of the first word, for cues whose first word ends in `*`. */
  begun: Map<string, Filed<Row>[]>;
  /** The first letters of every beginning: most words share them with none. */
  starts: Set<string>;
}

/** Shorter beginnings would mean anything. */
const SHORTEST_BEGINNING = 3;

export function emptyIndex<Row>(): Index<Row> {
  return { whole: new Map(), begun: new Map(), starts: new Set() };
}

/** @param cue words of `wordsOf`, a blank between (none in scripts without word breaks); `*` ends a beginning. */
export function fileCue<Row>(index: Index<Row>, cue: string, row: Row): void {
  const first = firstWord(cue);
  const open = first.endsWith('*');
  const shelf = open ? index.begun : index.whole;
  const key = open ? first.slice(0, -1) : first;
  if (open) index.starts.add(key.slice(0, SHORTEST_BEGINNING));
  const filed = { row, cue, rest: null };
  const known = shelf.get(key);
  if (known) known.push(filed);
  else shelf.set(key, [filed]);
}

/** From here on (Thai, Kana, Han, Hangul) a letter may be a word. */
const LETTERED = 0x0e00;

function firstWord(cue: string): string {
  if (isLettered(cue)) return wordsOf(cue)[0] ?? '';
  const blank = cue.indexOf(' ');
  return blank < 0 ? cue : cue.slice(0, blank);
}

function isLettered(cue: string): boolean {
  return cue.charCodeAt(cue.length - 1) >= LETTERED || cue.charCodeAt(0) >= LETTERED;
}

function restOf<Row>(filed: Filed<Row>): string[] {
  filed.rest ??= isLettered(filed.cue) ? wordsOf(filed.cue).slice(1) : filed.cue.split(' ').slice(1);
  return filed.rest;
}

/** @returns every cue found in any index, without those that lie inside a longer one (`code` inside `zip code`). */
export function findCues<Row>(indexes: readonly Index<Row>[], words: readonly string[]): Hit<Row>[] {
  const hits: Hit<Row>[] = [];
  for (let start = 0; start < words.length; start += 1) {
    const word = words[start] ?? '';
    for (const index of indexes) {
      collect(index.whole.get(word), words, start, hits);
      if (!index.starts.has(word.slice(0, SHORTEST_BEGINNING))) continue;
      for (let length = SHORTEST_BEGINNING; length <= word.length; length += 1)
        collect(index.begun.get(word.slice(0, length)), words, start, hits);
    }
  }
  return hits.filter((hit) => !hits.some((other) => isInside(hit, other)));
}

function collect<Row>(
  candidates: Filed<Row>[] | undefined,
  words: readonly string[],
  start: number,
  hits: Hit<Row>[],
): void {
  for (const filed of candidates ?? []) {
    const rest = restOf(filed);
    const goesOn = rest.every((part, step) => isWord(part, words[start + 1 + step] ?? ''));
    if (goesOn)
      hits.push({ row: filed.row, cue: filed.cue.replaceAll('*', ''), start, end: start + 1 + rest.length });
  }
}

function isWord(part: string, word: string): boolean {
  return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : part === word;
}

function isInside<Row>(hit: Hit<Row>, other: Hit<Row>): boolean {
  return other.start <= hit.start && other.end >= hit.end && other.end - other.start > hit.end - hit.start;
}

/** Cues of five letters and more by their first five, to be found inside run-together names (`txtuseremail`). */
export type Inside<Row> = Map<string, { letters: string; row: Row }[]>;

const SHORTEST_INSIDE = 5;

export function fileInside<Row>(inside: Inside<Row>, cue: string, row: Row): void {
  const letters = cue.replaceAll(' ', '');
  if (letters.length < SHORTEST_INSIDE) return;
  const key = letters.slice(0, SHORTEST_INSIDE);
  const known = inside.get(key);
  if (known) known.push({ letters, row });
  else inside.set(key, [{ letters, row }]);
}

/** @returns the longest cue at each place, left to right, none overlapping another. */
export function findInside<Row>(inside: Inside<Row>, words: readonly string[]): Hit<Row>[] {
  const name = words.join('');
  const hits: Hit<Row>[] = [];
  for (let at = 0; at <= name.length - SHORTEST_INSIDE; at += 1) {
    const here = (inside.get(name.slice(at, at + SHORTEST_INSIDE)) ?? []).filter(({ letters }) =>
      name.startsWith(letters, at),
    );
    const length = Math.max(0, ...here.map(({ letters }) => letters.length));
    if (length === 0) continue;
    for (const { letters, row } of here)
      if (letters.length === length) hits.push({ row, cue: letters, start: at, end: at + length });
    at += length - 1;
  }
  return hits;
}
