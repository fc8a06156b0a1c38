// A second alias of one wish, at a service that keeps no mark of ours: it cannot be proved that it is ours, so it is noted for a person
// to delete or to keep. Looked for only where the service counted more than one request for the making. Leans on the vault.
import * as v from 'valibot';
import { AppError } from '../error.ts';
import type { RemoteAddress } from '../providers/provider.ts';
import type { RateReading } from '../rate-reading.ts';
import type { Link } from '../sync/link.ts';
import { forwardedId } from '../sync/pages-in.ts';
import type { Twin } from '../twin.ts';
import { getRecord, listRecords, removeRecord } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import type { Intent } from './creation-intents.ts';
import { claimable } from './find-made.ts';
import { openAccount } from './open-account.ts';
import { removeAddress } from './remove-address.ts';

const PREFIX = 'twin:';
const twinShape = v.object({
  remoteId: v.string(),
  accountId: v.string(),
  email: v.string(),
  of: v.string(),
  at: v.number(),
});
const recordOf = (accountId: string, remoteId: string): string => `${PREFIX}${accountId} ${remoteId}`;

/** Whether more was counted between two readings than the one request that was sent; unknown counts as no. */
export function countedMore(before: RateReading | null, after: RateReading | null): boolean {
  if (before?.remaining == null || after?.remaining == null) return false;
  return before.remaining - after.remaining > 1;
}

/** One look at the newest page for what else may have come of this wish. Without an answer nothing is noted. */
export async function noteTwins(
  u: Unlocked,
  link: Link,
  intent: Intent,
  made: RemoteAddress,
  signal?: AbortSignal,
): Promise<void> {
  // An address of one's own choosing is there once or not at all.
  if (intent.localPart !== undefined) return;
  const page = await link.provider.aliases?.list?.(0, signal).catch((error: unknown) => {
    if (error instanceof AppError) return null;
    throw error;
  });
  const others = (page?.items ?? []).filter(({ remoteId }) => remoteId !== made.remoteId);
  for (const { remoteId, email } of await claimable(u, link, intent, others)) {
    if (remoteId === null) continue;
    const accountId = link.account.id;
    const twin: Twin = { remoteId, accountId, email, of: made.email, at: intent.at };
    await transact(u, ['account', 'draft'], async (tx) => {
      if ((await tx.get('account', accountId)) === null) return;
      await tx.put('draft', { id: recordOf(accountId, remoteId), value: JSON.stringify(twin) });
    });
  }
}

/** What waits for a person's word, the newest first. */
export async function listTwins(u: Unlocked): Promise<Twin[]> {
  const { records } = await listRecords(u, 'draft');
  return records
    .filter(({ id }) => id.startsWith(PREFIX))
    .map(({ value }) => v.parse(twinShape, JSON.parse(value)))
    .sort((a, b) => b.at - a.at);
}

/** Of an account that is forgotten here: nothing of it can be asked about any more. */
export async function dropTwinsOf(u: Unlocked, accountId: string): Promise<void> {
  for (const twin of await listTwins(u)) {
    if (twin.accountId === accountId) await removeRecord('draft', recordOf(accountId, twin.remoteId));
  }
}

/** @throws AppError of the service while it should be deleted: it stays noted then */
export async function settleTwin(
  u: Unlocked,
  { accountId, remoteId }: Pick<Twin, 'accountId' | 'remoteId'>,
  end: 'delete' | 'keep',
): Promise<void> {
  if (end === 'delete') {
    const known = await getRecord(u, 'address', forwardedId(u, accountId, remoteId));
    if (known) await removeAddress(u, known.id);
    else await (await openAccount(u, accountId)).provider.aliases?.remove?.(remoteId);
  }
  await removeRecord('draft', recordOf(accountId, remoteId));
}
