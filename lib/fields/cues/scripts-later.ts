// Stands for scripts.ts in the page's script: the same places, empty until the tables are brought. Leans on letters.ts; knows
// not how they come.
import type { CueTable } from './cue.ts';
import { LETTERS } from './letters.ts';

export const SCRIPTS: { letters: RegExp; cues: CueTable | null }[] = LETTERS.map(({ letters }) => ({
  letters,
  cues: null,
}));

/** @param tables of all scripts, in the order of `LETTERS`. */
export function bringTables(tables: readonly CueTable[]): void {
  for (const [at, script] of SCRIPTS.entries()) script.cues = tables[at] ?? script.cues;
}
