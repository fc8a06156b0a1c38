// Follows the pages of a listing to their end. Leans on the slot's own `next`, but believes no server that it goes on: some
// ignore the offset and would give their first page for ever, and things made meanwhile push others onto the next page.

export interface Page<T> {
  items: T[];
  /** Pass to the next call; null at the end. */
  next: number | null;
  /** How many there are in all, where the service says. */
  total?: number | null;
}

/**
 * @param list one page, by offset
 * @param idOf what makes an item itself
 * @yields the items of each page that were on none before; ends after the last page, or with one that brings nothing new
 */
export async function* walk<T>(
  list: (offset: number) => Promise<Page<T>>,
  idOf: (item: T) => string | null,
): AsyncGenerator<T[], void, undefined> {
  const seen = new Set<string | null>();
  for (let offset: number | null = 0; offset !== null; ) {
    const { items, next }: Page<T> = await list(offset);
    const fresh = items.filter((item) => !seen.has(idOf(item)));
    for (const item of fresh) seen.add(idOf(item));
    if (fresh.length === 0) return;
    yield fresh;
    offset = next;
  }
}
