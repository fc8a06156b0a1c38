// Merging a listing: nothing local is ever lost, doing it twice changes nothing, and what the server leaves out stays known.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Address } from '../../../lib/model.ts';
import type { RemoteAddress } from '../../../lib/providers/provider.ts';
import { type Merge, type MergeContext, mergeRemote } from '../../../lib/sync/merge.ts';

const context = (more: Partial<MergeContext> = {}): MergeContext => ({
  accountId: 'acc',
  now: 2000,
  since: 1900,
  before: new Set(),
  gone: new Set(),
  idOf: (remoteId) => `id of ${remoteId}`,
  ...more,
});

const kept: Address = {
  id: 'id of r1',
  accountId: 'acc',
  kind: 'identity',
  email: 'ana@aliaskit.com',
  remoteId: 'r1',
  site: 'shop.example',
  label: 'Shop',
  note: 'a note',
  persona: { name: 'Ana', phone: '+12025550123', birthDate: '1988-02-29', metadata: { team: 'qa' } },
  active: true,
  createdAt: 1000,
  updatedAt: 1000,
  usedAt: 1500,
};
const listed: RemoteAddress = {
  remoteId: 'r1',
  email: 'ana@aliaskit.com',
  kind: 'identity',
  active: true,
  persona: { name: 'Ana' },
  createdAt: 1000,
  updatedAt: null,
};

/** The vault after a merge was stored. */
function stored(local: readonly Address[], { added, changed, removed }: Merge): Address[] {
  const rows = new Map(local.map((address) => [address.id, address]));
  for (const address of [...added, ...changed, ...removed]) rows.set(address.id, address);
  return [...rows.values()];
}

describe('one address', () => {
  test('unknown here comes in whole, tied to no site', () => {
    const merge = mergeRemote(
      [],
      [{ ...listed, persona: { name: 'Ana', phone: '+12025550123' } }],
      context(),
    );
    expect(merge).toEqual({
      added: [
        {
          ...kept,
          site: null,
          label: '',
          note: '',
          usedAt: null,
          updatedAt: 2000,
          persona: { name: 'Ana', phone: '+12025550123', birthDate: null, metadata: {} },
        },
      ],
      changed: [],
      removed: [],
    });
  });

  test.each([
    ['left out', { name: 'Ana' }],
    ['null', { name: 'Ana', phone: null, birthDate: null }],
    ['no persona at all', null],
  ])('known here keeps what the summary does not say: %s', (_name, persona) => {
    expect(mergeRemote([kept], [{ ...listed, persona }], context())).toEqual({
      added: [],
      changed: [],
      removed: [],
    });
  });

  test('changed there is changed here, and nothing else of it', () => {
    const { changed } = mergeRemote(
      [kept],
      [{ ...listed, active: false, persona: { name: 'Bo' } }],
      context(),
    );
    expect(changed).toEqual([
      { ...kept, active: false, persona: { ...kept.persona, name: 'Bo' }, updatedAt: 2000 },
    ]);
  });

  test('gone there is switched off here and keeps all that was written; back there it is on again', () => {
    const gone = mergeRemote([kept], [], context({ gone: new Set(['r1']) }));
    expect(gone).toEqual({ added: [], changed: [], removed: [{ ...kept, active: false, updatedAt: 2000 }] });
    const off = stored([kept], gone);
    expect(mergeRemote(off, [], context({ gone: new Set(['r1']) })).removed).toEqual([]);
    const back = mergeRemote(off, [listed], context({ now: 4000, since: 3000 }));
    expect(back.changed).toEqual([{ ...kept, active: true, updatedAt: 4000 }]);
  });

  test('not listed and not known to be gone is left alone', () => {
    expect(mergeRemote([kept], [], context())).toEqual({ added: [], changed: [], removed: [] });
  });

  test('deleted here while the pages came in does not come back', () => {
    expect(mergeRemote([], [listed], context({ before: new Set(['r1']) })).added).toEqual([]);
  });

  test('edited here while the pages came in stays as edited', () => {
    const edited = {
      ...kept,
      updatedAt: 1950,
      persona: { ...listed.persona, ...kept.persona, name: 'New' },
    } as Address;
    expect(mergeRemote([edited], [listed], context()).changed).toEqual([]);
    expect(mergeRemote([edited], [listed], context({ now: 4000, since: 3000 })).changed).toHaveLength(1);
  });

  test('on two pages comes in once, as it was seen last', () => {
    const { added } = mergeRemote([], [listed, { ...listed, active: false }], context());
    expect(added.map(({ active }) => active)).toEqual([false]);
  });

  test('of another account is nobody of ours, even under the same id', () => {
    const foreign = { ...kept, id: 'elsewhere', accountId: 'other' };
    const merge = mergeRemote([foreign], [{ ...listed, active: false }], context({ gone: new Set(['r1']) }));
    expect(merge).toMatchObject({ added: [{ id: 'id of r1', accountId: 'acc' }], changed: [], removed: [] });
  });

  test('metadata with its members in another order is no change', () => {
    const known = {
      ...kept,
      persona: { name: 'Ana', phone: null, birthDate: null, metadata: { a: 1, b: [{ c: 2 }] } },
    };
    const item = { ...listed, persona: { metadata: { b: [{ c: 2 }], a: 1 } } };
    expect(mergeRemote([known], [item], context()).changed).toEqual([]);
  });
});

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
