// A browser sends a request again by itself when a reused connection closes before any answer: one wish, two checks, and nobody has the
// link of the first. Looked for after a creation, and only told: a check carries no mark of ours, and a colleague with the same template
// may have asked the same in the same second. Leans on lib/checks/adopt.ts; ends one on a person's word alone, and none that is in use.
import { asksTheSame, twinsOf } from '../../checks/adopt.ts';
import { AppError } from '../../error.ts';
import type { TwinEnd } from '../../ledger.ts';
import { all } from '../../providers/cursors.ts';
import { listRecords } from '../../vault/records.ts';
import { transact } from '../../vault/transaction.ts';
import type { Unlocked } from '../../vault/vault.ts';
import { entryOf, openChecks } from './ledger.ts';
import { lookAtCheck } from './look.ts';
import { ownId } from './lost-check.ts';
import { idOf } from './pull.ts';

/**
 * One look at what was made in the same moment. Where the service does not answer nothing is noted.
 * @param span milliseconds between asking and answer
 * @returns how many may be a second one of this wish
 */
export async function noteTwins(
  u: Unlocked,
  id: string,
  span: number,
  signal?: AbortSignal,
): Promise<number> {
  const { check: made, accountId } = await entryOf(u, id);
  if (made === null) return 0;
  const slot = await openChecks(u, accountId);
  const window = { createdFrom: made.createdAt - span, createdTo: made.createdAt + span };
  const listed = await all((after) => slot.list({ ...window, after }, signal), idOf);
  return transact(u, ['check'], async (tx) => {
    const { records } = await tx.list('check');
    const line = records.find((one) => one.id === id);
    if (!line) return 0;
    // Another wish of ours still waits for its answer: what is there may be its check, and it is looked for from there.
    if (records.some((one) => one.check === null && asksTheSame(one.claims, made))) return 0;
    const twins = twinsOf(made, span, listed, new Set(records.flatMap(ownId)));
    if (twins.length === 0) return 0;
    const told = twins.map(({ remoteId, createdAt }) => ({ remoteId, createdAt }));
    await tx.put('check', { ...line, twins: told });
    return twins.length;
  });
}

/** @throws AppError of the service while it should be ended: it stays noted then */
export async function settleTwin(
  u: Unlocked,
  id: string,
  remoteId: string,
  wish: 'end' | 'leave',
  now: number,
): Promise<TwinEnd> {
  const outcome = wish === 'end' ? await endUnused(u, id, remoteId, now) : 'left';
  await transact(u, ['check'], async (tx) => {
    const line = await tx.get('check', id);
    if (line === null) return;
    const { twins = [], ...rest } = line;
    const others = twins.filter((twin) => twin.remoteId !== remoteId);
    await tx.put('check', { ...rest, updatedAt: now, ...(others.length > 0 ? { twins: others } : {}) });
  });
  return outcome;
}

async function endUnused(u: Unlocked, id: string, remoteId: string, now: number): Promise<TwinEnd> {
  const { accountId } = await entryOf(u, id);
  const slot = await openChecks(u, accountId);
  const { status } = await slot.get(remoteId);
  if (status !== 'created') return 'in-use';
  await slot.cancel(remoteId);
  // It may have come with a list that was read in between.
  const { records } = await listRecords(u, 'check');
  const listed = records.find(({ check }) => check?.remoteId === remoteId);
  if (listed) await lookAtCheck(u, listed.id, now).catch(tolerate);
  return 'ended';
}

/** The service has ended it; that its own line says so later is no trouble. */
function tolerate(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}
