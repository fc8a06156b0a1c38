// Runs before every unit test file: gives Node an IndexedDB that really stores, for Dexie. Leans on fake-indexeddb;
// vitest gives each file its own module graph, so no file sees another's database or browser storage.
import 'fake-indexeddb/auto';
