// Remembers what was found in a text: pages repeat themselves (a grid of three hundred boxes has one class and one label),
// and every focus reads the same form again. Leans on nothing; holds texts of the page, cleared before it grows.
const MOST_KEPT = 2000;

const all: Map<string, unknown>[] = [];

/** What was found so far was found with less than is known now. */
export function forgetTexts(): void {
  for (const known of all) known.clear();
}

export function remember<Found>(find: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, Found>();
  all.push(known);
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST_KEPT) known.clear();
    const found = find(text);
    known.set(text, found);
    return found;
  };
}
