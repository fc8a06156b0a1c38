// A new vault key under attack: killed at every kind of moment, locked, aborted, written to meanwhile. Nothing may be lost.
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { code } from './errors.ts';
import {
  CHEAP,
  ignore,
  killAt,
  never,
  OTHER_PASSPHRASE,
  PASSPHRASE,
  startFresh,
  startWorker,
  type Worker,
} from './worker.ts';

const drafts = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `d${at}`, value: `text ${at}` }));
const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
let worker: Worker;
let u: Awaited<ReturnType<Worker['createVault']>>;

beforeEach(async () => {
  worker = await startFresh();
  u = await worker.createVault(PASSPHRASE, CHEAP);
});

/** Opens the vault as after a restart of the browser and finishes whatever re-encryption is under way. */
async function restartAndFinish(passphrase = PASSPHRASE): Promise<void> {
  worker = await startWorker();
  await worker.lockVault();
  u = await worker.unlockVault(passphrase);
  await worker.continueRekey(u, ignore, never);
}

async function expectDrafts(count: number): Promise<void> {
  const { records, damaged } = await worker.listRecords(u, 'draft');
  expect(damaged).toEqual([]);
  expect(records.sort(byId)).toEqual(drafts(count).sort(byId));
}

const keyVersions = async (): Promise<number[]> => {
  const rows = await worker.database.sealed('draft').toArray();
  return [...new Set(rows.map(({ keyVersion }) => keyVersion))].sort();
};

it('seals everything anew, tells how far it is, and drops the old key', async () => {
  await worker.putRecords(u, 'draft', drafts(150));
  const id = worker.recordId(u, 'a');
  u = await worker.startRekey(u, PASSPHRASE);
  expect((await worker.readStatus()).rekey).toEqual({ done: 0, total: 151 });
  const seen: number[] = [];
  await worker.continueRekey(u, ({ done }) => seen.push(done), never);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.at(-1)).toBe(151);
  expect((await worker.readStatus()).rekey).toBeNull();
  expect(await keyVersions()).toEqual([2]);
  await restartAndFinish();
  await expectDrafts(150);
  expect(worker.recordId(u, 'a')).toBe(id);
});

it('needs the passphrase, and an open vault', async () => {
  await expect(worker.startRekey(u, OTHER_PASSPHRASE)).rejects.toEqual(code('wrong-passphrase'));
  expect((await worker.readStatus()).rekey).toBeNull();
  const foreign = u;
  await worker.eraseVault();
  u = await worker.createVault(PASSPHRASE, CHEAP);
  await expect(worker.startRekey(foreign, PASSPHRASE)).rejects.toEqual(code('locked'));
  await worker.lockVault();
  await expect(worker.continueRekey(u, ignore, never)).rejects.toEqual(code('locked'));
});

it('does nothing where none is under way', async () => {
  await worker.putRecords(u, 'draft', drafts(3));
  await worker.continueRekey(u, ignore, never);
  expect(await keyVersions()).toEqual([1]);
});

