// Blind tags over a real store: finding and counting a site's records without opening the vault, with a key that never leaves
// the device and can be thrown away.
import { beforeEach, describe, expect, it } from 'vitest';
import { CHEAP, ignore, never, PASSPHRASE, startFresh, startWorker, type Worker } from './worker.ts';

let worker: Worker;
let u: Awaited<ReturnType<Worker['createVault']>>;

beforeEach(async () => {
  worker = await startFresh();
  u = await worker.createVault(PASSPHRASE, CHEAP);
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
