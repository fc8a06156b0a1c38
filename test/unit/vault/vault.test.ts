// Opening and closing the vault over a real store and session: passphrases, deadlines, workers that die, erasing.
import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from '../../../lib/platform.ts';
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

const code = (value: string) => expect.objectContaining({ code: value });
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

describe('locking', () => {
  it('closes the vault for every worker and window, and keeps no key anywhere', async () => {
    const u = await worker.createVault(PASSPHRASE, CHEAP);
    await worker.putRecord(u, 'draft', { id: 'x', value: 'kept' });
    const second = await startWorker();
    await second.requireUnlocked();
    await worker.lockVault();
    await expect(second.requireUnlocked()).rejects.toEqual(code('locked'));
    await expect(worker.requireUnlocked()).rejects.toEqual(code('locked'));
    expect(await browser.storage.session.get(null)).toEqual({});
    expect(await browser.storage.local.get(null)).toEqual({});
  });

  it('is not undone by the death of the worker, nor is being unlocked', async () => {
    const u = await worker.createVault(PASSPHRASE, CHEAP);
    await worker.putRecord(u, 'draft', { id: 'x', value: 'kept' });
    const id = worker.recordId(u, 'a', 'b');
    worker = await startWorker();
    const again = await worker.requireUnlocked();
    expect(await worker.getRecord(again, 'draft', 'x')).toEqual({ id: 'x', value: 'kept' });
    expect(worker.recordId(again, 'a', 'b')).toBe(id);
    await worker.lockVault();
    worker = await startWorker();
    await expect(worker.requireUnlocked()).rejects.toEqual(code('locked'));
  });

  it('says that there is no vault where there is none', async () => {
    await expect(worker.requireUnlocked()).rejects.toEqual(code('no-vault'));
    await worker.lockVault();
    await worker.eraseVault();
    expect(await worker.readStatus()).toEqual({ state: 'empty', lockAt: null, rekey: null, damaged: {} });
  });

  it('accepts nothing that only looks like an open vault', async () => {
    const forged = Object.freeze({}) as Awaited<ReturnType<Worker['requireUnlocked']>>;
    await worker.createVault(PASSPHRASE, CHEAP);
    await expect(worker.putRecord(forged, 'draft', { id: 'x', value: '' })).rejects.toEqual(code('locked'));
    const clone = structuredClone(await worker.requireUnlocked());
    await expect(worker.listRecords(clone, 'secret')).rejects.toEqual(code('locked'));
    expect(JSON.stringify(await worker.requireUnlocked())).toBe('{}');
  });

  it.each([
    [
      'keys that are no base64',
      { 'vault.keys': { vaultId: 'v', keys: [{ version: 1, key: '%' }], idKey: null } },
    ],
    ['keys of another form', { 'vault.keys': 'open sesame' }],
    ['no keys', { 'vault.keys': { vaultId: 'v', keys: [], idKey: null } }],
    ['a deadline that is none', { 'vault.deadline': 'whenever' }],
  ])('is how a session with %s is understood', async (_what, entry) => {
    await worker.createVault(PASSPHRASE, CHEAP);
    await browser.storage.session.set(entry);
    await expect(worker.requireUnlocked()).rejects.toEqual(code('locked'));
    await worker.unlockVault(PASSPHRASE);
    await worker.requireUnlocked();
  });

  it('is how keys without a deadline are understood', async () => {
    await worker.createVault(PASSPHRASE, CHEAP);
    await browser.storage.session.remove('vault.deadline');
    await expect(worker.requireUnlocked()).rejects.toEqual(code('locked'));
  });
});

describe('the deadline', () => {
  beforeEach(async () => {
    await worker.createVault(PASSPHRASE, CHEAP);
  });
  const lockAt = async () => (await worker.readStatus()).lockAt ?? Number.NaN;

  it('locks at its moment, not before', async () => {
    const due = await lockAt();
    await worker.requireUnlocked(due - 1);
    await expect(worker.requireUnlocked(due)).rejects.toEqual(code('locked'));
    expect(await browser.storage.session.get(null)).toEqual({});
  });

  it('locks a status that is asked for late', async () => {
    expect(await worker.readStatus((await lockAt()) + 1)).toMatchObject({ state: 'locked', lockAt: null });
  });

  it('moves on when touched, and survives the worker', async () => {
    const now = Date.now() + 5 * MINUTE;
    await worker.touchDeadline(now);
    worker = await startWorker();
    expect(await lockAt()).toBe(now + 15 * MINUTE);
  });

  it('is not revived once it has passed', async () => {
    await worker.touchDeadline((await lockAt()) + 1);
    await expect(worker.requireUnlocked()).rejects.toEqual(code('locked'));
    await worker.touchDeadline();
    expect((await worker.readStatus()).state).toBe('locked');
    expect(await browser.storage.session.get(null)).toEqual({});
  });

  it('follows the setting; 0 is none', async () => {
    const now = Date.now();
    await worker.writeSettings({ autoLockMinutes: 1 });
    await worker.touchDeadline(now);
    expect(await lockAt()).toBe(now + MINUTE);
    await worker.writeSettings({ autoLockMinutes: 0 });
    await worker.touchDeadline(now);
    expect((await worker.readStatus()).lockAt).toBeNull();
    await worker.requireUnlocked(now + 1000 * 24 * 60 * MINUTE);
  });
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
