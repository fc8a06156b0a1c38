// Whether a host was made to pass for Kayle's: the name in it, in letters that only look like it, or one letter off. Pure; leans
// on punycode.js to read what a browser would show. Says what looks alike, never that something is safe.
import { toUnicode } from 'punycode.js';

const NAME = 'kayle';

/** Signs that pass for the letters of the name, as they are drawn. */
const PASSES_FOR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    k: 'кκkᴋķҝⲕ',
    a: 'аαàáâãäåāăąạȧ',
    y: 'уүýÿŷγỵʏ',
    l: '1|ļľĺłḷӏⅼı!',
    e: 'еèéêëēėęěẹ3',
  }).flatMap(([letter, signs]) => [...signs].map((sign) => [sign, letter] as const)),
);

/** What goes with the name on Kayle's own hosts. */
const COMPANY = /verify|id\b/;

/**
 * `strong`: disguised letters, or the name (one slip allowed) together with `verify` or `id`; `weak`: the name alone, which is
 * also a person's name and part of others.
 * @param host in normal form, punycode and all
 */
export function likeness(host: string): 'strong' | 'weak' | null {
  const shown = host.split('.').map(unicodeOf);
  const words = shown.flatMap((label) => [label.replace(/[-_]/g, ''), ...label.split(/[-_]/)]);
  if (!words.some((word) => hasName(skeleton(word)))) return null;
  const disguised = words.some((word) => skeleton(word).includes(NAME) && !word.includes(NAME));
  return disguised || COMPANY.test(skeleton(shown.join(' '))) ? 'strong' : 'weak';
}

/** Lower case, look-alikes drawn as what they look like. */
function skeleton(label: string): string {
  const plain = label.normalize('NFKC').toLowerCase();
  return [...plain].map((sign) => PASSES_FOR.get(sign) ?? sign).join('');
}

/** The name inside a word, or a word that is the name but for one slip: a letter more, less, other, or two swapped. */
function hasName(word: string): boolean {
  const bare = word.replace(/^verify|verify$/g, '').replace(/id$/, '');
  return word.includes(NAME) || [word, bare].some(isOneSlip);
}

function isOneSlip(word: string): boolean {
  if (Math.abs(word.length - NAME.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === NAME[start]) start += 1;
  let end = 0;
  const room = Math.min(word.length, NAME.length) - start;
  while (end < room && word.at(-1 - end) === NAME.at(-1 - end)) end += 1;
  const [left, right] = [word.slice(start, word.length - end), NAME.slice(start, NAME.length - end)];
  const swapped = left.length === 2 && left[0] === right[1] && left[1] === right[0];
  return swapped || (left.length <= 1 && right.length <= 1);
}

function unicodeOf(label: string): string {
  if (!label.startsWith('xn--')) return label;
  try {
    return toUnicode(label);
  } catch (error) {
    if (error instanceof RangeError) return label;
    throw error;
  }
}
