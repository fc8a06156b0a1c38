// Pages of what matches, over a real store: rows in the order of the index, damage that is noticed only when a row is opened,
// changes and locks in between.
import { beforeEach, describe, expect, test } from 'vitest';
import {
  domainsInUse,
  listAddresses,
  matchingIds,
  searchAddresses,
} from '../../../lib/actions/search-addresses.ts';
import type { AddressQuery } from '../../../lib/address-query.ts';
import type { Address, LocalAccount } from '../../../lib/model.ts';
import { browser } from '../../../lib/platform.ts';
import { database } from '../../../lib/store/database.ts';
import { dropIndex } from '../../../lib/vault/open-index.ts';
import { putRecord, putRecords, transact } from '../../../lib/vault/records.ts';
import { createVault, eraseVault, lockVault, readStatus, type Unlocked } from '../../../lib/vault/vault.ts';
import { CHEAP, PASSPHRASE } from '../vault/worker.ts';

let u: Unlocked;
const all: AddressQuery = { text: '', filter: {}, sort: 'created' };

const address = (at: number, part: Partial<Address> = {}): Address => ({
  id: `a${String(at).padStart(3, '0')}`,
  accountId: 'acc',
  kind: 'alias',
  email: `x${at}@${at % 3 ? 'own' : 'mail'}.example`,
  remoteId: null,
  site: `s${at}.example`,
  label: `Label ${at}`,
  note: '',
  persona: null,
  active: true,
  createdAt: 1000 - at,
  updatedAt: 0,
  usedAt: null,
  ...part,
});
const account = (name: string): LocalAccount => ({
  id: 'acc',
  kind: 'local',
  name,
  createdAt: 0,
  scheme: { type: 'catch-all', domain: 'own.example' },
  format: 'hash',
  tagKey: 'AAAA',
});
const idsOf = (rows: readonly Address[]): string[] => rows.map(({ id }) => id);
const expected = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, at) => address(from + at).id);

/** A page of a list that is whole. */
async function page(query: AddressQuery, offset = 0, limit = 50) {
  await matchingIds(u, query);
  return searchAddresses(u, query, offset, limit);
}

async function spoil(id: string): Promise<void> {
  await database.sealed('address').update(id, { box: new Uint8Array(40) });
}

beforeEach(async () => {
  await eraseVault();
  await browser.storage.session.clear();
  u = await createVault(PASSPHRASE, CHEAP);
  await putRecord(u, 'account', account('Home'));
  await putRecords(
    u,
    'address',
    Array.from({ length: 120 }, (_, at) => address(at)),
  );
});

describe('a page', () => {
  test('holds the rows of its place, in order, and at most fifty', async () => {
    const first = await page(all, 0, 50);
    expect(first).toMatchObject({ total: 120, of: 120, damaged: 0, building: null });
    expect(idsOf(first.rows)).toEqual(expected(0, 50));
    expect(first.rows[7]).toEqual(address(7));
    expect(idsOf((await page(all, 100, 1000)).rows)).toEqual(expected(100, 120));
    expect(idsOf((await page(all, 500)).rows)).toEqual([]);
  });

  test('is of the same list as the next one until something changes', async () => {
    const { generation } = await page(all);
    expect((await page(all, 50)).generation).toBe(generation);
    await putRecord(u, 'address', address(500));
    const after = await page(all, 100);
    expect(after.generation).not.toBe(generation);
    expect([after.total, after.rows.at(-1)?.id]).toEqual([121, 'a500']);
  });

  test('finds by the name of the account, also after it changed', async () => {
    expect((await page({ ...all, text: 'home s17' })).total).toBe(1);
    await putRecord(u, 'account', account('Büro'));
    expect((await page({ ...all, text: 'home s17' })).total).toBe(0);
    expect((await page({ ...all, text: 'buro s17' })).total).toBe(1);
  });

  test('tells the progress, and no rows, while the list is being opened', async () => {
    dropIndex();
    const answers = [await searchAddresses(u, all, 0, 50)];
    while (answers.at(-1)?.building) answers.push(await searchAddresses(u, all, 0, 50));
    for (const { building, rows } of answers) expect(rows.length > 0).toBe(building === null);
    expect(answers.at(-1)?.total).toBe(120);
  });
});

describe('a record damaged behind our back', () => {
  test('is left out, counted, and told in the status; the rest moves up', async () => {
    await page(all);
    await spoil('a003');
    const { rows, total, of, damaged } = await page(all, 0, 5);
    expect(idsOf(rows)).toEqual(['a000', 'a001', 'a002', 'a004', 'a005']);
    expect([total, of, damaged]).toEqual([119, 119, 1]);
    expect((await readStatus()).damaged).toEqual({ address: 1 });
  });

  test('or taken away, is forgotten', async () => {
    await page(all);
    await database.sealed('address').delete('a001');
    const { rows, total, damaged } = await page(all, 0, 3);
    expect([idsOf(rows), total, damaged]).toEqual([['a000', 'a002', 'a003'], 119, 0]);
  });
});

test('every id that matches, whatever the page', async () => {
  expect(await matchingIds(u, all)).toEqual(expected(0, 120));
  expect(await matchingIds(u, { ...all, text: 'label 11', filter: { domain: 'mail.example' } })).toEqual([
    'a111',
    'a114',
    'a117',
  ]);
});

test('all addresses of a kind, the newest first', async () => {
  await putRecord(u, 'address', address(3, { kind: 'identity' }));
  await putRecord(u, 'address', address(1, { kind: 'identity' }));
  const { addresses, damaged } = await listAddresses(u, 'identity');
  expect([idsOf(addresses), damaged]).toEqual([['a001', 'a003'], 0]);
  expect((await listAddresses(u)).addresses).toHaveLength(120);
});

test('domains, the most used first', async () => {
  await transact(u, ['address'], (tx) => tx.remove('address', 'a000'));
  expect(await domainsInUse(u)).toEqual([
    { domain: 'own.example', count: 80 },
    { domain: 'mail.example', count: 39 },
  ]);
});

test('nothing is answered once the vault was locked', async () => {
  await page(all);
  dropIndex();
  const asked = searchAddresses(u, all, 0, 50);
  await lockVault();
  await expect(asked).rejects.toMatchObject({ code: 'locked' });
});
