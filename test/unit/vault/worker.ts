// A background worker for tests: a fresh copy of our modules over the same disk (fake-indexeddb) and the same browser session,
// as after the browser killed the last one. Also a way to kill one at its nth effect. Replaces no module of ours.
import { vi } from 'vitest';
import { browser } from '../../../lib/platform.ts';

/** The least that lib/crypto/kdf.ts accepts: some 15 ms instead of 400. Travels in the header as any other cost. */
export const CHEAP = { m: 8 * 1024, t: 1, p: 1 };
export const PASSPHRASE = 'orbital lemon teacup';
export const OTHER_PASSPHRASE = 'velvet anchor porridge';

let last: { database: { close(options: { disableAutoOpen: boolean }): void } } | null = null;

/** Starts a worker: nothing that the last one held in memory is there. The last one can still be used, as a second one. */
export async function startWorker() {
  last?.database.close({ disableAutoOpen: false });
  vi.resetModules();
  const [vault, records, rekey, tags, transaction, bulk, readIndex, store, settings] = await Promise.all([
    import('../../../lib/vault/vault.ts'),
    import('../../../lib/vault/records.ts'),
    import('../../../lib/vault/rekey.ts'),
    import('../../../lib/vault/tags.ts'),
    import('../../../lib/vault/transaction.ts'),
    import('../../../lib/vault/bulk.ts'),
    import('../../../lib/vault/read-index.ts'),
    import('../../../lib/store/database.ts'),
    import('../../../lib/settings.ts'),
  ]);
  last = store;
  return {
    ...vault,
    ...records,
    ...rekey,
    ...tags,
    ...transaction,
    ...bulk,
    ...readIndex,
    ...store,
    ...settings,
  };
}
export type Worker = Awaited<ReturnType<typeof startWorker>>;

/** A worker on an empty machine. */
export async function startFresh(): Promise<Worker> {
  const worker = await startWorker();
  await worker.eraseVault();
  await browser.storage.session.clear();
  await browser.storage.local.clear();
  return worker;
}

export const never = new AbortController().signal;
export const ignore = (): void => undefined;

/**
 * Counts effects (rows put on disk, entries set in the session) and, from the nth on, lets none happen any more: the
 * transaction it stood in is undone, as when a worker dies. @returns how many there were, and the end of it.
 */
export function killAt(nth: number): { effects: () => number; end: () => void } {
  let effects = 0;
  const dead = (): boolean => effects++ >= nth;
  const put = IDBObjectStore.prototype.put;
  const set = browser.storage.session.set;
  IDBObjectStore.prototype.put = function (...args) {
    if (!dead()) return put.apply(this, args);
    this.transaction.abort();
    throw new DOMException('killed', 'AbortError');
  };
  browser.storage.session.set = async (...args) => {
    if (dead()) throw new Error('killed');
    await set.apply(browser.storage.session, args);
  };
  return {
    effects: () => effects,
    end: () => {
      IDBObjectStore.prototype.put = put;
      browser.storage.session.set = set;
    },
  };
}

/** Makes every write to the disk fail as on a full one. @returns the end of it. */
export function fillDisk(): () => void {
  const { put, add } = IDBObjectStore.prototype;
  const full = (): never => {
    throw new DOMException('the disk is full', 'QuotaExceededError');
  };
  IDBObjectStore.prototype.put = full;
  IDBObjectStore.prototype.add = full;
  return () => {
    IDBObjectStore.prototype.put = put;
    IDBObjectStore.prototype.add = add;
  };
}
