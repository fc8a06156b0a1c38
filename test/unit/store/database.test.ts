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

it('takes over what version 1 stored, and adds the rules', async () => {
  const first = new Dexie(NAME);
  opened.push(first);
  const sealed = 'id, keyVersion, tag';
  const old = SEALED_TABLES.filter((table) => table !== 'rule');
  first.version(1).stores({
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
  await database.sealed('rule').put({ id: 'r', keyVersion: 1, box: new Uint8Array(3) });
  expect(await database.sealed('rule').count()).toBe(1);
});

it('lets a later version upgrade while it is open', async () => {
  const old = open();
  await old.sealed('draft').put({ id: 'x', keyVersion: 1, box: new Uint8Array(3) });
  const later = new Dexie(NAME);
  opened.push(later);
  later.version(3).stores({ draft: 'id, keyVersion, tag', extra: 'id' });
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
