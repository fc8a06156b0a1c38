// Records over a real store: what is put comes back, a transaction happens whole or not at all, and nothing readable ever
// reaches the disk. Damage is in damage.test.ts, finding by site in tags.test.ts.
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Address } from '../../../lib/model.ts';
import { draft, drafts, sealedDraft } from './drafts.ts';
import { code } from './errors.ts';
import { CHEAP, fillDisk, ignore, never, PASSPHRASE, startFresh, type Worker } from './worker.ts';

let worker: Worker;
let u: Awaited<ReturnType<Worker['createVault']>>;

beforeEach(async () => {
  worker = await startFresh();
  u = await worker.createVault(PASSPHRASE, CHEAP);
});

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
      lengths.add((await sealedDraft(worker, 'menu')).box.length);
    }
    expect([...lengths]).toEqual([1 + 12 + 128 + 16]);
  });
});
