// Remembers how many records of which table did not open, so that a screen can say so without opening everything again.
// Leans on the session; holds counts, no ids and no contents.
import { readDamaged, writeDamaged } from './session.ts';
import type { RecordTable } from './shapes.ts';
import { inTurn } from './turn.ts';

/** Notes the outcome of listing a whole table. */
export async function noteDamaged(table: RecordTable, count: number): Promise<void> {
  // Looked at before taking a turn: nearly always there is nothing to change.
  if (((await readDamaged())[table] ?? 0) === count) return;
  await inTurn(async () => {
    const { [table]: _, ...others } = await readDamaged();
    await writeDamaged(count === 0 ? others : { ...others, [table]: count });
  });
}
