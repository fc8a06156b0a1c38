// What the leave-out run takes apart and puts together anew for every site: recognition and its tables, in one module, so
// that a fresh copy has read no page yet. Leans on lib/fields.
import type { CueTable } from '../../lib/fields/cues/cue.ts';
import { latinCues } from '../../lib/fields/cues/languages.ts';
import { namingCues, namingPasswordCues } from '../../lib/fields/cues/naming.ts';
import { SCRIPTS } from '../../lib/fields/cues/scripts.ts';
import { linesOf } from '../../lib/fields/table.ts';

export { classify } from '../../lib/fields/classify.ts';
export { planField } from '../../lib/fields/plan.ts';

const tables = [...latinCues, ...SCRIPTS.map(({ cues }) => cues)];
const namings = [namingCues, namingPasswordCues] as unknown as [string, number, string][][];

/** @returns every cue of every table, as reasons give it. */
export function allCues(): Set<string> {
  const spoken = tables.flatMap(({ cues }) => linesOf(cues).flatMap(([, words]) => words));
  const named = namings.flat().flatMap(([, , words]) => words.split('|'));
  return new Set([...spoken, ...named].map(plain));
}

/** Takes cues out of every table; only before the first page is judged, since tables are filed then. */
export function forget(cues: ReadonlySet<string>): void {
  const kept = (words: readonly string[]): string => words.filter((word) => !cues.has(plain(word))).join('|');
  for (const table of tables)
    Object.assign(table, {
      cues: linesOf(table.cues)
        .map(([key, words]) => `${key}: ${kept(words)}`)
        .join('\n'),
    } satisfies Partial<CueTable>);
  for (const row of namings.flat()) row[2] = kept(row[2].split('|'));
}

/** A cue of letters without blanks is also met run together, and given so. */
function plain(cue: string): string {
  return cue.replaceAll('*', '').replaceAll(' ', '');
}
