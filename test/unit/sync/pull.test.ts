// Pulling into a real vault: from the sandbox over HTTP, and from small in-memory services that page, fail and shift as
// real ones may. What the pages say is merge.test.ts; here it is what ends up sealed on disk. Reading to the end is list-all.test.ts.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AliaskitAccount } from '../../../lib/aliaskit-account.ts';
import { AppError } from '../../../lib/error.ts';
import type { Address } from '../../../lib/model.ts';
import { openProvider } from '../../../lib/providers/kinds.ts';
import type { IdentitySlot } from '../../../lib/providers/provider.ts';
import { database } from '../../../lib/store/database.ts';
import { pullAccount } from '../../../lib/sync/pull.ts';
import {
  countTagged,
  getRecord,
  listRecords,
  putRecord,
  recordId,
  removeRecord,
  transact,
} from '../../../lib/vault/records.ts';
import { siteTag } from '../../../lib/vault/tags.ts';
import { createVault, eraseVault, type Unlocked } from '../../../lib/vault/vault.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { item, serviceOf } from './services.ts';

let u: Unlocked;
let account: AliaskitAccount;
beforeEach(async () => {
  await eraseVault();
  u = await createVault('correct horse battery staple 42', { m: 8 * 1024, t: 1, p: 1 });
  account = {
    id: 'acc',
    kind: 'aliaskit',
    name: 'AliasKit',
    createdAt: 0,
    baseUrl: 'http://127.0.0.1:9/v1',
    apiKey: 'ak_live_0123456789abcdef',
    cardKey: null,
  };
  await putRecord(u, 'account', account);
});

const addresses = async (): Promise<Address[]> => (await listRecords(u, 'address')).records;
const byEmail = async (email: string) => (await addresses()).find((address) => address.email === email);

describe('from the sandbox', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ rateLimit: null });
  });
  afterAll(() => sandbox.close());

  test('found, kept, renamed, gone: each pull says what it did, and what the user wrote stays', async () => {
    const provider = openProvider({ ...account, baseUrl: sandbox.json.api, apiKey: sandbox.json.key });
    const { identities } = provider;
    if (identities === undefined) throw new Error('no identities');
    // Made at the server and never stored here, as when the worker dies between the two.
    const ana = await identities.create({ name: 'Ana Silva' });
    await identities.create({ name: 'Bo Lind' });

    expect(await pullAccount(u, account, provider)).toEqual({ added: 2, changed: 0, removed: 0 });
    expect(await pullAccount(u, account, provider)).toEqual({ added: 0, changed: 0, removed: 0 });
    const found = await byEmail(ana.email);
    expect(found).toMatchObject({ accountId: 'acc', remoteId: ana.remoteId, site: null, active: true });
    if (found === undefined) throw new Error('not found');
    expect(found.id).toBe(recordId(u, 'acc', ana.remoteId ?? ''));

    const mine = { ...found, site: 'shop.example', label: 'Shop', note: 'private', usedAt: 5 };
    const tag = await siteTag('shop.example');
    await putRecord(u, 'address', mine, tag);
    await identities.update(ana.remoteId ?? '', { name: 'Ana Souza' });
    expect(await pullAccount(u, account, provider)).toEqual({ added: 0, changed: 1, removed: 0 });
    expect(await byEmail(ana.email)).toMatchObject({
      site: 'shop.example',
      label: 'Shop',
      note: 'private',
      usedAt: 5,
      persona: { name: 'Ana Souza' },
    });
    expect(await countTagged('address', tag)).toBe(1);

    await identities.remove(ana.remoteId ?? '');
    expect(await pullAccount(u, account, provider)).toEqual({ added: 0, changed: 0, removed: 1 });
    expect(await byEmail(ana.email)).toMatchObject({ active: false, note: 'private', label: 'Shop' });
    expect(await pullAccount(u, account, provider)).toEqual({ added: 0, changed: 0, removed: 0 });
  });
});

const pull = (service: { identities: IdentitySlot }) => pullAccount(u, account, service);
const numbered = (count: number) => Array.from({ length: count }, (_, at) => item(`r${at}`));

const base: Address = {
  id: '',
  accountId: 'acc',
  kind: 'identity',
  email: 'fresh@aliaskit.com',
  remoteId: null,
  site: null,
  label: '',
  note: '',
  persona: null,
  active: true,
  createdAt: 1000,
  updatedAt: 1000,
  usedAt: null,
};

