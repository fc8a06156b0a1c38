// Text into comparable words: case, width, accents and the spelling of "e-mail" unified. Leans on nothing; knows no
// language: letters without word breaks (Han, Kana, Hangul, Thai) are words of their own. No regular expression is run
// over a page's text in a way that could backtrack.

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
  return folded.match(PLAIN.test(folded) ? /[a-z0-9]+/g : WORD) ?? [];
}

/** `userEmail_2` → `user email 2`. */
export function identifierWords(name: string): string[] {
  const cut = name.slice(0, 400);
  if (PLAIN.test(cut)) {
    return wordsOf(
      cut
        .replace(/([a-z\d])([A-Z])/g, '$1 $2')
        .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
        .replace(/([a-zA-Z])(\d)/g, '$1 $2')
        .replace(/_/g, ' '),
    );
  }
  return wordsOf(
    cut
      .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .replace(/(\p{L})(\d)/gu, '$1 $2')
      .replace(/_/g, ' '),
  );
}
