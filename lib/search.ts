// Finding addresses by what a person remembers of them: words anywhere in site, label, persona, address or note,
// whatever their accents and case. Pure; leans on the types only. Keeps no index: a few thousand rows take milliseconds.
import type { Address } from './model.ts';

type Searchable = Pick<Address, 'email' | 'site' | 'label' | 'note' | 'usedAt' | 'createdAt' | 'persona'>;

/** What is looked at, and what a hit there is worth: at the start of the text, at the start of a word, anywhere. */
const PLACES: readonly { read: (a: Searchable) => string; start: number; word: number; anywhere: number }[] =
  [
    { read: (a) => a.site ?? '', start: 64, word: 40, anywhere: 24 },
    { read: (a) => a.label, start: 48, word: 32, anywhere: 16 },
    { read: (a) => a.persona?.name ?? '', start: 32, word: 24, anywhere: 8 },
    { read: (a) => a.email, start: 24, word: 12, anywhere: 6 },
    { read: (a) => a.note, start: 6, word: 4, anywhere: 2 },
  ];

/** @returns text without case and accents, for comparison only (`Čaj` → `caj`, `Straße` → `strasse`). */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i');
}

function worth(text: string, word: string, place: (typeof PLACES)[number]): number {
  let at = text.indexOf(word);
  if (at < 0) return 0;
  if (at === 0) return place.start;
  for (; at >= 0; at = text.indexOf(word, at + 1)) {
    if (/[^\p{L}\p{N}]/u.test(text.charAt(at - 1))) return place.word;
  }
  return place.anywhere;
}

/**
 * @param query words divided by spaces; every one must occur somewhere in the address.
 * @returns the addresses that match, best first (site, then label, name, address, note; ties by last use, then newest).
 * An empty query returns all, in the order given.
 */
export function searchAddresses<A extends Searchable>(query: string, addresses: readonly A[]): A[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...addresses];
  const hits: { address: A; score: number }[] = [];
  for (const address of addresses) {
    const texts = PLACES.map((place) => ({ place, text: fold(place.read(address)) }));
    let score = 0;
    for (const word of words) {
      const best = Math.max(...texts.map(({ place, text }) => worth(text, word, place)));
      score = best === 0 ? Number.NEGATIVE_INFINITY : score + best;
    }
    if (score > 0) hits.push({ address, score });
  }
  return hits
    .sort(
      (a, b) =>
        b.score - a.score ||
        (b.address.usedAt ?? 0) - (a.address.usedAt ?? 0) ||
        b.address.createdAt - a.address.createdAt,
    )
    .map((hit) => hit.address);
}
