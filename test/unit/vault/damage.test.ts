// Records that were damaged, moved or brought from elsewhere, in a real store: each is named and counted, none opens, and the
// rest of the vault stays as usable as before.
import { beforeEach, describe, expect, it } from 'vitest';
import type { SealedRow } from '../../../lib/store/rows.ts';
import { draft, drafts, sealedDraft } from './drafts.ts';
import { code } from './errors.ts';
import { CHEAP, PASSPHRASE, startFresh, type Worker } from './worker.ts';

let worker: Worker;
let u: Awaited<ReturnType<Worker['createVault']>>;

beforeEach(async () => {
  worker = await startFresh();
  u = await worker.createVault(PASSPHRASE, CHEAP);
});

describe('a damaged record', () => {
  beforeEach(async () => {
    await worker.putRecords(u, 'draft', drafts(20));
  });
  const spoil = async (id: string, change: (found: SealedRow) => object) =>
    worker.database.table('draft').put({ ...change(await sealedDraft(worker, id)) });
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
    await worker.database.sealed('secret').put(await sealedDraft(worker, 'd1'));
    expect((await worker.listRecords(u, 'secret')).damaged).toEqual(['d1']);
  });

  it('is one of another vault', async () => {
    const foreign = await sealedDraft(worker, 'd1');
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
