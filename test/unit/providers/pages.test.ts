// Walking pages: to the end, each item once, and out of every listing that would never end.
import { expect, test } from 'vitest';
import { walk } from '../../../lib/providers/pages.ts';

async function all(pages: (offset: number) => { items: string[]; next: number | null }): Promise<string[][]> {
  const found: string[][] = [];
  for await (const items of walk(
    async (offset) => pages(offset),
    (item: string) => item,
  ))
    found.push(items);
  return found;
}

test('nothing is no page', async () => {
  expect(await all(() => ({ items: [], next: null }))).toEqual([]);
});

test('pages follow each other until there is no next', async () => {
  const rows = ['a', 'b', 'c', 'd', 'e'];
  const page = (offset: number) => ({
    items: rows.slice(offset, offset + 2),
    next: offset + 2 < rows.length ? offset + 2 : null,
  });
  expect(await all(page)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
});

test('what was pushed onto the next page by something new comes once', async () => {
  const page = (offset: number) =>
    offset === 0 ? { items: ['b', 'a'], next: 2 } : { items: ['a', 'z'], next: null };
  expect(await all(page)).toEqual([['b', 'a'], ['z']]);
});

test('a server that gives its first page for ever is left at the second', async () => {
  let asked = 0;
  const found = await all((offset) => {
    asked += 1;
    return { items: ['a', 'b'], next: offset + 2 };
  });
  expect(found).toEqual([['a', 'b']]);
  expect(asked).toBe(2);
});
