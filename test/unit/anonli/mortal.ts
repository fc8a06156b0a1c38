// A worker that dies at its nth effect: a row written or removed, an entry set in the session, a request sent, an answer taken.
// From then on nothing it does has any effect, as after the browser ended it; what the server was sent has happened. Patches the
// platform, no module of ours.
import { browser } from '../../../lib/platform.ts';
import { resetVaultChecks } from '../../../lib/sync/vault-check.ts';

/** What a dead worker's promises end in; nobody of ours knows it. */
export class Killed extends Error {}

export interface Mortal {
  /** Lets so many effects happen and then none. */
  killAfter(effects: number): void;
  /** Does something while the nth request from now, or the nth of some, is under way: it was sent, its answer was not taken. */
  during(request: number, work: () => Promise<void>, of?: (url: string) => boolean): void;
  /** Whether it died since. A new worker starts: nothing that was in memory is there. */
  revive(): boolean;
  isDead(): boolean;
  end(): void;
}

export function makeMortal(): Mortal {
  const { put, delete: remove } = IDBObjectStore.prototype;
  const { set } = browser.storage.session;
  const { fetch } = globalThis;
  let left = Number.POSITIVE_INFINITY;
  let waiting: { request: number; work: () => Promise<void>; of: (url: string) => boolean } | null = null;
  const spend = (): boolean => {
    left -= 1;
    return left < 0;
  };
  /** The transaction it stood in is undone. */
  const die = (store: IDBObjectStore): never => {
    store.transaction.abort();
    throw new DOMException('killed', 'AbortError');
  };
  IDBObjectStore.prototype.put = function (...args) {
    return spend() ? die(this) : put.apply(this, args);
  };
  IDBObjectStore.prototype.delete = function (...args) {
    return spend() ? die(this) : remove.apply(this, args);
  };
  browser.storage.session.set = async (...args) => {
    if (spend()) throw new Killed();
    await set.apply(browser.storage.session, args);
  };
  globalThis.fetch = async (...args) => {
    if (spend()) throw new Killed();
    const answer = await fetch(...args);
    if (waiting?.of(String(args[0]))) {
      const due = waiting.request === 0 ? waiting : null;
      waiting = due === null ? { ...waiting, request: waiting.request - 1 } : null;
      await due?.work();
    }
    if (spend()) throw new Killed();
    return answer;
  };
  return {
    killAfter(effects) {
      left = effects;
    },
    during(request, work, of = () => true) {
      waiting = { request, work, of };
    },
    revive() {
      waiting = null;
      const died = left < 0;
      left = Number.POSITIVE_INFINITY;
      resetVaultChecks();
      return died;
    },
    isDead: () => left < 0,
    end() {
      IDBObjectStore.prototype.put = put;
      IDBObjectStore.prototype.delete = remove;
      browser.storage.session.set = set;
      globalThis.fetch = fetch;
    },
  };
}
