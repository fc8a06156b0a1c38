// Compares the misses of a run with the ones that are known. Leans on nothing; pure. A new miss is a complaint, and so is a
// listed one that now works: the list only ever says how things are.

/** @returns one sentence a surprise. */
export function surprises(known: readonly string[], found: readonly string[]): string[] {
  return [
    ...found.filter((miss) => !known.includes(miss)).map((miss) => `new miss: ${miss}`),
    ...known
      .filter((miss) => !found.includes(miss))
      .map((miss) => `works now, take it off the list: ${miss}`),
  ];
}
