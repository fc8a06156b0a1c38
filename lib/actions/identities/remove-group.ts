// Deleting a whole group of identities, one after the other. What is done, what failed and what is left is sealed before and after each,
// so that a worker that dies loses nothing of it, and going on asks for nothing that was done. Leans on remove-address.ts.
import * as v from 'valibot';
import { AppError } from '../../error.ts';
import { type GroupRemoval, groupRemovalShape } from '../../group-removal.ts';
import { patiently } from '../../sync/patience.ts';
import { type Run, run } from '../../sync/runs.ts';
import { getRecord, putRecord, removeRecord } from '../../vault/records.ts';
import { requireUnlocked, type Unlocked } from '../../vault/vault.ts';
import { removeAddress } from '../remove-address.ts';
import { membersOf } from './list-groups.ts';

const RECORD = 'group-removal';
/** The name it runs under: one at a time. */
export const GROUP_REMOVAL = 'group-removal';
/** Failures in a row after which the service, not an identity, is what fails. */
const MOST_FAILED = 3;

/** @returns the last one, going on or ended, until it is put away. */
export async function readRemoval(u: Unlocked): Promise<GroupRemoval | null> {
  const record = await getRecord(u, 'draft', RECORD);
  return record ? v.parse(groupRemovalShape, JSON.parse(record.value)) : null;
}

const keep = (u: Unlocked, removal: GroupRemoval): Promise<void> =>
  putRecord(u, 'draft', { id: RECORD, value: JSON.stringify(removal) });

/** Puts the receipt away. @throws AppError `conflict` while something is left to do */
export async function dropRemoval(u: Unlocked): Promise<void> {
  const removal = await readRemoval(u);
  if (removal !== null && removal.endedAt === null) throw new AppError('conflict', { what: 'group' });
  await removeRecord('draft', RECORD);
}

/**
 * Deletes every identity of a group; those that joined it later are not meant. @throws AppError `conflict` where another removal is not
 * at its end, `not-found` for a group without members; Cancelled. What failed is told in the receipt.
 */
export async function removeGroup(
  u: Unlocked,
  group: string,
  now: number,
  onCount: (counts: Run) => void,
): Promise<GroupRemoval> {
  const earlier = await readRemoval(u);
  if (earlier !== null && earlier.endedAt === null) throw new AppError('conflict', { what: 'group' });
  const left = await membersOf(u, group);
  if (left.length === 0) throw new AppError('not-found', { what: 'group' });
  await keep(u, { group, startedAt: now, endedAt: null, left, deleted: [], failed: [] });
  return resumeRemoval(u, onCount);
}

/** Goes on where it stopped; after its end, tries once more what failed. @throws AppError `not-found` where there is none; Cancelled */
export function resumeRemoval(u: Unlocked, onCount: (counts: Run) => void): Promise<GroupRemoval> {
  return run(GROUP_REMOVAL, 'go on', async (signal, count) => {
    let removal = await readRemoval(u);
    if (removal === null) throw new AppError('not-found', { what: 'group' });
    const again = removal.failed.map(({ code: _, ...member }) => member);
    removal = { ...removal, endedAt: null, left: [...removal.left, ...again], failed: [] };
    const total = removal.left.length + removal.deleted.length;
    let inRow = 0;
    for (const member of [...removal.left]) {
      const counts = { done: removal.deleted.length, total };
      count(counts);
      onCount(counts);
      signal.throwIfAborted();
      await requireUnlocked();
      const error: AppError | null =
        inRow < MOST_FAILED ? await remove(u, member.id, signal) : new AppError('unreachable');
      const left: GroupRemoval['left'] = removal.left.filter(({ id }) => id !== member.id);
      inRow = error === null ? 0 : inRow + 1;
      removal =
        error === null
          ? { ...removal, left, deleted: [...removal.deleted, member] }
          : { ...removal, left, failed: [...removal.failed, { ...member, code: error.code }] };
      await keep(u, removal);
    }
    const ended = { ...removal, endedAt: Date.now() };
    await keep(u, ended);
    onCount({ done: ended.deleted.length, total });
    return ended;
  });
}

/** @returns why not; null when it is gone, by us or by somebody else before us. */
async function remove(u: Unlocked, id: string, signal: AbortSignal): Promise<AppError | null> {
  try {
    await patiently(() => removeAddress(u, id, signal), { awake: () => requireUnlocked(), signal });
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === 'not-found' ? null : error;
  }
}
