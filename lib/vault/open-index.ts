// The search indexes while the vault is open: each read in bulk when first asked for, kept in memory, told of every change after
// it happened, forgotten at the lock. Leans on lib/search and the sealed chunks. They live as long as the worker, and whoever asks
// holds an `Unlocked`.
import { AppError } from '../error.ts';
import { createSearchIndex } from '../search/search.ts';
import type { ChunkChanges } from './chunk-writer.ts';
import { INDEXES, type IndexedTable, type IndexOf } from './indexes.ts';
import { keysOf, type Unlocked } from './unlocked.ts';

export interface OpenIndex<T extends IndexedTable> {
  readonly index: IndexOf<T>;
  /** How far reading has come, in records; null when all is there. */
  building(): { done: number; total: number } | null;
  /** Another number after every change. */
  generation(): number;
  /** Resolves when all is there. Rejects with what kept it from being read; the next call begins anew. */
  readonly ready: Promise<void>;
  /** @throws AppError `locked` if it was forgotten meanwhile: nothing of it may be answered any more. */
  ensureOpen(): void;
}

/** What reading may do to the index; changes that happened meanwhile always win. */
export interface Filling {
  /** @throws AppError `locked` as `ensureOpen`. */
  fill(chunks: ChunkChanges): void;
  /** @throws AppError `locked` as `ensureOpen`. */
  progress(done: number, total: number): void;
  size(): number;
  /** Counts changes: what was counted on the disk before one is worth nothing after it. */
  changes(): number;
}

interface Memory<T extends IndexedTable> {
  vaultId: string;
  open: OpenIndex<T>;
  tell(changes: ChunkChanges): void;
}

type Memories = { readonly [T in IndexedTable]: Memory<T> | null };

const NONE: Memories = { address: null, message: null };
let memories: Memories = { ...NONE };
let names: ReadonlyMap<string, string> | null = null;
/** Moves on whenever names are forgotten: what was read before is not to be kept after. */
let namesTurn = 0;

/** @param read fills the index from the disk; called when it is not in memory. */
export function openIndex<T extends IndexedTable>(
  u: Unlocked,
  table: T,
  read: (filling: Filling) => Promise<void>,
): OpenIndex<T> {
  const { vaultId } = keysOf(u);
  const known: Memory<T> | null = memories[table];
  if (known?.vaultId === vaultId) return known.open;
  const index: IndexOf<T> = createSearchIndex(INDEXES[table].plan);
  const told = new Set<number>();
  let building: { done: number; total: number } | null = { done: 0, total: 0 };
  let changes = 0;
  // The time, so that no number comes again after the worker died.
  let generation = Date.now();
  const ensureOpen = (): void => {
    if (memories[table] !== mine) throw new AppError('locked');
  };
  const filling: Filling = {
    fill(chunks) {
      ensureOpen();
      index.setChunks(new Map([...chunks].filter(([number]) => !told.has(number))));
    },
    progress(done, total) {
      ensureOpen();
      building = { done, total };
    },
    size: index.size,
    changes: () => changes,
  };
  const ready = Promise.resolve().then(async () => {
    try {
      await read(filling);
      ensureOpen();
      building = null;
      told.clear();
    } catch (error) {
      if (memories[table] === mine) forgetIndex(table);
      throw error;
    }
  });
  // Those who wait hear of it; with nobody waiting it is no fault of the worker.
  ready.catch(() => undefined);
  const mine: Memory<T> = {
    vaultId,
    open: { index, building: () => building, generation: () => generation, ready, ensureOpen },
    tell(chunks) {
      if (building !== null) for (const number of chunks.keys()) told.add(number);
      changes += 1;
      generation += 1;
      index.setChunks(chunks);
    },
  };
  memories = { ...memories, [table]: mine };
  return mine.open;
}

/** Told after a transaction has ended well, in the order of transactions. */
export function tellIndex(vaultId: string, table: IndexedTable, changes: ChunkChanges): void {
  const memory = memories[table];
  if (changes.size > 0 && memory?.vaultId === vaultId) memory.tell(changes);
}

/** At the lock, and where an index proved wrong. */
export function dropIndex(): void {
  memories = { ...NONE };
  forgetNames();
}

function forgetIndex(table: IndexedTable): void {
  memories = { ...memories, [table]: null };
}

/** Names by account id, kept until an account is written. @param read brings them. */
export async function accountNames(
  read: () => Promise<ReadonlyMap<string, string>>,
): Promise<ReadonlyMap<string, string>> {
  if (names !== null) return names;
  const turn = namesTurn;
  const fresh = await read();
  if (turn === namesTurn) names = fresh;
  return fresh;
}

export function forgetNames(): void {
  names = null;
  namesTurn += 1;
}
