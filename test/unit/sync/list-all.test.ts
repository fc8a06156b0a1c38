// Reading a listing to its end, where the server never says that it is one. Leans on services in memory; what is done with the
// items is pull.test.ts.
import { describe, expect, test } from 'vitest';
import type { IdentitySlot } from '../../../lib/providers/provider.ts';
import { listAll } from '../../../lib/sync/pull.ts';
import { item, serviceOf } from './services.ts';

describe('listings without an end', () => {
  const { identities } = serviceOf([]);

  test('the same page again and again is read twice at most', async () => {
    let pages = 0;
    const list: IdentitySlot['list'] = async (offset) => {
      pages += 1;
      return { items: [item('r1')], next: offset + 1 };
    };
    expect(new Set((await listAll({ ...identities, list })).map(({ remoteId }) => remoteId))).toEqual(
      new Set(['r1']),
    );
    expect(pages).toBe(2);
  });

  test('a next page that is not further on is the end', async () => {
    const list: IdentitySlot['list'] = async () => ({ items: [item(crypto.randomUUID())], next: 0 });
    expect(await listAll({ ...identities, list })).toHaveLength(1);
  });

  test('ever new items are a broken server', async () => {
    const list: IdentitySlot['list'] = async (offset) => ({ items: [item(`r${offset}`)], next: offset + 1 });
    await expect(listAll({ ...identities, list })).rejects.toMatchObject({ code: 'malformed' });
  });
});