describe('from services that shift and fail', () => {
  test('every page is read', async () => {
    expect(await pull(serviceOf(numbered(23), 5))).toEqual({ added: 23, changed: 0, removed: 0 });
    expect(await addresses()).toHaveLength(23);
  });

  test('a page that fails leaves nothing half stored', async () => {
    const fails = serviceOf(numbered(23), 5, (offset) => {
      if (offset >= 10) throw new AppError('server', { status: 502 });
    });
    await expect(pull(fails)).rejects.toMatchObject({ code: 'server' });
    expect(await addresses()).toEqual([]);
  });

  test('an address that slipped between two pages is asked about, and stays', async () => {
    const rows = numbered(10);
    await pull(serviceOf(rows, 5));
    const slipping = serviceOf(rows, 5, (offset) => {
      // A deletion on page one moves r5 onto it, after that page was read.
      if (offset === 5) rows.splice(0, 1);
    });
    expect(await pull(slipping)).toEqual({ added: 0, changed: 0, removed: 0 });
    expect(slipping.asked).toEqual(['r5']);
    expect(await pull(serviceOf(rows, 5))).toEqual({ added: 0, changed: 0, removed: 1 });
    expect(await byEmail('r5@aliaskit.com')).toMatchObject({ active: true });
    expect(await byEmail('r0@aliaskit.com')).toMatchObject({ active: false });
  });

  test('many missing at once are asked about in portions', async () => {
    await pull(serviceOf(numbered(50)));
    expect((await pull(serviceOf([]))).removed).toBe(20);
    expect((await pull(serviceOf([]))).removed).toBe(20);
    expect((await pull(serviceOf([]))).removed).toBe(10);
  });

  test('when asking fails, what was listed is stored all the same', async () => {
    await pull(serviceOf([item('old')]));
    const { identities } = serviceOf([item('new')]);
    const busy = { ...identities, get: () => Promise.reject(new AppError('budget', { retryAfter: 9 })) };
    expect(await pull({ identities: busy })).toEqual({ added: 1, changed: 0, removed: 0 });
    expect(await byEmail('old@aliaskit.com')).toMatchObject({ active: true });
  });

  test('stored by us while the pages came in: neither doubled nor switched off', async () => {
    const service = serviceOf([item('r1')], 100, async () => {
      await putRecord(u, 'address', {
        ...base,
        id: recordId(u, 'acc', 'fresh'),
        remoteId: 'fresh',
        site: 'shop.example',
        updatedAt: Date.now(),
      });
    });
    expect(await pull(service)).toEqual({ added: 1, changed: 0, removed: 0 });
    expect(service.asked).toEqual([]);
    expect((await addresses()).map(({ remoteId, active }) => [remoteId, active]).sort()).toEqual([
      ['fresh', true],
      ['r1', true],
    ]);
  });

  test('deleted by us while the pages came in stays deleted', async () => {
    await pull(serviceOf([item('r1')]));
    const service = serviceOf([item('r1')], 100, () =>
      transact(u, ['address'], (tx) => tx.remove('address', recordId(u, 'acc', 'r1'))),
    );
    expect(await pull(service)).toEqual({ added: 0, changed: 0, removed: 0 });
    expect(await addresses()).toEqual([]);
  });

  test('the account removed while the pages came in leaves no orphans', async () => {
    const service = serviceOf([item('r1')], 100, () => removeRecord('account', 'acc'));
    await expect(pull(service)).rejects.toMatchObject({ code: 'no-account' });
    expect(await addresses()).toEqual([]);
  });

  test('a damaged row is not written over', async () => {
    await pull(serviceOf([item('r1')]));
    const id = recordId(u, 'acc', 'r1');
    const rows = database.sealed('address');
    const row = await rows.get(id);
    if (row === undefined) throw new Error('no row');
    const box = row.box.slice();
    box[box.length - 1] = (box.at(-1) ?? 0) ^ 1;
    await rows.put({ ...row, box });
    expect(await pull(serviceOf([item('r1'), item('r2')]))).toEqual({ added: 1, changed: 0, removed: 0 });
    expect((await rows.get(id))?.box).toEqual(box);
    await expect(getRecord(u, 'address', id)).rejects.toMatchObject({ code: 'corrupt' });
  });

  test("another account's addresses are left alone", async () => {
    await putRecord(u, 'address', { ...base, id: 'x', accountId: 'other', remoteId: 'r1' });
    expect(await pull(serviceOf([item('r1')]))).toEqual({ added: 1, changed: 0, removed: 0 });
    expect(await addresses()).toHaveLength(2);
  });

  test('an account without a list has nothing to pull', async () => {
    expect(await pullAccount(u, account, {})).toEqual({ added: 0, changed: 0, removed: 0 });
  });

  test('an aborted pull stores nothing', async () => {
    const aborter = new AbortController();
    const { identities } = serviceOf(numbered(10), 5);
    const list: IdentitySlot['list'] = async (offset, signal) => {
      signal?.throwIfAborted();
      aborter.abort(new Error('enough'));
      return identities.list(offset);
    };
    const pending = pullAccount(u, account, { identities: { ...identities, list } }, aborter.signal);
    await expect(pending).rejects.toThrow('enough');
    expect(await addresses()).toEqual([]);
  });
});
