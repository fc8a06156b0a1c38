// Searching without an index, as plainly as it can be written: the word on what an index must find, and in which order.
// Leans on `fold` alone, which has its own tests; shares no other code with what it judges.
import type { AddressFilter, AddressSort } from '../../../lib/address-query.ts';
import type { Address } from '../../../lib/model.ts';
import { fold } from '../../../lib/search/fold.ts';

export interface NaiveQuery {
  text: string;
  filter: AddressFilter;
  sort: AddressSort;
}

const flat = (text: string): string => fold(text).replace(/\s+/g, ' ');

/** Start of the text, start of a word in it, anywhere. */
type Prices = readonly [number, number, number];

function priceOf(text: string, word: string, [start, atWord, anywhere]: Prices): number {
  const places = Array.from({ length: text.length }, (_, at) => at).filter((at) => text.startsWith(word, at));
  if (places.includes(0)) return start;
  if (places.some((at) => !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)))) return atWord;
  return places.length > 0 ? anywhere : 0;
}

function scoreOf(address: Address, account: string, words: readonly string[]): number {
  const texts: readonly (readonly [string, Prices])[] = [
    [flat(address.site ?? ''), [64, 40, 24]],
    [flat(address.label), [48, 32, 16]],
    [flat(address.persona?.name ?? ''), [32, 24, 8]],
    [flat(address.email), [24, 12, 6]],
    [flat(address.note.slice(0, 2000)), [6, 4, 2]],
    [fold(account), [3, 2, 1]],
  ];
  const worths = words.map((word) => Math.max(...texts.map(([text, prices]) => priceOf(text, word, prices))));
  return worths.includes(0) ? 0 : worths.reduce((sum, worth) => sum + worth, 0);
}

const MATCHES: { [Name in keyof Required<AddressFilter>]: (address: Address) => AddressFilter[Name] } = {
  active: ({ active }) => active,
  accountId: ({ accountId }) => accountId,
  kind: ({ kind }) => kind,
  domain: ({ email }) => email.split('@').at(-1)?.toLowerCase() ?? '',
  group: ({ persona }) => (typeof persona?.metadata.group === 'string' ? persona.metadata.group : ''),
  site: ({ site }) => site ?? '',
  hasNote: ({ note, forwarding }) => note !== '' || (forwarding?.closed.includes('note') ?? false),
  pending: ({ forwarding }) => (forwarding?.pending.length ?? 0) > 0,
};

const compare = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
const recent = ({ createdAt, usedAt }: Address): number => Math.max(createdAt, usedAt ?? 0);

/** @returns the ids of all that match, in order. */
export function naiveSearch(
  { text, filter, sort }: NaiveQuery,
  addresses: readonly Address[],
  accounts: ReadonlyMap<string, string>,
): string[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const hits = addresses
    .filter((address) =>
      (Object.keys(filter) as (keyof AddressFilter)[]).every(
        (name) => filter[name] === MATCHES[name](address),
      ),
    )
    .map((address) => ({
      address,
      score: words.length === 0 ? 1 : scoreOf(address, accounts.get(address.accountId) ?? '', words),
    }))
    .filter(({ score }) => score > 0);
  type Hit = (typeof hits)[number];
  const byRecent = (a: Hit, b: Hit): number => recent(b.address) - recent(a.address);
  const byEmail = (a: Hit, b: Hit): number => compare(flat(a.address.email), flat(b.address.email));
  const ORDER: Record<AddressSort, (a: Hit, b: Hit) => number> = {
    best: (a, b) => b.score - a.score || byRecent(a, b),
    used: byRecent,
    created: (a, b) => b.address.createdAt - a.address.createdAt,
    email: byEmail,
    site: (a, b) =>
      compare(a.address.site === null, b.address.site === null) ||
      compare(a.address.site ?? '', b.address.site ?? '') ||
      byEmail(a, b),
  };
  return hits
    .sort((a, b) => ORDER[sort](a, b) || compare(a.address.id, b.address.id))
    .map(({ address }) => address.id);
}