describe('meanwhile', () => {
  it('records of both keys are read and written, by whoever was let in before it began', async () => {
    await worker.putRecords(u, 'draft', drafts(130));
    // One for each use: the first need of the new key would bring it along for the next.
    const before = await Promise.all(Array.from({ length: 7 }, () => worker.requireUnlocked()));
    const stale = () => before.pop() ?? u;
    u = await worker.startRekey(u, PASSPHRASE);
    const stop = new AbortController();
    const half = worker.continueRekey(u, ({ done }) => done > 60 && stop.abort(), stop.signal);
    await expect(half).rejects.toThrow();
    expect(await keyVersions()).toEqual([1, 2]);
    await worker.putRecord(stale(), 'draft', { id: 'd3', value: 'text 3' });
    await worker.putRecords(stale(), 'draft', [{ id: 'd130', value: 'text 130' }]);
    expect(await worker.getRecord(stale(), 'draft', 'd0')).toEqual({ id: 'd0', value: 'text 0' });
    expect((await worker.listRecords(stale(), 'draft')).records.length).toBe(131);
    expect(await worker.transact(stale(), ['draft'], async (tx) => (await tx.list('draft')).damaged)).toEqual(
      [],
    );
    await worker.continueRekey(u, ignore, never);
    await worker.putRecord(stale(), 'draft', { id: 'd131', value: 'text 131' });
    await worker.putRecords(stale(), 'draft', [{ id: 'd132', value: 'text 132' }]);
    await restartAndFinish();
    await expectDrafts(133);
  });

  it('a record written under the old key at the last moment is taken along', async () => {
    await worker.putRecords(u, 'draft', drafts(3));
    const late = await worker.database.sealed('draft').get('d1');
    u = await worker.startRekey(u, PASSPHRASE);
    let written: PromiseLike<unknown> = Promise.resolve();
    await worker.continueRekey(
      u,
      ({ done, total }) => {
        if (late !== undefined && done === total) written = worker.database.sealed('draft').put(late);
      },
      never,
    );
    await written;
    expect(await keyVersions()).toEqual([2]);
    await restartAndFinish();
    await expectDrafts(3);
  });

  it('a lock that comes before the new key is told to the session is not undone', async () => {
    await worker.putRecords(u, 'draft', drafts(3));
    const starting = worker.startRekey(u, PASSPHRASE);
    await worker.lockVault();
    await expect(starting).rejects.toEqual(code('locked'));
    expect((await worker.readStatus()).state).toBe('locked');
    await restartAndFinish();
    await expectDrafts(3);
  });

  it('the passphrase can be changed, and a second new key be asked for', async () => {
    await worker.putRecords(u, 'draft', drafts(70));
    u = await worker.startRekey(u, PASSPHRASE);
    await worker.changePassphrase(PASSPHRASE, OTHER_PASSPHRASE, CHEAP);
    u = await worker.startRekey(u, OTHER_PASSPHRASE);
    await restartAndFinish(OTHER_PASSPHRASE);
    await expectDrafts(70);
    expect(await keyVersions()).toEqual([3]);
    await expect(worker.unlockVault(PASSPHRASE)).rejects.toEqual(code('wrong-passphrase'));
  });

  it('a lock stops it, and it stays locked', async () => {
    await worker.putRecords(u, 'draft', drafts(200));
    u = await worker.startRekey(u, PASSPHRASE);
    let locking = Promise.resolve();
    const running = worker.continueRekey(
      u,
      () => {
        locking = worker.lockVault();
      },
      never,
    );
    await expect(running).rejects.toEqual(code('locked'));
    await locking;
    expect((await worker.readStatus()).state).toBe('locked');
    await restartAndFinish();
    await expectDrafts(200);
  });

  it('records are added, changed and removed at any moment, and none is lost', async () => {
    await worker.putRecords(u, 'draft', drafts(100));
    u = await worker.startRekey(u, PASSPHRASE);
    let others: Promise<unknown>[] = [];
    await worker.continueRekey(
      u,
      ({ done }) => {
        others = [
          ...others,
          worker.putRecord(u, 'draft', {
            id: `d${100 + others.length}`,
            value: `text ${100 + others.length}`,
          }),
          worker.putRecord(u, 'draft', { id: `d${done}`, value: `text ${done}` }),
        ];
      },
      never,
    );
    await Promise.all(others);
    await restartAndFinish();
    const { records, damaged } = await worker.listRecords(u, 'draft');
    expect(damaged).toEqual([]);
    const expected = new Set(drafts(100).map(({ id }) => id));
    for (const id of expected) expect(records.map((record) => record.id)).toContain(id);
  });
});

it('leaves damaged records as they are, and ends', async () => {
  // More than a batch of them in a row must not make it go round in circles.
  await worker.putRecords(u, 'draft', drafts(140));
  const spoilt = drafts(140).flatMap(({ id }, at) => (at % 2 === 0 || at > 125 ? [id] : []));
  expect(spoilt.length).toBeGreaterThan(70);
  for (const id of spoilt) {
    await worker.database.sealed('draft').update(id, { box: new Uint8Array(40) });
  }
  u = await worker.startRekey(u, PASSPHRASE);
  await worker.continueRekey(u, ignore, never);
  expect((await worker.readStatus()).rekey).toBeNull();
  const { records, damaged } = await worker.listRecords(u, 'draft');
  expect(records.length).toBe(140 - spoilt.length);
  expect(damaged.sort()).toEqual(spoilt.sort());
});

it('aborted after any batch and taken up again, loses nothing', async () => {
  await worker.putRecords(u, 'draft', drafts(200));
  u = await worker.startRekey(u, PASSPHRASE);
  for (let steps = 1, ended = false; !ended; steps++) {
    const stop = new AbortController();
    let left = steps;
    ended = await worker
      .continueRekey(u, () => --left === 0 && stop.abort(), stop.signal)
      .then(
        () => true,
        () => false,
      );
    worker = await startWorker();
    u = await worker.requireUnlocked();
    await expectDrafts(200);
  }
  await restartAndFinish();
  await expectDrafts(200);
});

it('killed at any write and taken up at the next unlock, loses nothing and leaves one key', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(90), async (nth) => {
      worker = await startFresh();
      u = await worker.createVault(PASSPHRASE, CHEAP);
      await worker.putRecords(u, 'draft', drafts(80));
      const death = killAt(nth);
      const started = await worker.startRekey(u, PASSPHRASE).catch(ignore);
      if (started !== undefined) await worker.continueRekey(started, ignore, never).catch(ignore);
      death.end();
      // The session outlives the worker: first as it left things, then after the browser was closed as well.
      worker = await startWorker();
      u = await worker.requireUnlocked();
      await expectDrafts(80);
      await worker.putRecord(u, 'draft', { id: 'd80', value: 'text 80' });
      await restartAndFinish();
      await expectDrafts(81);
      expect((await worker.readStatus()).rekey).toBeNull();
      expect((await keyVersions()).length).toBe(1);
    }),
    { numRuns: 14, examples: [[0], [1], [2], [40], [81], [82], [83], [84], [85]] },
  );
});
