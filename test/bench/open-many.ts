// Opening ten thousand sealed addresses for the list, against reading as many rows of the same size from IndexedDB and
// leaving them shut: what sealing costs where it costs most. For information; leans on the product's own calls for all rows.
import { type Figure, sampled, single } from './figure.ts';
import { onStage, type Setting, type Stage } from './stage.ts';

const MANY = 10_000;
const AT_ONCE = 50;
const PAIRS = 7;

interface OwnPage {
  chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok?: { addresses?: unknown[] } }> } };
}

/** Makes the addresses as a person would, only faster: one call each, of the account that computes them. */
async function makeAddresses({ journey, ask }: Stage, setting: Setting): Promise<void> {
  const scheme = { type: 'catch-all', domain: 'own.example' };
  const draft = { kind: 'local', name: 'Bench', scheme, format: 'site-hash' };
  const { account } = await ask<{ account: { id: string } }>('accounts.connect', draft);
  for (let made = 0; made < MANY; made += 1000) {
    await journey.options.evaluate(
      async ({ accountId, from, to, atOnce }) => {
        const { chrome } = globalThis as unknown as OwnPage;
        let next = from;
        const work = async () => {
          while (next < to) {
            const args = { accountId, site: `site-${next++}.example` };
            const answer = await chrome.runtime.sendMessage({ call: 'addresses.create', args });
            if (!answer.ok) throw new Error('an address was not made');
          }
        };
        await Promise.all(Array.from({ length: atOnce }, work));
      },
      { accountId: account.id, from: made, to: made + 1000, atOnce: AT_ONCE },
    );
    setting.tell(`${made + 1000} of ${MANY} addresses made`);
  }
}

/** Copies the sealed rows into a database of their own. @returns how many */
async function copyRows(): Promise<number> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const vault = await done(indexedDB.open('moniker'));
  const rows = await done(vault.transaction('address').objectStore('address').getAll());
  const opening = indexedDB.open('bench', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
  const plain = await done(opening);
  const writing = plain.transaction('rows', 'readwrite');
  for (const row of rows) writing.objectStore('rows').put(row);
  await new Promise((resolve, reject) => {
    writing.oncomplete = resolve;
    writing.onerror = reject;
  });
  vault.close();
  plain.close();
  return rows.length;
}

/** @returns milliseconds to open the copy and read every row of it, shut as they are */
async function readRows(): Promise<number> {
  const began = performance.now();
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('bench');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  await new Promise((resolve, reject) => {
    const reading = database.transaction('rows').objectStore('rows').getAll();
    reading.onsuccess = resolve;
    reading.onerror = reject;
  });
  database.close();
  return performance.now() - began;
}

/** @returns milliseconds until our own page has every address */
async function listAddresses(expected: number): Promise<number> {
  const { chrome } = globalThis as unknown as OwnPage;
  const began = performance.now();
  const { ok } = await chrome.runtime.sendMessage({ call: 'addresses.list', args: {} });
  const took = performance.now() - began;
  if (ok?.addresses?.length !== expected) throw new Error(`${ok?.addresses?.length} addresses listed`);
  return took;
}

export async function measureOpenMany(setting: Setting): Promise<Figure[]> {
  return onStage(setting, async (stage) => {
    const { browser, journey } = stage;
    await makeAddresses(stage, setting);
    const worker = await browser.worker();
    const rows = await worker.evaluate(copyRows);
    const ratios: number[] = [];
    const opened: number[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const shut = await worker.evaluate(readRows);
      const open = await journey.options.evaluate(listAddresses, rows);
      opened.push(open);
      ratios.push(open / shut);
    }
    return [
      single('open-many-rows', rows, 'rows', null),
      sampled('open-many', ratios, '×', null),
      sampled('open-many-time', opened, 'ms', null),
    ];
  });
}
