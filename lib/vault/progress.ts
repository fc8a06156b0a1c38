// How far a re-encryption has come, counted from the rows themselves: nothing to keep in step, nothing to lose when the
// worker dies. Leans on the index over key versions.
import { database } from '../store/database.ts';
import { SEALED_TABLES } from '../store/rows.ts';
import { type Header, versionsOf } from './header.ts';
import { stored } from './translate.ts';

export interface RekeyProgress {
  /** Records under the new key. */
  done: number;
  total: number;
}

/** @returns null if none is under way: the header lists one key only. */
export async function rekeyProgress(header: Header): Promise<RekeyProgress | null> {
  if (versionsOf(header).length < 2) return null;
  return stored(async () => {
    const counts = await Promise.all(
      SEALED_TABLES.map(async (table) => ({
        left: await database.sealed(table).where('keyVersion').below(header.keyVersion).count(),
        total: await database.sealed(table).count(),
      })),
    );
    const sum = (of: (count: { left: number; total: number }) => number): number =>
      counts.reduce((whole, count) => whole + of(count), 0);
    return { done: sum(({ left, total }) => total - left), total: sum(({ total }) => total) };
  });
}
