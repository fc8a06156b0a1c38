// What was about to be created when a server was asked: a sealed note per request, with a random mark that also stands in
// the identity's metadata, so that the answer that never came can be matched to the site it was meant for. Leans on the
// vault; the mark says nothing about the site.
import * as v from 'valibot';
import { AppError } from '../error.ts';
import { getRecord, listRecords } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';

/** The key of the mark inside an identity's metadata. */
export const MARK = 'moniker';

const intentShape = v.object({
  mark: v.string(),
  accountId: v.string(),
  site: v.nullable(v.string()),
  label: v.string(),
  at: v.number(),
  /** What was asked to stand before the `@`, where it was. */
  localPart: v.exactOptional(v.string()),
});
export type Intent = v.InferOutput<typeof intentShape>;

const PREFIX = 'intent:';

/** Id of an intent's record in the `draft` table. */
export function intentId(mark: string): string {
  return `${PREFIX}${mark}`;
}

/** Errors: `no-account` if it was removed meanwhile; nothing is asked of its service then. */
export async function putIntent(u: Unlocked, intent: Intent): Promise<void> {
  await transact(u, ['account', 'draft'], async (tx) => {
    if ((await tx.get('account', intent.accountId)) === null) throw new AppError('no-account');
    await tx.put('draft', { id: intentId(intent.mark), value: JSON.stringify(intent) });
  });
}

/** Intents of an account whose creation was never confirmed. */
export async function openIntents(u: Unlocked, accountId: string): Promise<Intent[]> {
  const { records } = await listRecords(u, 'draft');
  return records
    .filter(({ id }) => id.startsWith(PREFIX))
    .map(({ value }) => v.parse(intentShape, JSON.parse(value)))
    .filter((intent) => intent.accountId === accountId);
}

/** Forgets intents: found, refused, or so old that they never happened. */
export async function dropIntents(u: Unlocked, intents: readonly Intent[]): Promise<void> {
  if (intents.length === 0) return;
  await transact(u, ['draft'], async (tx) => {
    for (const { mark } of intents) await tx.remove('draft', intentId(mark));
  });
}

/** @returns the intent with this mark, if it is still open. */
export async function findIntent(u: Unlocked, mark: string): Promise<Intent | null> {
  const record = await getRecord(u, 'draft', intentId(mark));
  return record ? v.parse(intentShape, JSON.parse(record.value)) : null;
}
