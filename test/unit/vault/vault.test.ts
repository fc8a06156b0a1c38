// A vault's beginning, opening and end over a real store and session: creating, unlocking, erasing, workers that die in
// between and disks that are full. Closing is in locking.test.ts, another passphrase in passphrase.test.ts.
import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from '../../../lib/platform.ts';
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

const MINUTE = 60_000;
let worker: Worker;

beforeEach(async () => {
  worker = await startFresh();
});

describe('creating', () => {
  it('leaves the vault unlocked, with a deadline from the settings', async () => {
    const before = Date.now();
    await worker.createVault(PASSPHRASE, CHEAP);
    const status = await worker.readStatus();
    expect(status).toMatchObject({ state: 'unlocked', rekey: null, damaged: {} });
    expect(status.lockAt).toBeGreaterThanOrEqual(before + 15 * MINUTE);
  });

  it('refuses a second vault, also when two are made at once', async () => {
    const [one, other] = await Promise.allSettled([
      worker.createVault(PASSPHRASE, CHEAP),
      worker.createVault(OTHER_PASSPHRASE, CHEAP),
    ]);
    expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected']);
    await expect(worker.createVault(PASSPHRASE, CHEAP)).rejects.toEqual(code('vault-exists'));
    await worker.lockVault();
    await expect(worker.createVault(PASSPHRASE, CHEAP)).rejects.toEqual(code('vault-exists'));
  });

  it.each(['', '1234567', 'password1', 'aaaaaaaaaaaaaaa', 'abcdefghijkl'])(
    'refuses %j as too weak',
    async (weak) => {
      await expect(worker.createVault(weak, CHEAP)).rejects.toEqual(code('weak-passphrase'));
      expect((await worker.readStatus()).state).toBe('empty');
    },
  );

  it('uses 64 MiB and three passes where no other cost is asked for', async () => {
    await worker.createVault(PASSPHRASE);
    expect(await worker.database.header.get('vault')).toMatchObject({
      value: { passphrase: { kdf: { m: 65536, t: 3, p: 1 } } },
    });
  });

  it('killed at any effect leaves no vault, or one that the passphrase opens', async () => {
    for (let nth = 0, done = false; !done; nth++) {
      worker = await startFresh();
      const death = killAt(nth);
      done = await worker.createVault(PASSPHRASE, CHEAP).then(
        () => true,
        () => false,
      );
      death.end();
      worker = await startWorker();
      if ((await worker.readStatus()).state === 'empty') await worker.createVault(PASSPHRASE, CHEAP);
      const u = await worker.unlockVault(PASSPHRASE);
      expect(worker.recordId(u, 'a')).toMatch(/^[\w-]{22}$/);
      if (done) expect(nth).toBeGreaterThan(1);
    }
  });
});

describe('unlocking', () => {
  it('needs the right passphrase', async () => {
    await expect(worker.unlockVault(PASSPHRASE)).rejects.toEqual(code('no-vault'));
    await worker.createVault(PASSPHRASE, CHEAP);
    await worker.lockVault();
    for (const wrong of ['', `${PASSPHRASE} `, PASSPHRASE.toUpperCase(), OTHER_PASSPHRASE]) {
      await expect(worker.unlockVault(wrong)).rejects.toEqual(code('wrong-passphrase'));
      expect((await worker.readStatus()).state).toBe('locked');
    }
    await worker.unlockVault(PASSPHRASE);
    expect((await worker.readStatus()).state).toBe('unlocked');
  });

  it('tells a damaged header from a wrong passphrase, and still lets it be erased', async () => {
    await worker.createVault(PASSPHRASE, CHEAP);
    await worker.lockVault();
    const row = await worker.database.header.get('vault');
    const text = JSON.stringify(row?.value, (_key, value) =>
      value instanceof Uint8Array ? Array.from(value) : value,
    );
    for (const damaged of [
      null,
      {},
      { ...Object(row?.value), keyVersion: 2 },
      { ...Object(row?.value), vaultId: 'x' },
      JSON.parse(text),
    ]) {
      await worker.database.header.put({ id: 'vault', value: damaged });
      await expect(worker.unlockVault(PASSPHRASE)).rejects.toEqual(code('corrupt'));
      expect(await worker.readStatus()).toMatchObject({ state: 'locked', damaged: { header: 1 } });
      await expect(worker.createVault(PASSPHRASE, CHEAP)).rejects.toEqual(code('vault-exists'));
    }
    await worker.eraseVault();
    expect((await worker.readStatus()).state).toBe('empty');
  });

  it('is overtaken by an erasure that happens while the key is derived', async () => {
    await worker.createVault(PASSPHRASE, CHEAP);
    await worker.lockVault();
    const unlocking = worker.unlockVault(PASSPHRASE);
    await worker.eraseVault();
    await expect(unlocking).rejects.toEqual(code('no-vault'));
    expect(await worker.readStatus()).toMatchObject({ state: 'empty' });
  });
});

describe('erasing', () => {
  it('leaves no row, no key and no session, and a new vault can be made', async () => {
    const u = await worker.createVault(PASSPHRASE, CHEAP);
    const tag = await worker.siteTag('shop.example');
    await worker.putRecord(u, 'mute', { id: 'm', site: 'shop.example', until: null }, tag);
    await worker.eraseVault();
    for (const table of worker.database.tables)
      expect([table.name, await table.count()]).toEqual([table.name, 0]);
    expect(await browser.storage.session.get(null)).toEqual({});
    expect(await worker.siteTag('shop.example')).not.toBe(tag);
    await expect(worker.requireUnlocked()).rejects.toEqual(code('no-vault'));
    await worker.createVault(OTHER_PASSPHRASE, CHEAP);
  });

  it('leaves nothing to be written by an action that began before', async () => {
    const u = await worker.createVault(PASSPHRASE, CHEAP);
    await worker.eraseVault();
    await expect(worker.putRecord(u, 'draft', { id: 'x', value: '1' })).rejects.toEqual(code('no-vault'));
    await worker.createVault(PASSPHRASE, CHEAP);
    await expect(worker.putRecord(u, 'draft', { id: 'x', value: '1' })).rejects.toEqual(code('locked'));
    await expect(worker.putRecords(u, 'draft', [{ id: 'x', value: '1' }])).rejects.toEqual(code('locked'));
    expect((await worker.listRecords(await worker.requireUnlocked(), 'draft')).records).toEqual([]);
  });
});

it('says so when the disk is full, and makes half of nothing', async () => {
  const emptied = fillDisk();
  await expect(worker.createVault(PASSPHRASE, CHEAP)).rejects.toEqual(code('disk-full'));
  emptied();
  expect((await worker.readStatus()).state).toBe('empty');
  await worker.createVault(PASSPHRASE, CHEAP);
});
