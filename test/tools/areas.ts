// What `npm run e2e -- AREA` means: the end-to-end tests whose file names begin with the area, or with one of the prefixes
// that it stands for. Leans on file names alone; a file needs no entry here to be run.

/** Areas that no prefix covers alone. */
export const AREAS: Readonly<Record<string, readonly string[]>> = {
  recognition: ['fields', 'widgets', 'placement', 'why', 'press', 'hostile-fields', 'hostile-covers'],
};

/** @returns filters for vitest, which compares them with paths; none for all tests. */
export function filtersOf(area: string): string[] {
  if (area === '') return [];
  const prefixes = Object.hasOwn(AREAS, area) ? (AREAS[area] ?? []) : [area];
  return prefixes.map((prefix) => `test/e2e/${prefix}`);
}
