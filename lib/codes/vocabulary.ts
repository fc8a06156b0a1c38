// Finds the words of `words.ts` in a piece of text, all languages at once. Leans on that table only. A lookup of words in maps
// rather than one large pattern: that took a second to compile, and a worker is young each time it is asked.
import type { WordKind } from './language-words.ts';
import { entriesOf } from './words.ts';

export interface WordHit {
  /** Half-open range in the folded piece. */
  start: number;
  end: number;
}

/** Scripts written without spaces: their words are found anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Characters of a piece that are searched (its end, where it is longer). */
const MOST_PIECE = 400;
/** Most letters between two words of one phrase. */
const MOST_GAP = 3;
/** How many words a lone star stands for. */
const MOST_ANY = 3;

const SINGLE: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
};

/** @returns the piece without case and without Latin, Greek and Cyrillic accents; marks that are letters of their own stay. */
export function foldWords(piece: string): string {
  return piece
    .normalize('NFD')
    .replace(/[\u0300-\u0305\u0307-\u036f]|(?<=[a-z])\u0306/gi, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[łøđßıæœðþ]/g, (letter) => SINGLE[letter] ?? letter);
}

type Fits = (word: string) => boolean;
/** A phrase after its first word; `any` stands for a lone star. */
type Rest = readonly (Fits | 'any')[];

interface Index {
  exact: Map<string, Rest[]>;
  /** First words that only begin so, by their first two letters. */
  prefixes: Map<string, { stem: string; rest: Rest }[]>;
  /** First words that end so, or hold it anywhere. */
  others: { fits: Fits; rest: Rest }[];
  unspaced: string[];
}

function fitting(part: string): Fits {
  const stem = part.replaceAll('*', '');
  if (part.startsWith('*'))
    return part.endsWith('*') ? (word) => word.includes(stem) : (word) => word.endsWith(stem);
  return part.endsWith('*') ? (word) => word.startsWith(stem) : (word) => word === stem;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function buildIndex(kind: WordKind): Index {
  const index: Index = { exact: new Map(), prefixes: new Map(), others: [], unspaced: [] };
  for (const entry of new Set(entriesOf(kind).map(foldWords))) {
    if (UNSPACED.test(entry)) {
      index.unspaced.push(entry);
      continue;
    }
    const [first = '', ...more] = entry.split(' ');
    const rest = more.map((part) => (part === '*' ? 'any' : fitting(part)));
    const stem = first.replaceAll('*', '');
    if (first === stem) push(index.exact, stem, rest);
    else if (first.startsWith('*') || stem.length < 2) index.others.push({ fits: fitting(first), rest });
    else push(index.prefixes, stem.slice(0, 2), { stem, rest });
  }
  return index;
}

const indexes = new Map<WordKind, Index>();

function indexOf(kind: WordKind): Index {
  const known = indexes.get(kind);
  if (known !== undefined) return known;
  const built = buildIndex(kind);
  indexes.set(kind, built);
  return built;
}

interface Token {
  word: string;
  start: number;
  end: number;
}

/** @returns the index of the phrase's last token, or -1. */
function follow(tokens: readonly Token[], at: number, rest: Rest, piece: string): number {
  const [next, ...later] = rest;
  if (next === undefined) return at;
  const reach = next === 'any' ? MOST_ANY : 1;
  for (let step = 1; step <= reach; step++) {
    const from = tokens[at + step - 1];
    const to = tokens[at + step];
    if (from === undefined || to === undefined) return -1;
    const gap = piece.slice(from.end, to.start);
    if (gap.length > MOST_GAP || gap.includes('\n')) return -1;
    if (next !== 'any') return next(to.word) ? follow(tokens, at + 1, later, piece) : -1;
    const last = follow(tokens, at + step, later, piece);
    if (last >= 0) return last;
  }
  return -1;
}

function phrasesFrom(index: Index, { word }: Token): Rest[] {
  return [
    ...(index.exact.get(word) ?? []),
    ...(index.prefixes.get(word.slice(0, 2)) ?? [])
      .filter(({ stem }) => word.startsWith(stem))
      .map(({ rest }) => rest),
    ...index.others.filter(({ fits }) => fits(word)).map(({ rest }) => rest),
  ];
}

/**
 * @param folded a piece after `foldWords`: a line or two.
 * @returns the words and phrases of a kind, by place; of phrases that begin with the same word, the longest.
 */
export function findWords(kind: WordKind, folded: string): WordHit[] {
  const index = indexOf(kind);
  const offset = Math.max(0, folded.length - MOST_PIECE);
  const piece = folded.slice(offset);
  const tokens = [...piece.matchAll(WORD)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const hits: WordHit[] = [];
  tokens.forEach((token, at) => {
    const last = Math.max(-1, ...phrasesFrom(index, token).map((rest) => follow(tokens, at, rest, piece)));
    const end = tokens[last]?.end;
    if (end !== undefined) hits.push({ start: offset + token.start, end: offset + end });
  });
  if (UNSPACED.test(piece)) {
    for (const entry of index.unspaced) {
      for (let at = piece.indexOf(entry); at >= 0; at = piece.indexOf(entry, at + entry.length)) {
        hits.push({ start: offset + at, end: offset + at + entry.length });
      }
    }
  }
  return hits.sort((a, b) => a.start - b.start || a.end - b.end);
}
