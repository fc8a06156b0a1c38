// Looking a word of somebody else's up in a table of ours. Leans on nothing; knows no table.

/** @returns what the table holds under that word itself: `constructor` and its kin, which every object has, are no entries. */
export function own<Entry>(table: Readonly<Record<string, Entry>>, word: string): Entry | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
