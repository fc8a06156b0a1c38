// Follows a list that goes on after an item, to its end. Leans on the slot's own `next`, but believes no server that it goes
// on: some ignore a cursor they do not know and would give their first page for ever (Kayle's webhook lists do).
import type { CursorPage } from './check-slots.ts';

/** More pages than any honest list of 30 days has; the rest is left. */
const MOST_PAGES = 200;

/**
 * @param list one page, after an item (undefined for the first)
 * @param idOf what makes an item itself
 * @yields the items of each page that were on none before; ends after the last page, or with one that brings nothing new
 */
export async function* follow<T>(
  list: (after: string | undefined) => Promise<CursorPage<T>>,
  idOf: (item: T) => string,
): AsyncGenerator<T[], void, undefined> {
  const seen = new Set<string>();
  const asked = new Set<string>();
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, next } = await list(after);
    const fresh = items.filter((item) => !seen.has(idOf(item)));
    for (const item of fresh) seen.add(idOf(item));
    if (fresh.length > 0) yield fresh;
    if (next === null || fresh.length === 0 || asked.has(next)) return;
    asked.add(next);
    after = next;
  }
}

/** Every item of a list, followed to its end. */
export async function all<T>(
  list: (after: string | undefined) => Promise<CursorPage<T>>,
  idOf: (item: T) => string,
): Promise<T[]> {
  const items: T[] = [];
  for await (const page of follow(list, idOf)) items.push(...page);
  return items;
}
