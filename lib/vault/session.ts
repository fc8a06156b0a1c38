// What outlives the worker but not the browser: the vault keys and the lock deadline, in `storage.session` and nowhere else
// (memory only; never on disk). Leans on lib/platform. Reads what it finds with care: anything odd counts as locked.
import * as v from 'valibot';
import { fromBase64, toBase64 } from '../crypto/bytes.ts';
import { AppError } from '../error.ts';
import { browser } from '../platform.ts';
import { type Keys, keysOf, renewKeys, type Unlocked } from './unlocked.ts';

const KEYS = 'vault.keys';
const DEADLINE = 'vault.deadline';
const DAMAGED = 'vault.damaged';

const StoredKeys = v.object({
  vaultId: v.string(),
  keys: v.pipe(v.array(v.object({ version: v.number(), key: v.string() })), v.minLength(1)),
  idKey: v.nullable(v.string()),
});
/** Not null for "none": storage areas differ in whether they keep a null. */
const StoredDeadline = v.union([v.pipe(v.number(), v.finite()), v.literal('none')]);
const StoredDamaged = v.record(v.string(), v.number());

export interface Session {
  keys: Keys;
  /** When the vault locks by itself; null: with the browser's end only. */
  deadline: number | null;
}

/** @returns null while locked, and when the stored entry cannot be understood. */
export async function readSession(): Promise<Session | null> {
  const found = await browser.storage.session.get([KEYS, DEADLINE]);
  const keys = v.safeParse(StoredKeys, found[KEYS]);
  // A missing deadline is no licence to stay open for ever: keys and deadline are always written together.
  const deadline = v.safeParse(StoredDeadline, found[DEADLINE]);
  if (!keys.success || !deadline.success) return null;
  const { vaultId, idKey } = keys.output;
  try {
    return {
      keys: {
        vaultId,
        byVersion: new Map(keys.output.keys.map(({ version, key }) => [version, fromBase64(key)])),
        idKey: idKey === null ? null : fromBase64(idKey),
      },
      deadline: deadline.output === 'none' ? null : deadline.output,
    };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Call in a turn (turn.ts). */
export async function writeSession({ keys, deadline }: Session): Promise<void> {
  const { vaultId, byVersion, idKey } = keys;
  await browser.storage.session.set({
    [KEYS]: {
      vaultId,
      keys: Array.from(byVersion, ([version, key]) => ({ version, key: toBase64(key) })),
      idKey: idKey === null ? null : toBase64(idKey),
    },
    [DEADLINE]: deadline ?? 'none',
  });
}

/** Call in a turn. */
export async function writeDeadline(deadline: number | null): Promise<void> {
  await browser.storage.session.set({ [DEADLINE]: deadline ?? 'none' });
}

/** Call in a turn. */
export async function clearSession(): Promise<void> {
  await browser.storage.session.remove([KEYS, DEADLINE, DAMAGED]);
}

/**
 * Gives `u` the keys as they are now. @throws AppError `locked` if there are none any more, or another vault's.
 */
export async function refreshKeys(u: Unlocked): Promise<void> {
  const session = await readSession();
  if (session === null || session.keys.vaultId !== keysOf(u).vaultId) throw new AppError('locked');
  renewKeys(u, session.keys);
}

/** @returns how many records of which table did not open when last listed. */
export async function readDamaged(): Promise<Record<string, number>> {
  const found = await browser.storage.session.get(DAMAGED);
  const read = v.safeParse(StoredDamaged, found[DAMAGED]);
  return read.success ? read.output : {};
}

/** Call in a turn. */
export async function writeDamaged(counts: Record<string, number>): Promise<void> {
  await browser.storage.session.set({ [DAMAGED]: counts });
}

/**
 * Keeps content scripts out of `storage.session` and `storage.local`, where the browser has the switch (Chrome; Firefox
 * never lets content scripts see `storage.session`). To be called whenever the worker starts.
 */
export async function restrictStorage(): Promise<void> {
  for (const area of [browser.storage.session, browser.storage.local]) {
    if ('setAccessLevel' in area && typeof area.setAccessLevel === 'function') {
      await area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
    }
  }
}
