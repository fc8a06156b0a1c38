// What was seen last of an account's recipients and domains, sealed, so that a new address can be made and an old one read without
// asking the service each time. Leans on the vault; asks nobody, and is forgotten with the account.
import * as v from 'valibot';
import type { KnownDestinations } from '../destination.ts';
import { getRecord, listRecords } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';

/** Id of an account's record in the `draft` table. */
export const destinationsId = (accountId: string): string => `destinations:${accountId}`;
const PREFIX = destinationsId('');

const recipientShape = v.object({
  remoteId: v.string(),
  email: v.string(),
  verified: v.boolean(),
  isDefault: v.boolean(),
  pgp: v.nullable(v.object({ fingerprint: v.string(), name: v.nullable(v.string()) })),
  addresses: v.nullable(v.number()),
  createdAt: v.nullable(v.number()),
});
const domainShape = v.object({
  remoteId: v.string(),
  domain: v.string(),
  verified: v.boolean(),
  checks: v.object({ ownership: v.boolean(), mx: v.boolean(), spf: v.boolean(), dkim: v.boolean() }),
  createdAt: v.nullable(v.number()),
});
const shape: v.GenericSchema<unknown, KnownDestinations> = v.object({
  accountId: v.string(),
  recipients: v.array(recipientShape),
  domains: v.array(domainShape),
  organisation: v.boolean(),
  seenAt: v.number(),
});

export async function keepDestinations(u: Unlocked, known: KnownDestinations): Promise<void> {
  await transact(u, ['account', 'draft'], async (tx) => {
    // Seen for an account that was removed meanwhile: of no use to anybody.
    if ((await tx.get('account', known.accountId)) === null) return;
    await tx.put('draft', { id: destinationsId(known.accountId), value: JSON.stringify(known) });
  });
}

/** @returns null where the account was never asked. */
export async function knownDestinations(u: Unlocked, accountId: string): Promise<KnownDestinations | null> {
  const record = await getRecord(u, 'draft', destinationsId(accountId));
  return record ? read(record.value) : null;
}

export async function allKnownDestinations(u: Unlocked): Promise<KnownDestinations[]> {
  const { records } = await listRecords(u, 'draft');
  return records.filter(({ id }) => id.startsWith(PREFIX)).flatMap(({ value }) => read(value) ?? []);
}

/** What an older version kept in another shape is asked for anew. */
function read(value: string): KnownDestinations | null {
  const parsed = v.safeParse(shape, JSON.parse(value));
  return parsed.success ? parsed.output : null;
}
