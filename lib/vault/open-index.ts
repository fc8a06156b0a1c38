// The search index while the vault is open: read in bulk when first asked for, kept in memory, told of every change after it
// happened, forgotten at the lock. Leans on lib/search and the sealed chunks. It lives as long as the worker, and whoever asks
// holds an `Unlocked`.
import { AppError } from '../error.ts';
import { createSearchIndex, type SearchIndex } from '../search/search.ts';
import type { ChunkChanges } from './chunk-writer.ts';
import { keysOf, type Unlocked } from './unlocked.ts';

export interface OpenIndex {
  readonly index: SearchIndex;
  /** How far reading has come, in addresses; null when all is there. */
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

interface Memory {
  vaultId: string;
  open: OpenIndex;
  tell(changes: ChunkChanges): void;
}

let memory: Memory | null = null;
let names: ReadonlyMap<string, string> | null = null;
/** Moves on whenever names are forgotten: what was read before is not to be kept after. */
let namesTurn = 0;

/** @param read fills the index from the disk; called when it is not in memory. */
export function openIndex(u: Unlocked, read: (filling: Filling) => Promise<void>): OpenIndex {
  const { vaultId } = keysOf(u);
  if (memory?.vaultId === vaultId) return memory.open;
  const index = createSearchIndex();
  const told = new Set<number>();
  let building: { done: number; total: number } | null = { done: 0, total: 0 };
  let changes = 0;
  // The time, so that no number comes again after the worker died.
  let generation = Date.now();
  const ensureOpen = (): void => {
    if (memory !== mine) throw new AppError('locked');
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
      if (memory === mine) memory = null;
      throw error;
    }
  });
  // Those who wait hear of it; with nobody waiting it is no fault of the worker.
  ready.catch(() => undefined);
  const mine: Memory = {
    vaultId,
    open: { index, building: () => building, generation: () => generation, ready, ensureOpen },
    tell(chunks) {
      if (building !== null) for (const number of chunks.keys()) told.add(number);
      changes += 1;
      generation += 1;
      index.setChunks(chunks);
    },
  };
  memory = mine;
  return mine.open;
}

/** Told after a transaction has ended well, in the order of transactions. */
export function tellIndex(vaultId: string, changes: ChunkChanges): void {
  if (changes.size > 0 && memory?.vaultId === vaultId) memory.tell(changes);
}

/** At the lock, and where the index proved wrong. */
export function dropIndex(): void {
  memory = null;
  forgetNames();
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
