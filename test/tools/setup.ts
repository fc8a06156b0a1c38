// Runs before every unit test file. Files share their process, which spares starting one some 180 times, but nothing of ours:
// each gets a module graph, a disk, a browser and a document as new, and fails if it leaves the process other than it was.
// Leans on vitest (`isolate: false`), on fake-indexeddb as the disk, and on Dexie asking for its IndexedDB at each opening.
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { options } from 'preact';
import { afterAll, vi } from 'vitest';
import { forgetShared, lookAround } from './left-behind.ts';
import { renewBrowser } from './renew-browser.ts';
import { renewDocument } from './renew-document.ts';

vi.resetModules();
forgetShared();
renewBrowser();
globalThis.indexedDB = new IDBFactory();
Dexie.dependencies.indexedDB = globalThis.indexedDB;

if (typeof document !== 'undefined') {
  renewDocument();
  // jsdom lays nothing out: there is nothing to scroll.
  Element.prototype.scrollIntoView ??= () => undefined;
  // Preact waits for a frame, or 35 ms, before it runs effects; a document of jsdom may be gone by then, and its frames with it.
  options.requestAnimationFrame = queueMicrotask;
  // One second is short for a machine that does other things too.
  const { configure } = await import('@testing-library/preact');
  configure({ asyncUtilTimeout: 20_000 });
}

const lookAgain = lookAround();
afterAll(() => {
  const left = lookAgain();
  if (left.length > 0) throw new Error(`this file leaves behind: ${left.join('; ')}`);
});
