// Forgetting an account: its key, its addresses, their messages and what waited to be sent leave this device; nothing is
// deleted at the service. Leans on the vault, a batch at a time: an account may have a hundred thousand addresses. That it was
// begun is noted with the first step, so that a worker killed in the middle leaves nothing that belongs to nobody.
import { cancelRun } from '../sync/runs.ts';
import { walkRecords } from '../vault/bulk.ts';
import { listRecords, removeRecord } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { dropIntents, openIntents } from './creation-intents.ts';
import { destinationsId } from './known-destinations.ts';
import { dropTwinsOf } from './note-twins.ts';

/** Tables whose records belong to an account. */
const THEIRS = [
  'address',
  'message',
  'folder',
  'outbox',
  'progress',
  'listed',
  'card',
  'check',
  'held',
  'hook',
] as const;

const PREFIX = 'removing:';

export async function removeAccount(u: Unlocked, id: string): Promise<void> {
  // First the account: whatever still reads its list then has nothing to store it under.
  await transact(u, ['account', 'draft'], async (tx) => {
    await tx.remove('account', id);
    await tx.remove('draft', destinationsId(id));
    await tx.put('draft', { id: `${PREFIX}${id}`, value: id });
  });
  cancelRun(id);
  await sweep(u, id);
}

/** Goes on with removals that a worker did not live to end. @returns whether there were any */
export async function finishRemovals(u: Unlocked): Promise<boolean> {
  const { records } = await listRecords(u, 'draft');
  const begun = records.filter(({ id }) => id.startsWith(PREFIX));
  for (const { value } of begun) await sweep(u, value);
  return begun.length > 0;
}

async function sweep(u: Unlocked, id: string): Promise<void> {
  for (const table of THEIRS) {
    for await (const records of walkRecords(u, table)) {
      const theirs = records.filter(({ accountId }) => accountId === id);
      if (theirs.length === 0) continue;
      await transact(u, [table], async (tx) => {
        for (const record of theirs) await tx.remove(table, record.id);
      });
    }
  }
  await dropIntents(u, await openIntents(u, id));
  await dropTwinsOf(u, id);
  await removeRecord('draft', `${PREFIX}${id}`);
}
