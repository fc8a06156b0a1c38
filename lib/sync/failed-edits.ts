// What a failed edit means: for the queue (a table), and for the edit itself. A text that was refused stays here and waits; a
// switch that was refused goes back, since what is shown must be true. Leans on the outbox and the vault.
import type { AppError, ErrorCode } from '../error.ts';
import type { QueuedEdit } from '../forwarding.ts';
import type { Address } from '../model.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { without } from './forward.ts';
import { queuedIn } from './outbox.ts';
import { troubleFrom } from './progress.ts';

/** `stop`: nothing else would get through either. `refused`: this edit never will. `later`: this one, at another time. */
type Meaning = 'stop' | 'refused' | 'later';

const MEANING: Partial<Record<ErrorCode, Meaning>> = {
  unreachable: 'stop',
  timeout: 'stop',
  unauthorized: 'stop',
  'no-access': 'stop',
  'no-account': 'stop',
  'insecure-url': 'stop',
  'rate-limited': 'stop',
  budget: 'stop',
  locked: 'stop',
  rejected: 'refused',
  plan: 'refused',
  'missing-scope': 'refused',
  conflict: 'refused',
  unsupported: 'refused',
  // Of a recipient; an address that is not found is gone, which is no failure.
  'not-found': 'refused',
};

/** A code that is not listed (a broken answer, a fault of the server) is worth another try. */
export const meaningOf = ({ code }: AppError): Meaning => MEANING[code] ?? 'later';

const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 6 * 60 * 60_000;
/** A text that was refused is tried again when something may have changed on the other side. */
const REFUSED_WAIT = 24 * 60 * 60_000;

/** What the service failed at, and with what. */
export interface Failure {
  error: AppError;
  edits: readonly QueuedEdit[];
}

/** Tries again after a wait that doubles; what went wrong is kept with the edit, for whoever asks why it waits. */
export async function putOff(u: Unlocked, { error, edits }: Failure, now: number): Promise<void> {
  await transact(u, ['outbox'], async (tx) => {
    for (const { id, turn } of edits) {
      const queued = await queuedIn(tx, id);
      if (queued?.turn !== turn) continue;
      const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** queued.tries);
      await tx.put('outbox', {
        ...queued,
        tries: queued.tries + 1,
        notBefore: now + wait,
        failure: troubleFrom(error, now),
      });
    }
  });
}

export async function retreat(u: Unlocked, { error, edits }: Failure, now: number): Promise<void> {
  await transact(u, ['address', 'outbox'], async (tx) => {
    for (const { id, turn } of edits) {
      const queued = await queuedIn(tx, id);
      // Changed meanwhile: what was refused is no longer wanted.
      if (queued?.turn !== turn) continue;
      const address = await tx.get('address', queued.addressId);
      const former = address && back(address, queued);
      if (former === null) {
        await tx.put('outbox', {
          ...queued,
          tries: queued.tries + 1,
          notBefore: now + REFUSED_WAIT,
          failure: troubleFrom(error, now),
        });
      } else {
        await tx.remove('outbox', id);
        await tx.put('address', { ...former, updatedAt: now });
      }
    }
  });
}

/** As it was before the edit; null for a text, which is nobody's to take back. */
function back(address: Address, queued: QueuedEdit): Address | null {
  const { forwarding } = address;
  if (queued.edit === 'active') return without(address, 'active', { active: queued.was });
  if (queued.edit !== 'recipients' || forwarding === undefined) return null;
  return without({ ...address, forwarding: { ...forwarding, recipientIds: queued.was } }, 'recipients');
}
