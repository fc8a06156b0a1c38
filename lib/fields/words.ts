// Text into comparable words, and cue tables into one lookup tree compiled once. Leans on nothing; knows no language:
// letters without word breaks (Han, Kana, Hangul, Thai) are words of their own. No regular expression is ever built from
// or run over a page's text in a way that could backtrack: cost is the number of words times the longest cue.

const LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i' };
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー])[\p{L}\p{M}\p{N}])+/gu;

/** Most names and most cues: nothing to unify there, and no class of letters larger than a dozen ranges to match with. */
const PLAIN = /^[ -~]*$/;

/** Lower case, compatibility forms unified (full-width letters), Latin accents dropped, one spelling of "email". */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(/(?<![a-z0-9])e[- ]mail/g, 'email');
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
  const folded = fold(text);
  return folded.match(wordIn(folded)) ?? [];
}

const wordIn = (folded: string): RegExp => (PLAIN.test(folded) ? /[a-z0-9]+/g : WORD);

/** `userEmail_2` → `user email 2`. */
export function identifierWords(name: string): string[] {
  return wordsOf(parted(name.slice(0, 400)));
}

/** Blanks where programmers leave none. */
function parted(name: string): string {
  if (PLAIN.test(name)) {
    return name
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
      .replace(/([a-zA-Z])(\d)/g, '$1 $2')
      .replace(/_/g, ' ');
  }
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/_/g, ' ');
}

export interface Hit<Row> {
  row: Row;
  /** The cue as the table writes it. */
  cue: string;
  start: number;
  end: number;
}

interface Meant<Row> {
  row: Row;
  /** The cue as the table writes it. */
  cue: string;
}

export interface Index<Row> {
  /** Every cue, and every beginning of one (with nothing meant), by its words with a blank between. */
  phrases: Map<string, Meant<Row>[]>;
  /** Cues ending in `*`: compared by the beginning of a word. */
  open: (Meant<Row> & { prefix: string })[];
}

/**
 * Compiles rows for `findCues`. A row is folded as a whole, since thousands of cues one by one would be most of what the
 * first focus in a document costs.
 * @param kind what the cues are compared with: text for people, or names that programmers join
 */
export function compileIndex<Row extends { words: string }>(
  rows: readonly Row[],
  kind: 'text' | 'names' = 'text',
): Index<Row> {
  const index: Index<Row> = { phrases: new Map(), open: [] };
  for (const row of rows) {
    const folded = fold(kind === 'names' ? parted(row.words) : row.words);
    const word = wordIn(folded);
    const cues = row.words.split('|');
    for (const [at, text] of folded.split('|').entries()) {
      const cue = cues[at] ?? text;
      if (text.endsWith('*')) index.open.push({ prefix: text.slice(0, -1), row, cue });
      else meantBy(index, text.match(word) ?? []).push({ row, cue });
    }
  }
  return index;
}

function meantBy<Row>({ phrases }: Index<Row>, words: readonly string[]): Meant<Row>[] {
  let phrase = '';
  let meant: Meant<Row>[] = [];
  for (const word of words) {
    phrase = phrase === '' ? word : `${phrase} ${word}`;
    const known = phrases.get(phrase);
    meant = known ?? [];
    if (!known) phrases.set(phrase, meant);
  }
  return meant;
}

/** @returns every cue found, without those that lie inside a longer one (`code` inside `zip code`). */
export function findCues<Row>(index: Index<Row>, words: readonly string[]): Hit<Row>[] {
  const hits: Hit<Row>[] = [];
  for (let start = 0; start < words.length; start += 1) {
    let phrase = '';
    for (let end = start; end < words.length; end += 1) {
      phrase = end === start ? (words[end] ?? '') : `${phrase} ${words[end]}`;
      const meant = index.phrases.get(phrase);
      if (!meant) break;
      for (const { row, cue } of meant) hits.push({ row, cue, start, end: end + 1 });
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

/** Cues of five letters and more, to be found inside run-together names (`txtuseremail`). */
export interface Inside<Row> {
  pattern: RegExp;
  rows: Map<string, Row[]>;
}

const SHORTEST_INSIDE = 5;

export function compileInside<Row extends { words: string }>(rows: readonly Row[]): Inside<Row> {
  const byCue = new Map<string, Row[]>();
  for (const row of rows) {
    for (const word of fold(row.words).split('|')) {
      const cue = word.replace(/[^\p{L}\p{N}]/gu, '');
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
