// Records over a real store: what is put comes back, what is damaged is named, what is moved does not open, and nothing
// readable ever reaches the disk.
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Address } from '../../../lib/model.ts';
import type { SealedRow } from '../../../lib/store/rows.ts';
import {
  CHEAP,
  fillDisk,
  ignore,
  never,
  PASSPHRASE,
  startFresh,
  startWorker,
  type Worker,
} from './worker.ts';

const code = (value: string, detail: object = {}) =>
  expect.objectContaining({ code: value, detail: expect.objectContaining(detail) });
let worker: Worker;
let u: Awaited<ReturnType<Worker['createVault']>>;

beforeEach(async () => {
  worker = await startFresh();
  u = await worker.createVault(PASSPHRASE, CHEAP);
});

const draft = (id: string, value = `text of ${id}`) => ({ id, value });
const drafts = (count: number) => Array.from({ length: count }, (_, at) => draft(`d${at}`));
const row = async (table: 'draft' | 'mute' | 'secret', id: string): Promise<SealedRow> => {
  const found = await worker.database.sealed(table).get(id);
  if (found === undefined) throw new Error('no such row');
  return found;
};

describe('what is put', () => {
  it('comes back, whatever text it holds', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(text, text), { selector: ([id]) => id, maxLength: 5 }),
        async (pairs) => {
          const records = pairs.map(([id, value]) => draft(`id ${id}`, value));
          await worker.putRecords(u, 'draft', records);
          for (const record of records) {
            expect(await worker.getRecord(u, 'draft', record.id)).toEqual(record);
            await worker.putRecord(u, 'draft', { ...record, value: `${record.value}!` });
            expect(await worker.getRecord(u, 'draft', record.id)).toEqual({
              ...record,
              value: `${record.value}!`,
            });
            await worker.removeRecord('draft', record.id);
            expect(await worker.getRecord(u, 'draft', record.id)).toBeNull();
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('comes back as a list, in bulk', async () => {
    await worker.putRecords(u, 'draft', drafts(500));
    const { records, damaged } = await worker.listRecords(u, 'draft');
    expect(new Set(records.map(({ id }) => id)).size).toBe(500);
    expect(damaged).toEqual([]);
  });

  it('keeps members that a later version added', async () => {
    await worker.putRecord(u, 'draft', { ...draft('x'), colour: 'green' } as ReturnType<typeof draft>);
    expect(await worker.getRecord(u, 'draft', 'x')).toEqual({ ...draft('x'), colour: 'green' });
  });
});

describe('a damaged record', () => {
  beforeEach(async () => {
    await worker.putRecords(u, 'draft', drafts(20));
  });
  const spoil = async (id: string, change: (found: SealedRow) => object) =>
    worker.database.table('draft').put({ ...change(await row('draft', id)) });
  const flipped = ({ box }: SealedRow) => box.map((byte, at) => (at === 20 ? byte ^ 1 : byte));

  it('is named, counted in the status, and the rest opens', async () => {
    await spoil('d3', (found) => ({ ...found, box: flipped(found) }));
    await spoil('d4', (found) => ({ ...found, box: 'text' }));
    await spoil('d5', (found) => ({ ...found, keyVersion: 9 }));
    await spoil('d6', (found) => ({ ...found, box: new Uint8Array() }));
    const { records, damaged } = await worker.listRecords(u, 'draft');
    expect(records.length).toBe(16);
    expect(damaged.sort()).toEqual(['d3', 'd4', 'd5', 'd6']);
    expect((await worker.readStatus()).damaged).toEqual({ draft: 4 });
    for (const id of damaged) {
      await expect(worker.getRecord(u, 'draft', id)).rejects.toEqual(
        code('corrupt', { what: 'draft', field: id }),
      );
      await expect(worker.transact(u, ['draft'], (tx) => tx.get('draft', id))).rejects.toEqual(
        code('corrupt', { field: id }),
      );
    }
    const inside = await worker.transact(u, ['draft'], (tx) => tx.list('draft'));
    expect([inside.records.length, inside.damaged.length]).toEqual([16, 4]);
    for (const id of damaged) await worker.putRecord(u, 'draft', draft(id));
    expect((await worker.listRecords(u, 'draft')).damaged).toEqual([]);
    expect((await worker.readStatus()).damaged).toEqual({});
  });

  it.each([
    ['under another id', (found: SealedRow) => ({ ...found, id: 'moved' }), 'moved'],
    ['under another record’s id', (found: SealedRow) => ({ ...found, id: 'd2' }), 'd2'],
  ])('is one that was put %s', async (_where, move, id) => {
    await spoil('d1', move);
    expect((await worker.listRecords(u, 'draft')).damaged).toEqual([id]);
    await expect(worker.getRecord(u, 'draft', id)).rejects.toEqual(code('corrupt'));
  });

  it('is one that was put into another table', async () => {
    await worker.database.sealed('secret').put(await row('draft', 'd1'));
    expect((await worker.listRecords(u, 'secret')).damaged).toEqual(['d1']);
  });

  it('is one of another vault', async () => {
    const foreign = await row('draft', 'd1');
    await worker.eraseVault();
    const next = await worker.createVault(PASSPHRASE, CHEAP);
    await worker.database.sealed('draft').put(foreign);
    expect((await worker.listRecords(next, 'draft')).damaged).toEqual(['d1']);
  });

  it('is one whose inside is of another kind', async () => {
    await worker.putRecord(u, 'draft', { id: 'odd', value: 7 } as unknown as ReturnType<typeof draft>);
    expect((await worker.listRecords(u, 'draft')).damaged).toEqual(['odd']);
  });

  it('does not keep the vault shut when it is the key of ids', async () => {
    await worker.database.sealed('secret').update('id-key', { box: new Uint8Array(40) });
    await worker.lockVault();
    u = await worker.unlockVault(PASSPHRASE);
    expect((await worker.listRecords(u, 'draft')).records.length).toBe(20);
    expect(() => worker.recordId(u, 'a')).toThrow(code('corrupt', { what: 'id-key' }));
  });
});

describe('a transaction', () => {
  it('happens whole or not at all', async () => {
    await worker.putRecords(u, 'draft', drafts(3));
    const broken = worker.transact(u, ['draft', 'mute'], async (tx) => {
      await tx.put('draft', draft('d0', 'changed'));
      await tx.remove('draft', 'd1');
      await tx.put('mute', { id: 'm', site: 'shop.example', until: null });
      throw new Error('changed my mind');
    });
    await expect(broken).rejects.toThrow('changed my mind');
    expect((await worker.listRecords(u, 'draft')).records.sort((a, b) => a.id.localeCompare(b.id))).toEqual(
      drafts(3),
    );
    expect((await worker.listRecords(u, 'mute')).records).toEqual([]);
  });

  it('loses no update when many read and write the same record', async () => {
    await worker.putRecord(u, 'draft', draft('n', '0'));
    const add = () =>
      worker.transact(u, ['draft'], async (tx) => {
        const { value } = (await tx.get('draft', 'n')) ?? draft('n', '0');
        await tx.put('draft', draft('n', String(Number(value) + 1)));
      });
    await Promise.all(Array.from({ length: 20 }, add));
    expect(await worker.getRecord(u, 'draft', 'n')).toEqual(draft('n', '20'));
  });

  it('meets a full disk with that word and leaves everything as it was', async () => {
    await worker.putRecord(u, 'draft', draft('x', 'before'));
    const emptied = fillDisk();
    await expect(worker.putRecord(u, 'draft', draft('x', 'after'))).rejects.toEqual(code('disk-full'));
    await expect(worker.putRecords(u, 'draft', drafts(3))).rejects.toEqual(code('disk-full'));
    emptied();
    expect((await worker.listRecords(u, 'draft')).records).toEqual([draft('x', 'before')]);
  });
});

describe('blind tags', () => {
  it('find and count the records of a site, also while locked and after the worker died', async () => {
    const tag = await worker.siteTag('shop.example');
    await worker.putRecord(u, 'mute', { id: 'm1', site: 'shop.example', until: null }, tag);
    await worker.putRecords(u, 'mute', [{ id: 'm2', site: 'shop.example', until: 5 }], tag);
    await worker.putRecord(
      u,
      'mute',
      { id: 'm3', site: 'other.example', until: null },
      await worker.siteTag('other.example'),
    );
    expect((await worker.listTagged(u, 'mute', tag)).records.map(({ id }) => id)).toEqual(['m1', 'm2']);
    await worker.lockVault();
    worker = await startWorker();
    expect(await worker.countTagged('mute', await worker.siteTag('shop.example'))).toBe(2);
    expect(await worker.countTagged('mute', await worker.siteTag('third.example'))).toBe(0);
  });

  it('stay when a record is changed without one, go with null, and survive a new vault key', async () => {
    const tag = await worker.siteTag('shop.example');
    const mute = { id: 'm', site: 'shop.example', until: null };
    await worker.putRecord(u, 'mute', mute, tag);
    await worker.putRecord(u, 'mute', { ...mute, until: 1 });
    await worker.putRecords(u, 'mute', [{ ...mute, until: 2 }]);
    u = await worker.startRekey(u, PASSPHRASE);
    await worker.continueRekey(u, ignore, never);
    expect(await worker.countTagged('mute', tag)).toBe(1);
    await worker.putRecord(u, 'mute', mute, null);
    expect(await worker.countTagged('mute', tag)).toBe(0);
  });

  it('can be forgotten, records staying as they are', async () => {
    const tag = await worker.siteTag('shop.example');
    await worker.putRecord(u, 'mute', { id: 'm', site: 'shop.example', until: null }, tag);
    await worker.forgetTags();
    expect(await worker.countTagged('mute', tag)).toBe(0);
    expect((await worker.listRecords(u, 'mute')).records.length).toBe(1);
    expect(await worker.siteTag('shop.example')).not.toBe(tag);
  });

  it('come from one key, even when two ask first at once, and one that cannot be read out', async () => {
    await worker.forgetTags();
    const tags = await Promise.all([
      worker.siteTag('a.example'),
      worker.siteTag('a.example'),
      (await startWorker()).siteTag('a.example'),
    ]);
    expect(new Set(tags).size).toBe(1);
    const device = await worker.database.device.get('tag-key');
    expect(device?.key.extractable).toBe(false);
  });
});

describe('ids', () => {
  it('are the same for the same parts, and keyed', async () => {
    const id = worker.recordId(u, 'ab', 'c');
    expect(worker.recordId(u, 'ab', 'c')).toBe(id);
    expect(worker.recordId(u, 'a', 'bc')).not.toBe(id);
    expect(new Set(Array.from({ length: 100 }, () => worker.newId())).size).toBe(100);
    await worker.eraseVault();
    expect(worker.recordId(await worker.createVault(PASSPHRASE, CHEAP), 'ab', 'c')).not.toBe(id);
  });
});

describe('the disk', () => {
  const address: Address = {
    id: 'random',
    accountId: 'account',
    kind: 'alias',
    email: 'canary-email@mail.example',
    remoteId: 'canary-remote',
    site: 'canary-site.example',
    label: 'canary-label',
    note: 'canary-note',
    persona: null,
    active: true,
    createdAt: 1,
    updatedAt: 1,
    usedAt: null,
  };

  it('is never given anything readable, even for an instant', async () => {
    const { put, add } = IDBObjectStore.prototype;
    let written = '';
    const look = (value: unknown) => {
      written += JSON.stringify(value, (_key, part) =>
        part instanceof Uint8Array ? Buffer.from(part).toString('latin1') : part,
      );
    };
    IDBObjectStore.prototype.put = function (...args) {
      look(args[0]);
      return put.apply(this, args);
    };
    IDBObjectStore.prototype.add = function (...args) {
      look(args[0]);
      return add.apply(this, args);
    };
    try {
      look('canary-control');
      const tag = await worker.siteTag('canary-site.example');
      await worker.putRecord(u, 'address', address, tag);
      await worker.putRecords(u, 'address', [{ ...address, id: 'second' }]);
      await worker.putRecord(u, 'draft', draft('menu', 'canary-draft'));
      await worker.changePassphrase(PASSPHRASE, 'canary-passphrase', CHEAP);
      u = await worker.startRekey(u, 'canary-passphrase');
      await worker.continueRekey(u, ignore, never);
      await worker.lockVault();
      await worker.unlockVault('canary-passphrase');
    } finally {
      IDBObjectStore.prototype.put = put;
      IDBObjectStore.prototype.add = add;
    }
    expect(written.match(/canary-\w+/g)).toEqual(['canary-control']);
    expect(written.length).toBeGreaterThan(1000);
  });

  it('shows lengths in coarse steps only', async () => {
    const lengths = new Set<number>();
    for (let length = 0; length < 90; length++) {
      await worker.putRecord(u, 'draft', draft('menu', 'x'.repeat(length)));
      lengths.add((await row('draft', 'menu')).box.length);
    }
    expect([...lengths]).toEqual([1 + 12 + 128 + 16]);
  });
});
