// Closing the vault over a real store and session: for every worker and window at once, by a deadline that moves on with
// use, and by any session that is not understood.
import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from '../../../lib/platform.ts';
import { code } from './errors.ts';
import { CHEAP, PASSPHRASE, startFresh, startWorker, type Worker } from './worker.ts';

const MINUTE = 60_000;
let worker: Worker;

beforeEach(async () => {
  worker = await startFresh();
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

  it('is told by a peek as by the status, in every state and past the deadline', async () => {
    expect(await worker.peekVault()).toEqual({ state: 'empty', u: null });
    const u = await worker.createVault(PASSPHRASE, CHEAP);
    await worker.putRecord(u, 'draft', { id: 'x', value: 'kept' });
    const open = await worker.peekVault();
    expect(open.state).toBe('unlocked');
    if (open.u) expect(await worker.getRecord(open.u, 'draft', 'x')).toMatchObject({ value: 'kept' });
    const { lockAt } = await worker.readStatus();
    expect(await worker.peekVault(lockAt ?? 0)).toEqual({ state: 'locked', u: null });
    expect(await browser.storage.session.get(null)).toEqual({});
    expect((await worker.readStatus()).state).toBe('locked');
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
