// The known misses of the widget runs, by browser, and the comparison with what happened. Leans on ratchet.json: a new
// miss fails, and so does a listed one that now works or fails in another way. Pure but for reading the file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { BrowserName } from '../../tools/browsers.ts';
import type { Result } from './run.ts';

const MISS = v.picklist(['honest', 'understated', 'unseen', 'wrong']);
const FILE = v.object({ chromium: v.record(v.string(), MISS), firefox: v.record(v.string(), MISS) });

export type Known = Readonly<Record<string, v.InferOutput<typeof MISS>>>;

export function known(browser: BrowserName): Known {
  return v.parse(FILE, JSON.parse(readFileSync(join(import.meta.dirname, 'ratchet.json'), 'utf8')))[browser];
}

/** @returns one sentence a surprise; ids that were not run are not missed. */
export function compare(misses: Known, results: readonly Result[]): string[] {
  return results.flatMap(({ id, verdict }) => {
    const listed = misses[id];
    if ((listed ?? 'right') === verdict) return [];
    if (verdict === 'right') return [`${id} works now: take it off the list of misses`];
    return [listed ? `${id} is ${verdict}, listed as ${listed}` : `${id} is ${verdict}, and no known miss`];
  });
}
