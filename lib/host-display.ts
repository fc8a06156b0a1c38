// How a host is shown to a person: Unicode where that cannot deceive, punycode where it could (UTS 39 "highly restrictive",
// and Chromium's rule against whole words of look-alikes). Leans on punycode.js. Compares nothing: use site.ts for that.
import { toUnicode } from 'punycode.js';

// Only letters people type: no clicks (U+01C0–01C3), no phonetic alphabet, no small capitals, which imitate ASCII.
const LATIN = /^[a-z0-9\-\u00df-\u00f6\u00f8-\u017f\u0180-\u01bf\u01c4-\u024f\u1e00-\u1eff]+$/u;
const COMMON = /[0-9-]/;

/** Scripts a label may be written in, alone or in a mix that is normal in one language. Latin is judged by `LATIN`. */
const SCRIPT_SETS: readonly RegExp[] = [
  /^[\p{Script=Cyrillic}]+$/u,
  /^[\p{Script=Greek}]+$/u,
  /^[\p{Script=Armenian}]+$/u,
  /^[\p{Script=Georgian}]+$/u,
  /^[\p{Script=Arabic}]+$/u,
  /^[\p{Script=Hebrew}]+$/u,
  /^[\p{Script=Thai}]+$/u,
  /^[\p{Script=Devanagari}]+$/u,
  /^[\p{Script=Bengali}]+$/u,
  /^[\p{Script=Tamil}]+$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fca-z]+$/u,
  /^[\p{Script=Han}\p{Script=Hangul}a-z]+$/u,
  /^[\p{Script=Han}\p{Script=Bopomofo}a-z]+$/u,
];

/** Letters of other scripts that pass for ASCII ones: a label made of nothing else is shown as punycode. */
const LOOK_ALIKES =
  /^[\u0430\u0441\u0501\u0435\u04bb\u0456\u0458\u04cf\u043e\u0440\u051b\u0455\u051d\u0445\u0443\u044a\u044c\u04bd\u043f\u0433\u0475\u0461\u03b1\u03b9\u03ba\u03bd\u03c1\u03c5\u03c9\u03b7\u03bf\u03c4\u03b3\u03c7\u03f2\u0561\u0585\u057d\u0570\u0578\u0581\u0575\u0584\u0572\u0582a-z0-9-]+$/u;

function labelIsPlain(label: string, tldIsAscii: boolean): boolean {
  if (LATIN.test(label)) return true;
  if (/[^\p{L}\p{M}\p{N}-]/u.test(label) || /\p{M}{2}/u.test(label)) return false;
  if (tldIsAscii && LOOK_ALIKES.test(label)) return false;
  const letters = [...label].filter((c) => !COMMON.test(c)).join('');
  return SCRIPT_SETS.some((set) => set.test(letters));
}

/**
 * @param host in normal form (see `site.ts`), with punycode labels.
 * @returns the Unicode form when every label is of one script (or a mix normal in Japanese, Korean, Chinese) and is not made
 * only of look-alikes of Latin letters; otherwise the host as given.
 */
export function displayHost(host: string): string {
  if (!host.includes('xn--')) return host;
  let unicode: string;
  try {
    unicode = toUnicode(host);
  } catch (error) {
    if (error instanceof RangeError) return host;
    throw error;
  }
  const labels = unicode.split('.');
  const tldIsAscii = /^[a-z0-9-]*$/.test(labels.at(-1) ?? '');
  return labels.every((label) => labelIsPlain(label, tldIsAscii)) ? unicode : host;
}
