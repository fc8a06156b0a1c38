// Runs before every unit test file: gives Node an IndexedDB that really stores, for Dexie. Leans on fake-indexeddb;
// vitest gives each file its own module graph, so no file sees another's database or browser storage.
import 'fake-indexeddb/auto';
import { options } from 'preact';

// Preact waits for a frame, or 35 ms, before it runs effects; a document of jsdom may be gone by then, and its frames with it.
if (typeof document !== 'undefined') options.requestAnimationFrame = queueMicrotask;
