// Takes out of a page's text what could be about a person: addresses, numbers, long tokens, names after a greeting. Leans on
// the cue tables for the words that are surely the page's own. What is left may still be personal where a page writes it
// like a label, which is why people look at an export before they share it.
import { cueWords } from './table.ts';
import { clean } from './text.ts';
import { wordsOf } from './words.ts';

/** Stands for what was taken out. */
const GAP = '…';
/** Longer than any word of a label; with digits in it, as long as the shortest token. */
const TOKEN = { letters: 32, digits: 15 } as const;
const MAILBOX = /[^\s@<>"'()]+@[^\s@<>"'()]+/gu;
const LINK = /\b(?:https?:\/\/|www\.)\S+/giu;

/** Addresses, links, numbers of three and more digits and long tokens become a gap; the rest stays as written. */
export function maskText(text: string, max = 160): string {
  return clean(
    text
      .slice(0, max * 4)
      .replace(MAILBOX, GAP)
      .replace(LINK, GAP)
      .replace(/[+(]?\p{N}(?:[\p{N} ()./-]*\p{N})/gu, (run) =>
        (run.match(/\p{N}/gu)?.length ?? 0) >= 3 ? GAP : run,
      )
      .replace(/\S+/gu, (word) =>
        word.length > (/\p{N}/u.test(word) ? TOKEN.digits : TOKEN.letters) ? GAP : word,
      ),
    max,
  );
}

/**
 * The same for text that may speak to a person ("Welcome back, Maria"): capitalised words that no cue table knows go as
 * well. German loses some nouns by it, and nobody a name.
 * @param kept words at the start that stay: 1 for labels and buttons, whose first word is what an export is made for.
 */
export function maskProse(text: string, max = 160, kept: 0 | 1 = 0): string {
  return maskText(text, max)
    .split(' ')
    .map((word, at) => (at >= kept && /^\P{L}*\p{Lu}/u.test(word) && !isCueWord(word) ? GAP : word))
    .join(' ');
}

let vocabulary: ReadonlySet<string> | null = null;

function isCueWord(word: string): boolean {
  vocabulary ??= cueWords();
  const known = vocabulary;
  return wordsOf(word).every((part) => known.has(part));
}

/** Ids and names without what a framework or a session draws anew: serial numbers, hashes, `:r1:`. */
export function stableName(name: string): string {
  return clean(
    name
      .replace(MAILBOX, GAP)
      .replace(/:[a-z]\w*:|«[^»]*»/giu, '#')
      .replace(/[A-Za-z0-9_-]*\p{N}[A-Za-z0-9_-]*/gu, (part) =>
        (part.match(/\p{N}/gu)?.length ?? 0) > 3 && part.length > 10 ? '#' : part.replace(/\p{N}+/gu, '#'),
      )
      .replace(/\S+/gu, (word) => (word.length > 48 ? '#' : word)),
    300,
  );
}

/** The shape of a path: `/orders/4711/edit` is `/orders/#/edit`; only a route's fragment is kept. */
export function stablePath(path: string): string {
  const [before = '', after = ''] = path.split('#', 2);
  const shape = (part: string) =>
    part
      .split('?')[0]
      ?.split('/')
      .map((step) => (/[@%]|\p{N}{2,}|^.{25,}$/u.test(step) ? '#' : step))
      .join('/') ?? '';
  return after.startsWith('/') || after.startsWith('!/') ? `${shape(before)}#${shape(after)}` : shape(before);
}
