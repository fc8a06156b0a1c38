// Merging a listing, one address at a time: what comes in, what is changed, what is switched off and what is left alone.
// What holds of every listing is in merge-properties.test.ts.
import { describe, expect, test } from 'vitest';
import type { Address } from '../../../lib/model.ts';
import type { RemoteAddress } from '../../../lib/providers/provider.ts';
import { mergeRemote } from '../../../lib/sync/merge.ts';
import { context, stored } from './merge-context.ts';

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
