// Deeds that a service must not be asked for twice: a sealed note is laid down before the request and taken away with its outcome. One that
// still lies there is a deed whose end nobody saw, the worker or the vault having gone meanwhile: the same deed again first looks whether it
// was done. Leans on the vault; asks nobody by itself.
import * as v from 'valibot';
import { AppError } from '../error.ts';
import { getRecord, putRecord, removeRecord } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';

const PREFIX = 'deed:';
/** A note this old is of no deed that anybody still wonders about, in milliseconds. */
const LIFE = 24 * 60 * 60_000;

const note = v.object({ print: v.string(), at: v.number() });

export interface Deed<R> {
  /** What makes two deeds the same one, in any words; sealed while it is kept. */
  print: string;
  /** Looks whether the deed was done since `at`, epoch milliseconds; null where it was not. What it throws ends the deed undone. */
  find(at: number): Promise<R | null>;
  act(): Promise<R>;
}

const KINDS = ['card', 'totp', 'send'] as const;
export type DeedKind = (typeof KINDS)[number];

/** Ids of the notes that may lie there for an identity: they go with it. */
export const deedIds = (addressId: string): string[] => KINDS.map((kind) => deedId(kind, addressId));
const deedId = (kind: DeedKind, addressId: string): string => `${PREFIX}${kind} ${addressId}`;

/**
 * @param addressId the identity it is done for: one deed of a kind goes on at a time
 * @param now milliseconds since the epoch
 * Errors: those of `find` and `act`; after any but a clear refusal the note stays.
 */
export async function onceOnly<R>(
  u: Unlocked,
  kind: DeedKind,
  addressId: string,
  now: number,
  deed: Deed<R>,
): Promise<R> {
  const id = deedId(kind, addressId);
  const record = await getRecord(u, 'draft', id);
  const last = record ? v.parse(note, JSON.parse(record.value)) : null;
  const same = last !== null && last.print === deed.print && Math.abs(now - last.at) < LIFE ? last : null;
  const done = same && (await deed.find(same.at));
  if (done !== null) {
    await removeRecord('draft', id);
    return done;
  }
  await putRecord(u, 'draft', { id, value: JSON.stringify({ print: deed.print, at: same?.at ?? now }) });
  try {
    const result = await deed.act();
    await removeRecord('draft', id);
    return result;
  } catch (error) {
    if (error instanceof AppError && !isUnclear(error)) await removeRecord('draft', id);
    throw error;
  }
}

/** Locked meanwhile, it may have been done and not be kept here. */
const isUnclear = ({ code }: AppError): boolean => code === 'doubtful' || code === 'locked';
