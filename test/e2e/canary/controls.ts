// Markers put on purpose into every store of a profile, so that a search that finds nothing can be believed. Leans on the
// browser's own interfaces, called in the extension's worker and in a page; writes no secret.
import type { Page, Worker } from 'playwright-core';

/** Halves that stand apart first: snappy then writes the whole as two references, and no raw search can see it. */
const split = (left: string, right: string, times: number) =>
  `${`${right}|${left}|`.repeat(times)}${left}${right}`;

export const MARKERS = {
  row: 'zz-marker-of-a-row',
  'two-byte row': 'zz-marker-of-two-bytes',
  key: 'zz-marker-of-a-key',
  'compressed row': 'yy-left-half-xx-right-half',
  'compressed value': 'yy-front-half-xx-back-half',
  blob: 'zz-marker-of-a-blob',
  'deleted row': 'zz-marker-of-the-deleted',
  local: 'zz-marker-of-storage-local',
  session: 'zz-marker-of-storage-session',
  'page storage': 'zz-marker-of-local-storage',
  gzip: 'zz-marker-of-gzip',
  brotli: 'zz-marker-of-brotli',
  'encoded row': 'zz-marker-in-base64',
} as const;

/** Writes the markers that an extension can write. The last rows are large, so that LevelDB makes a table of the others. */
export async function markExtension(worker: Worker): Promise<void> {
  const rows = {
    row: MARKERS.row,
    wide: `→ ${MARKERS['two-byte row']}`,
    encoded: Buffer.from(`a${MARKERS['encoded row']}`).toString('base64'),
    packed: split('yy-left-half-', 'xx-right-half', 10),
    large: split('yy-front-half-', 'xx-back-half', 5000),
    blob: MARKERS.blob,
    deleted: MARKERS['deleted row'],
    key: MARKERS.key,
    local: MARKERS.local,
    session: MARKERS.session,
  };
  await worker.evaluate(async (texts) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: Record<'local' | 'session', { set(items: object): Promise<void> }> };
    };
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const opening = indexedDB.open('control', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
    const database = await done(opening);
    const rows = () =>
      database.transaction('rows', 'readwrite', { durability: 'strict' }).objectStore('rows');
    await done(rows().put(texts.row, 'row'));
    await done(rows().put(texts.wide, 'wide'));
    await done(rows().put(texts.encoded, 'encoded'));
    await done(rows().put({ text: texts.packed }, 'packed'));
    await done(rows().put({ text: texts.large }, 'large'));
    await done(rows().put(new Blob([texts.blob]), 'blob'));
    await done(rows().put(1, texts.key));
    await done(rows().put(texts.deleted, 'deleted'));
    await done(rows().delete('deleted'));
    for (let at = 0; at < 120; at += 1) {
      const noise = crypto.getRandomValues(new Uint8Array(60_000));
      await done(rows().put(noise, `noise ${at}`));
    }
    database.close();
    await chrome.storage.local.set({ control: texts.local });
    await chrome.storage.session.set({ control: texts.session });
  }, rows);
}

/** Writes the marker that a page can write, and brings the two that the HTTP cache keeps. */
export async function markPage(page: Page): Promise<void> {
  await page.evaluate(async (text) => {
    localStorage.setItem('control', text);
    for (const path of ['/gzip', '/br']) await (await fetch(path)).text();
  }, MARKERS['page storage']);
}
