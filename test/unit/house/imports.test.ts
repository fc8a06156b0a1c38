// Who may import whom, held over every static, dynamic and type import. Leans on the parser, not on patterns.
// A folder that is in no row of the table fails: a new kind of code has to be given its place first.
import { expect, test } from 'vitest';
import { expectNone, importsOf, readSources } from './sources.ts';

/** What each place may import besides itself. A row names a folder, or one file; the longest row that fits is the place. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  lib: [],
  'lib/crypto': [],
  'lib/store': ['lib'],
  'lib/search': ['lib'],
  'lib/vault': ['lib/store', 'lib/crypto', 'lib/search', 'lib'],
  'lib/cards': ['lib'],
  'lib/persona': ['lib'],
  'lib/checks': ['lib'],
  'lib/providers': ['lib/crypto', 'lib/cards', 'lib'],
  'lib/sync': ['lib/vault', 'lib/providers', 'lib'],
  'lib/actions': [
    'lib/sync',
    'lib/vault',
    'lib/providers',
    'lib/codes',
    'lib/totp',
    'lib/cards',
    'lib/persona',
    'lib/checks',
    'lib/search',
    'lib',
  ],
  'lib/fields': ['lib'],
  'lib/codes': ['lib'],
  'lib/totp': ['lib'],
  'lib/messages': ['lib'],
  components: [
    'lib/messages/client.ts',
    'lib/messages/contract.ts',
    'lib/messages/views.ts',
    'lib/messages/persona.ts',
    'lib/fields/reasons.ts',
    'lib/search/fold.ts',
    'lib/cards',
    'lib/checks',
    'lib',
  ],
  'entrypoints/background': [
    'lib/actions',
    'lib/sync',
    'lib/vault',
    'lib/messages',
    'lib/cards',
    'lib/checks',
    'lib',
  ],
  'entrypoints/page': ['lib/fields', 'lib/messages', 'lib'],
  'entrypoints/pick': ['entrypoints/page', 'lib/fields', 'lib/messages', 'lib'],
  'entrypoints/pay': ['entrypoints/page', 'lib/fields', 'lib/cards', 'lib/messages', 'lib'],
  'entrypoints/asked': ['entrypoints/page', 'lib/fields', 'lib/messages', 'lib'],
  'entrypoints/insert': ['entrypoints/page', 'lib/fields', 'lib/messages', 'lib'],
  'entrypoints/before': ['components', 'lib/messages', 'lib'],
  'entrypoints/persona': ['entrypoints/page', 'lib/fields', 'lib/persona', 'lib/messages', 'lib'],
  'entrypoints/cues.ts': ['entrypoints/page', 'lib/fields'],
  'entrypoints/fixture.ts': ['entrypoints/page', 'lib/fields', 'lib'],
  'entrypoints/waiting.ts': ['entrypoints/page', 'lib/fields', 'lib/messages', 'lib'],
  'entrypoints/menu': ['components', 'lib/messages', 'lib'],
  'entrypoints/opening.ts': ['components', 'lib/messages', 'lib'],
  'entrypoints/popup': ['components', 'lib/messages', 'lib'],
  'entrypoints/options': ['components', 'lib/messages', 'lib'],
  public: [],
  'test/sandbox': [],
};

/** The catalogue's type is read by the look-up; it is words, not code. */
const ALSO = new Map([['lib/i18n.ts', 'public']]);

const sources = readSources('lib', 'components', 'entrypoints', 'test/sandbox');
const graph = new Map(sources.map((source) => [source.path, importsOf(source)]));
const isOurs = (target: string): boolean =>
  graph.has(target) || /^(lib|components|entrypoints|test|public)\//.test(target);

/** The longest row of the table that holds a path; files directly in `lib` are the place `lib`, its folders are not. */
function placeOf(path: string): string | null {
  const places = Object.keys(MAY_IMPORT).filter((place) => path === place || path.startsWith(`${place}/`));
  const place = places.sort((a, b) => b.length - a.length)[0] ?? null;
  return place === 'lib' && path.split('/').length > 2 ? null : place;
}

function mayImport(from: string, to: string): boolean {
  const [own, other] = [placeOf(from), placeOf(to)];
  if (own === null || other === null) return false;
  if (own === other || ALSO.get(from) === other) return true;
  return (MAY_IMPORT[own] ?? []).some((place) => place === other || place === to);
}

test('every source file has a place', () => {
  expectNone([...graph.keys()].filter((path) => placeOf(path) === null));
});

test('imports go only in the allowed directions', () => {
  const wrong: string[] = [];
  for (const [from, targets] of graph) {
    for (const to of targets) if (isOurs(to) && !mayImport(from, to)) wrong.push(`${from} → ${to}`);
  }
  expectNone(wrong);
});

test('relative imports name an existing file with its extension', () => {
  const wrong: string[] = [];
  for (const [from, targets] of graph) {
    for (const to of targets) {
      if (isOurs(to) && !graph.has(to) && !/\.(json|css|d\.ts)$/.test(to)) wrong.push(`${from} → ${to}`);
    }
  }
  expectNone(wrong);
});

/** Everything a file reaches, itself included; packages by name. */
function reach(path: string): Set<string> {
  const reached = new Set([path]);
  for (const at of reached) for (const to of graph.get(at) ?? []) reached.add(to);
  return reached;
}

test('no file imports itself by a detour', () => {
  const cycles = [...graph.keys()].filter((path) =>
    (graph.get(path) ?? []).some((to) => to !== path && reach(to).has(path)),
  );
  expectNone(cycles);
});

test('no barrels: index.ts is only an entrypoint', () => {
  const barrels = [...graph.keys()].filter(
    (path) => /\/index\.tsx?$/.test(path) && !/^entrypoints\//.test(path),
  );
  expectNone(barrels);
});

test('what runs beside a page reaches no storage, no cryptography and no suffix list', () => {
  const heavy = ['dexie', 'hash-wasm', 'tldts', 'otpauth', '@noble/ciphers', '@noble/hashes'];
  for (const start of [
    'waiting.ts',
    'page/index.ts',
    'pick/index.ts',
    'asked/index.ts',
    'insert/index.ts',
    'persona/index.ts',
    'cues.ts',
    'fixture.ts',
  ].map((at) => `entrypoints/${at}`)) {
    const found = [...reach(start)].filter(
      (name) => heavy.some((pack) => name === pack || name.startsWith(`${pack}/`)) || name === 'lib/site.ts',
    );
    expectNone(found);
  }
});

test('what only computes never reaches the browser', () => {
  const pure = [...graph.keys()].filter((path) =>
    /^lib\/(fields|codes|totp|crypto|cards|persona|search)\//.test(path),
  );
  expect(pure.length).toBeGreaterThan(0);
  expectNone(pure.filter((path) => reach(path).has('webextension-polyfill')));
});
