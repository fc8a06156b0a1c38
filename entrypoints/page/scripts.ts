// Judging a page that is written in another script than Latin: the tables for it come when its letters were met, once a
// document. Leans on lib/fields/table for whether any were lacking, and on the background, which alone can bring a script here.
import type { CueTable } from '../../lib/fields/cues/cue.ts';
import { bringTables } from '../../lib/fields/cues/scripts-later.ts';
import { lacksScripts, scriptsCame } from '../../lib/fields/table.ts';
import type { Ask } from '../../lib/messages/client.ts';
import type { PageCalls } from '../../lib/messages/contract.ts';

export interface CuesWorld {
  /** Left here by entrypoints/cues.ts. */
  monikerCues?: readonly CueTable[];
}

/** @returns what `judge` says, asked a second time where it could not read the page's letters at first. */
export async function withScripts<Verdict>(ask: Ask<PageCalls>, judge: () => Verdict): Promise<Verdict> {
  const first = judge();
  if (!lacksScripts()) return first;
  const world = globalThis as CuesWorld;
  // A worker that gave no answer, or access that was taken back: the page is judged by what is here.
  if (!world.monikerCues) await ask('page.cues', {}).catch(() => undefined);
  const tables = world.monikerCues;
  if (!tables) return first;
  bringTables(tables);
  scriptsCame();
  return judge();
}
