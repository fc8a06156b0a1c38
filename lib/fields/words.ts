// Text into comparable words, and cue tables into one lookup tree compiled once. Leans on nothing; knows no language:
// letters without word breaks (Han, Kana, Hangul, Thai) are words of their own. No regular expression is ever built from
// or run over a page's text in a way that could backtrack: cost is the number of words times the longest cue.

const LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i' };
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー])[\p{L}\p{M}\p{N}])+/gu;

/** Lower case, compatibility forms unified (full-width letters), Latin accents dropped, one spelling of "email". */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[łøđı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/(?<![\p{L}\p{N}])e[\p{Pd} ]mail/gu, 'email');
}

export function wordsOf(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

/** `userEmail_2` → `user email 2`. */
export function identifierWords(name: string): string[] {
  return wordsOf(
    name
      .slice(0, 400)
      .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .replace(/(\p{L})(\d)/gu, '$1 $2')
      .replace(/_/g, ' '),
  );
}

export interface Hit<Row> {
  row: Row;
  /** The cue as the table writes it. */
  cue: string;
  start: number;
  end: number;
}

interface Node<Row> {
  next: Map<string, Node<Row>>;
  here: { row: Row; cue: string }[];
}

export interface Index<Row> {
  root: Node<Row>;
  /** Cues ending in `*`: first word → rows, compared by beginning. */
  open: { prefix: string; row: Row; cue: string }[];
}

/** Compiles rows for `findCues`. */
export function compileIndex<Row extends { words: string }>(
  rows: readonly Row[],
  split: (cue: string) => string[] = wordsOf,
): Index<Row> {
  const index: Index<Row> = { root: node(), open: [] };
  for (const row of rows) {
    for (const cue of row.words.split('|')) {
      if (cue.endsWith('*')) {
        index.open.push({ prefix: fold(cue.slice(0, -1)), row, cue });
        continue;
      }
      let at = index.root;
      for (const word of split(cue)) {
        let next = at.next.get(word);
        if (!next) {
          next = node();
          at.next.set(word, next);
        }
        at = next;
      }
      at.here.push({ row, cue });
    }
  }
  return index;
}

/** @returns every cue found, without those that lie inside a longer one (`code` inside `zip code`). */
export function findCues<Row>(index: Index<Row>, words: readonly string[]): Hit<Row>[] {
  const hits: Hit<Row>[] = [];
  for (let start = 0; start < words.length; start += 1) {
    let at: Node<Row> | undefined = index.root;
    for (let end = start; at && end < words.length; end += 1) {
      at = at.next.get(words[end] ?? '');
      for (const { row, cue } of at?.here ?? []) hits.push({ row, cue, start, end: end + 1 });
    }
    const word = words[start] ?? '';
    for (const { prefix, row, cue } of index.open) {
      if (word.startsWith(prefix)) hits.push({ row, cue, start, end: start + 1 });
    }
  }
  return hits.filter((hit) => !hits.some((other) => isInside(hit, other)));
}

function isInside<Row>(hit: Hit<Row>, other: Hit<Row>): boolean {
  return other.start <= hit.start && other.end >= hit.end && other.end - other.start > hit.end - hit.start;
}

function node<Row>(): Node<Row> {
  return { next: new Map(), here: [] };
}

/** Cues of five letters and more, to be found inside run-together names (`txtuseremail`). */
export interface Inside<Row> {
  pattern: RegExp;
  rows: Map<string, Row[]>;
}

const SHORTEST_INSIDE = 5;

export function compileInside<Row extends { words: string }>(rows: readonly Row[]): Inside<Row> {
  const byCue = new Map<string, Row[]>();
  for (const row of rows) {
    for (const word of row.words.split('|')) {
      const cue = fold(word).replace(/[^\p{L}\p{N}]/gu, '');
      if (cue.length < SHORTEST_INSIDE) continue;
      byCue.set(cue, [...(byCue.get(cue) ?? []), row]);
    }
  }
  // Only letters and digits are left, so nothing needs escaping; longer cues first, so that they win at their place.
  const cues = [...byCue.keys()].sort((a, b) => b.length - a.length);
  return { pattern: new RegExp(cues.join('|'), 'gu'), rows: byCue };
}

export function findInside<Row>(inside: Inside<Row>, words: readonly string[]): Hit<Row>[] {
  const name = words.join('');
  return [...name.matchAll(inside.pattern)].flatMap((match) =>
    (inside.rows.get(match[0]) ?? []).map((row) => ({
      row,
      cue: match[0],
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}
