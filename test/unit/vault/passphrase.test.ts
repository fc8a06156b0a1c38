// Another passphrase over a real store: afterwards exactly one of the two is valid, whatever happened in between, and no
// record is lost.
import { beforeEach, describe, expect, it } from 'vitest';
import { code } from './errors.ts';
import {
  CHEAP,
  fillDisk,
  killAt,
  OTHER_PASSPHRASE,
  PASSPHRASE,
  startFresh,
  startWorker,
  type Worker,
} from './worker.ts';

let worker: Worker;

beforeEach(async () => {
  worker = await startFresh();
});

describe('changing the passphrase', () => {
  it('replaces the old one, keeps the records, and works while locked', async () => {
    const u = await worker.createVault(PASSPHRASE, CHEAP);
    await worker.putRecord(u, 'draft', { id: 'x', value: 'kept' });
    await worker.lockVault();
    await worker.changePassphrase(PASSPHRASE, OTHER_PASSPHRASE, CHEAP);
    await expect(worker.unlockVault(PASSPHRASE)).rejects.toEqual(code('wrong-passphrase'));
    const again = await worker.unlockVault(OTHER_PASSPHRASE);
    expect(await worker.getRecord(again, 'draft', 'x')).toEqual({ id: 'x', value: 'kept' });
  });

  it.each([
    ['wrong-passphrase', OTHER_PASSPHRASE, 'a new one, long enough'],
    ['weak-passphrase', PASSPHRASE, 'short'],
  ])('refused as %s, changes nothing', async (reason, current, wanted) => {
    await worker.createVault(PASSPHRASE, CHEAP);
    await expect(worker.changePassphrase(current, wanted, CHEAP)).rejects.toEqual(code(reason));
    await worker.unlockVault(PASSPHRASE);
  });

  it('killed or out of disk, leaves exactly the old one valid', async () => {
    await worker.createVault(PASSPHRASE, CHEAP);
    const death = killAt(0);
    await expect(worker.changePassphrase(PASSPHRASE, OTHER_PASSPHRASE, CHEAP)).rejects.toThrow();
    death.end();
    const emptied = fillDisk();
    await expect(worker.changePassphrase(PASSPHRASE, OTHER_PASSPHRASE, CHEAP)).rejects.toEqual(
      code('disk-full'),
    );
    emptied();
    worker = await startWorker();
    await expect(worker.unlockVault(OTHER_PASSPHRASE)).rejects.toEqual(code('wrong-passphrase'));
    await worker.unlockVault(PASSPHRASE);
  });

  it('done twice at once, ends with one of the two', async () => {
    await worker.createVault(PASSPHRASE, CHEAP);
    const wanted = [OTHER_PASSPHRASE, 'marble kettle horizon'];
    const results = await Promise.allSettled(
      wanted.map((one) => worker.changePassphrase(PASSPHRASE, one, CHEAP)),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = wanted[results.findIndex(({ status }) => status === 'fulfilled')];
    await worker.unlockVault(winner ?? '');
  });
});
