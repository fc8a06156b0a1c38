// One row by one: what a box is bound to, and that opening at once and opening in bulk agree on it.
import { expect, it } from 'vitest';
import { seal } from '../../../lib/crypto/box.ts';
import { utf8 } from '../../../lib/crypto/bytes.ts';
import { contextOf, openRow, openRows, sealRow, sealRows } from '../../../lib/vault/codec.ts';
import { makeUnlocked } from '../../../lib/vault/unlocked.ts';

// The same key under two versions, so that the version itself is put to the test.
const key = new Uint8Array(32).fill(5);
const u = makeUnlocked({
  vaultId: 'v',
  byVersion: new Map([
    [1, key],
    [2, key],
  ]),
  idKey: null,
});
const record = { id: 'x', value: 'text' };

it.each([
  ['as sealed', {}, 'draft', true],
  ['under another id', { id: 'y' }, 'draft', false],
  ['under another key version', { keyVersion: 2 }, 'draft', false],
  ['under a key version that nobody has', { keyVersion: 3 }, 'draft', false],
  ['in another table', {}, 'secret', false],
] as const)('a row %s', async (_where, change, table, opens) => {
  const [bulk] = await sealRows(u, 1, 'draft', [record]);
  for (const sealed of [sealRow(u, 1, 'draft', record), bulk]) {
    if (sealed === undefined) throw new Error('nothing sealed');
    const row = { ...sealed, ...change };
    expect(openRow(u, table, row)).toEqual(opens ? record : null);
    expect(await openRows(u, table, [row])).toEqual(
      opens ? { records: [record], damaged: [] } : { records: [], damaged: [row.id] },
    );
  }
});

it('in bulk, what holds no record is named alone, wherever it stands', async () => {
  const records = Array.from({ length: 1100 }, (_, at) => ({ id: `d${at}`, value: `text ${at}` }));
  const rows = await sealRows(u, 1, 'draft', records);
  const texts: readonly (readonly [number, Uint8Array])[] = [
    [3, utf8('no JSON')],
    [600, Uint8Array.of(0x22, 0xff, 0x22)],
    [601, utf8('{"id":"d601","value":7}')],
    [602, utf8('{"id":"d602","value":""},{}')],
    [1099, utf8('')],
  ];
  for (const [at, text] of texts) {
    const place = { id: `d${at}`, keyVersion: 1 };
    rows[at] = { ...place, box: seal(key, contextOf('draft', place), text) };
  }
  const bad = texts.map(([at]) => `d${at}`);
  expect(await openRows(u, 'draft', rows)).toEqual({
    records: records.filter(({ id }) => !bad.includes(id)),
    damaged: bad,
  });
});
