// The tables and their life beside other workers of ours.
import Dexie from 'dexie';
import { afterEach, expect, it } from 'vitest';
import { Database } from '../../../lib/store/database.ts';
import { SEALED_TABLES } from '../../../lib/store/rows.ts';

const NAME = 'moniker-under-test';
const opened: Dexie[] = [];
const open = (): Database => {
  const database = new Database(NAME);
  opened.push(database);
  return database;
};

afterEach(async () => {
  for (const database of opened.splice(0)) database.close();
  await Dexie.delete(NAME);
});

it('has one table a record kind, its header and the device keys, and indexes nothing but key versions and tags', async () => {
  const database = open();
  await database.open();
  expect(database.tables.map(({ name }) => name).sort()).toEqual(
    ['device', 'header', ...SEALED_TABLES].sort(),
  );
  for (const table of SEALED_TABLES) {
    const { primKey, indexes } = database.sealed(table).schema;
    expect([primKey.name, ...indexes.map(({ name }) => name)]).toEqual(['id', 'keyVersion', 'tag']);
  }
});

/** Tables that a version added; the first had all the others. */
const ADDED: Readonly<Record<number, readonly string[]>> = {
  2: ['rule'],
  3: ['outbox', 'progress', 'listed'],
  4: ['chunk'],
  5: ['card'],
  6: ['check'],
  7: ['held'],
  8: ['hook'],
  9: ['body', 'messageChunk', 'folder'],
  10: ['asked', 'template', 'verifier'],
};

it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
  'takes over what version %i stored, and adds what came since',
  async (version) => {
    const first = new Dexie(NAME);
    opened.push(first);
    const sealed = 'id, keyVersion, tag';
    const since = Object.entries(ADDED).flatMap(([at, names]) => (Number(at) > version ? names : []));
    const old = SEALED_TABLES.filter((table) => !since.includes(table));
    const added = SEALED_TABLES.filter((table) => since.includes(table));
    expect(added).toHaveLength(since.length);
    first.version(version).stores({
      header: 'id',
      device: 'id',
      ...Object.fromEntries(old.map((table) => [table, sealed])),
    });
    for (const table of old)
      await first.table(table).put({ id: table, keyVersion: 1, box: new Uint8Array(3), tag: 't' });
    await first.table('header').put({ id: 'vault', value: 1 });
    first.close();
    const database = open();
    for (const table of old) expect(await database.sealed(table).where('tag').equals('t').count()).toBe(1);
    expect(await database.header.get('vault')).toEqual({ id: 'vault', value: 1 });
    for (const table of added) {
      await database.sealed(table).put({ id: 'r', keyVersion: 1, box: new Uint8Array(3) });
      expect(await database.sealed(table).count()).toBe(1);
    }
  },
);

it('lets a later version upgrade while it is open', async () => {
  const old = open();
  await old.sealed('draft').put({ id: 'x', keyVersion: 1, box: new Uint8Array(3) });
  const later = new Dexie(NAME);
  opened.push(later);
  later.version(99).stores({ draft: 'id, keyVersion, tag', extra: 'id' });
  await later.open();
  expect(await later.table('draft').count()).toBe(1);
});

it('opens again by itself after another worker erased everything', async () => {
  const one = open();
  const other = open();
  await one.sealed('draft').put({ id: 'x', keyVersion: 1, box: new Uint8Array(3) });
  expect(await other.sealed('draft').count()).toBe(1);
  await one.delete({ disableAutoOpen: false });
  expect(await other.sealed('draft').count()).toBe(0);
  expect(await one.sealed('draft').count()).toBe(0);
});
