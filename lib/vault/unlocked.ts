// The proof that the vault is open. Outside lib/vault an `Unlocked` is an empty, frozen object to hand on: it cannot be
// built, read, cloned into a message or printed. What belongs to it lies in a WeakMap of this file. Writes nothing anywhere.

import { importBoxKey } from '../crypto/box.ts';
import type { Bytes } from '../crypto/bytes.ts';
import { AppError } from '../error.ts';

declare const brand: unique symbol;
export interface Unlocked {
  readonly [brand]: 'Unlocked';
}

export interface Keys {
  /** Which vault these open: an erased vault's keys must not write into its successor. */
  vaultId: string;
  /** Vault keys of 32 bytes by version; two while a re-encryption runs. */
  byVersion: ReadonlyMap<number, Bytes>;
  /** Keys record ids (records.ts); null when its record is damaged. */
  idKey: Bytes | null;
}

interface Inside extends Keys {
  imported: Map<number, Promise<CryptoKey>>;
}

const insides = new WeakMap<Unlocked, Inside>();

/** For session.ts and vault.ts alone. */
export function makeUnlocked(keys: Keys): Unlocked {
  // The brand exists in types only; this is the single place that claims it.
  const unlocked = Object.freeze({}) as Unlocked;
  insides.set(unlocked, { ...keys, imported: new Map() });
  return unlocked;
}

/** For lib/vault alone. @throws AppError `locked` for anything that was not made here. */
export function keysOf(unlocked: Unlocked): Keys {
  return insideOf(unlocked);
}

export function hasKey(unlocked: Unlocked, version: number): boolean {
  return insideOf(unlocked).byVersion.has(version);
}

/** For session.ts alone: keys that a re-encryption made after `unlocked` was handed out. */
export function renewKeys(unlocked: Unlocked, keys: Keys): void {
  Object.assign(insideOf(unlocked), keys);
}

/** @returns the vault key of that version for WebCrypto, imported at first use, or null if there is none. */
export function cryptoKeyOf(unlocked: Unlocked, version: number): Promise<CryptoKey> | null {
  const inside = insideOf(unlocked);
  const raw = inside.byVersion.get(version);
  if (raw === undefined) return null;
  const known = inside.imported.get(version);
  if (known !== undefined) return known;
  const imported = importBoxKey(raw);
  inside.imported.set(version, imported);
  return imported;
}

function insideOf(unlocked: Unlocked): Inside {
  const inside = insides.get(unlocked);
  if (inside === undefined) throw new AppError('locked');
  return inside;
}
