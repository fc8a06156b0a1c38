// Text as it is compared: without case, accents and other ways of writing the same letter. Pure; for comparison only, never
// to be shown.

/** Nearly all addresses and sites are plain ASCII, which needs no decomposing. */
const ASCII = /^[\0-\x7f]*$/;

/** @returns text without case and accents (`Čaj` → `caj`, `Straße` → `strasse`, `ΟΔΌΣ` → `οδοσ`). */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .replaceAll('ς', 'σ');
}

/** @returns the words of a query, folded. */
export function wordsOf(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}
