// Merging whatever listing into whatever vault: nothing local is ever lost, doing it twice changes nothing, and what the server
// leaves out stays known. Leans on fast-check; single cases are in merge.test.ts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Address } from '../../../lib/model.ts';
import type { RemoteAddress } from '../../../lib/providers/provider.ts';
import { mergeRemote } from '../../../lib/sync/merge.ts';
import { context, stored } from './merge-context.ts';

const remoteId = fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5');
const text = fc.string({ maxLength: 8 });
const time = fc.integer({ min: 0, max: 1800 });
const persona = fc.record(
  {
    name: text,
    phone: fc.option(text),
    birthDate: fc.option(text),
    metadata: fc.dictionary(text, fc.jsonValue()),
  },
  { requiredKeys: [] },
);
const remote: fc.Arbitrary<RemoteAddress> = fc.record({
  remoteId: fc.option(remoteId, { freq: 9 }),
  email: text,
  kind: fc.constantFrom('alias', 'identity'),
  active: fc.boolean(),
  persona: fc.option(persona),
  createdAt: time,
  updatedAt: fc.option(time),
});
const address: fc.Arbitrary<Address> = fc
  .record({
    accountId: fc.constantFrom('acc', 'acc', 'other'),
    kind: fc.constantFrom<Address['kind']>('alias', 'identity'),
    email: text,
    remoteId: fc.option(remoteId, { freq: 9 }),
    site: fc.option(text),
    label: text,
    note: text,
    persona: fc.option(
      fc.record({
        name: text,
        phone: fc.option(text),
        birthDate: fc.option(text),
        metadata: fc.dictionary(text, fc.jsonValue()),
      }),
    ),
    active: fc.boolean(),
    createdAt: time,
    updatedAt: fc.integer({ min: 0, max: 1999 }),
    usedAt: fc.option(time),
  })
  .map((it) => ({ ...it, id: `${it.accountId === 'acc' ? 'id of ' : 'other '}${it.remoteId ?? it.email}` }));
const locals = fc.uniqueArray(address, { selector: ({ id }) => id, maxLength: 8 });
const remotes = fc.array(remote, { maxLength: 8 });
const ids = fc.uniqueArray(remoteId).map((some) => new Set<string>(some));

describe('whatever is listed', () => {
  test('no address disappears, and nothing that only we know changes', () => {
    fc.assert(
      fc.property(locals, remotes, ids, ids, (local, items, before, gone) => {
        const after = new Map(
          stored(local, mergeRemote(local, items, context({ before, gone }))).map((it) => [it.id, it]),
        );
        for (const { id, accountId, remoteId: theirs, site, label, note, usedAt } of local) {
          expect(after.get(id)).toMatchObject({ accountId, remoteId: theirs, site, label, note, usedAt });
        }
        for (const one of local.filter(({ accountId }) => accountId !== 'acc')) {
          expect(after.get(one.id)).toEqual(one);
        }
      }),
    );
  });

  test('what was known of a person is never forgotten', () => {
    fc.assert(
      fc.property(locals, remotes, (local, items) => {
        const after = stored(local, mergeRemote(local, items, context()));
        for (const { id, persona: known } of local) {
          const now = after.find((it) => it.id === id)?.persona;
          if (known === null) continue;
          expect(now).not.toBeNull();
          if (known.phone !== null) expect(now?.phone).not.toBeNull();
          if (known.birthDate !== null) expect(now?.birthDate).not.toBeNull();
        }
      }),
    );
  });

  test('once is enough', () => {
    fc.assert(
      fc.property(locals, remotes, ids, ids, (local, items, before, gone) => {
        const listedIds = new Set(items.map((item) => item.remoteId));
        const truly = new Set([...gone].filter((id) => !listedIds.has(id)));
        const first = stored(local, mergeRemote(local, items, context({ before, gone: truly })));
        const again = context({ before, gone: truly, since: 5000, now: 6000 });
        const second = stored(first, mergeRemote(first, items, again));
        expect(mergeRemote(second, items, { ...again, since: 7000, now: 8000 })).toEqual({
          added: [],
          changed: [],
          removed: [],
        });
      }),
    );
  });

  test('every listed address is kept afterwards, once, unless it was deleted meanwhile', () => {
    fc.assert(
      fc.property(locals, remotes, ids, (local, items, before) => {
        const after = stored(local, mergeRemote(local, items, context({ before })));
        for (const { remoteId: id } of items) {
          const rows = after.filter((it) => it.accountId === 'acc' && it.remoteId === id && id !== null);
          const had = local.some((it) => it.accountId === 'acc' && it.remoteId === id);
          const due = id !== null && (had || !before.has(id));
          expect(rows).toHaveLength(due ? 1 : 0);
        }
      }),
    );
  });
});
