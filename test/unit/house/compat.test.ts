// The oldest browsers we state can run what the sources use, by MDN's compatibility data: every extension API found in the
// source by itself, and what a name alone does not give away (options, platform, language, CSS) by a reviewed table.
// What one browser lacks must be named here with the way out that the code takes.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import { expect, test } from 'vitest';
import { MINIMUM } from '../../../wxt.config.ts';
import { chainsOf, expectNone, filesIn, ROOT, readSources } from './sources.ts';

const FOLDERS = ['lib', 'components', 'entrypoints'];
const BROWSERS = ['chrome', 'firefox'] as const;
type Browser = (typeof BROWSERS)[number];

/** Names of ours that MDN files under another. */
const FILED_UNDER: Record<string, string> = { contextMenus: 'menus' };

/** What a browser lacks on purpose known, and what the code does there. */
const LACKING: Record<string, { browser: Browser; instead: string }> = {
  'webextensions.api.storage.StorageArea.setAccessLevel': {
    browser: 'firefox',
    instead:
      'Firefox keeps storage.session from content scripts by itself; lib/platform.ts asks whether the call exists',
  },
  'webextensions.api.dom.openOrClosedShadowRoot': {
    browser: 'firefox',
    instead: 'Firefox has it as a property of elements for content scripts, which MDN does not list',
  },
  'api.IntersectionObserver.trackVisibility': {
    browser: 'firefox',
    instead: 'undefined counts as not known: the menu then holds on to its other checks of being seen',
  },
};

/** What only a pattern can find: [pattern in the sources, path in the compatibility data]. */
const FEATURES: readonly (readonly [RegExp, string])[] = [
  [/\bdocumentIds\b/, 'webextensions.api.scripting.InjectionTarget.documentIds'],
  [/\bsender\.documentId\b|documentId\?: string/, 'webextensions.api.runtime.MessageSender.documentId'],
  [/\bsender\.origin\b/, 'webextensions.api.runtime.MessageSender.origin'],
  [/\bmatchOriginAsFallback\b/, 'webextensions.api.scripting.RegisteredContentScript.matchOriginAsFallback'],
  [/\bsetAccessLevel\b/, 'webextensions.api.storage.StorageArea.setAccessLevel'],
  [/\bstorage\.session\b/, 'webextensions.api.storage.session'],
  [/\bopenOrClosedShadowRoot\b/, 'webextensions.api.dom.openOrClosedShadowRoot'],
  [/\boptional_host_permissions\b/, 'webextensions.manifest.optional_host_permissions'],
  [/\.showPopover\(/, 'api.HTMLElement.showPopover'],
  [/\.checkVisibility\(/, 'api.Element.checkVisibility'],
  [/\btrackVisibility\b/, 'api.IntersectionObserver.trackVisibility'],
  [/\bAbortSignal\.any\(/, 'api.AbortSignal.any_static'],
  [/\bAbortSignal\.timeout\(/, 'api.AbortSignal.timeout_static'],
  [/\bURL\.canParse\(/, 'api.URL.canParse_static'],
  [/\bURL\.parse\(/, 'api.URL.parse_static'],
  [/\bnew OffscreenCanvas\b/, 'api.OffscreenCanvas'],
  [/\bcreateImageBitmap\(/, 'api.createImageBitmap'],
  [/\bclipboard\.writeText\(/, 'api.Clipboard.writeText'],
  [/\bcrypto\.randomUUID\(/, 'api.Crypto.randomUUID'],
  [/\bstructuredClone\(/, 'api.structuredClone'],
  [/\.showModal\(/, 'api.HTMLDialogElement.showModal'],
  [/\bnew DataTransfer\(/, 'api.DataTransfer.DataTransfer'],
  [/\bnew CSSStyleSheet\(/, 'api.CSSStyleSheet.CSSStyleSheet'],
  [/\bPromise\.withResolvers\b/, 'javascript.builtins.Promise.withResolvers'],
  [/\bPromise\.try\(/, 'javascript.builtins.Promise.try'],
  [/\b(Object|Map)\.groupBy\(/, 'javascript.builtins.Object.groupBy'],
  [/\bObject\.hasOwn\(/, 'javascript.builtins.Object.hasOwn'],
  [/\bArray\.fromAsync\(/, 'javascript.builtins.Array.fromAsync'],
  [/\.toSorted\(/, 'javascript.builtins.Array.toSorted'],
  [/\.toReversed\(/, 'javascript.builtins.Array.toReversed'],
  [/\.findLast\(/, 'javascript.builtins.Array.findLast'],
  [/\.isWellFormed\(/, 'javascript.builtins.String.isWellFormed'],
  [/\.toWellFormed\(/, 'javascript.builtins.String.toWellFormed'],
  [/\bUint8Array\.fromBase64\(/, 'javascript.builtins.Uint8Array.fromBase64'],
  [/\bUint8Array\.fromHex\(/, 'javascript.builtins.Uint8Array.fromHex'],
  [/\.toBase64\(\{/, 'javascript.builtins.Uint8Array.toBase64'],
  [/\bIntl\.Segmenter\b/, 'javascript.builtins.Intl.Segmenter'],
  [/\bIntl\.DurationFormat\b/, 'javascript.builtins.Intl.DurationFormat'],
  [/\bnew Set\([^)]*\)\.(union|intersection|difference)\(/, 'javascript.builtins.Set.union'],
  [/\blight-dark\(/, 'css.types.color.light-dark'],
  [/\bcolor-mix\(/, 'css.types.color.color-mix'],
  [/:has\(/, 'css.selectors.has'],
  [/:popover-open\b/, 'css.selectors.popover-open'],
  [/@starting-style\b/, 'css.at-rules.starting-style'],
  [/@container\b/, 'css.at-rules.container'],
  [/\bfield-sizing:/, 'css.properties.field-sizing'],
  [/\bposition-anchor:/, 'css.properties.position-anchor'],
];

interface Entry {
  __compat?: { support: Record<Browser, unknown> };
  [name: string]: unknown;
}

/** @returns the entry at a dotted path, or null. */
function entryAt(path: string): Entry | null {
  let entry: unknown = bcd;
  for (const name of path.split('.')) entry = (entry as Record<string, unknown> | undefined)?.[name];
  return (entry as Entry | undefined) ?? null;
}

/** Without a flag, prefix, or another name than the one we use. */
const isPlain = (s: Record<string, unknown>): boolean =>
  s &&
  !s.flags &&
  !s.prefix &&
  !s.version_removed &&
  (!s.alternative_name || /^contextMenus\b/.test(String(s.alternative_name)));

/** The first version that has it without a flag or prefix; Infinity when none has. */
function since(entry: Entry, browser: Browser): number {
  const support = entry.__compat?.support[browser];
  const statements = (Array.isArray(support) ? support : [support]) as Record<string, unknown>[];
  const plain = statements.filter((s) => isPlain(s));
  const versions = plain.map(({ version_added: added }) =>
    typeof added === 'string' ? Number.parseFloat(added.replace('≤', '')) : Number.NaN,
  );
  return Math.min(...versions.filter((version) => !Number.isNaN(version)), Number.POSITIVE_INFINITY);
}

/** What is wrong with using a path: too young for a stated minimum, and not known to be lacking there. */
function troubles(path: string): string[] {
  const entry = entryAt(path);
  if (!entry?.__compat) return [`${path}: not in the compatibility data`];
  return BROWSERS.filter((browser) => since(entry, browser) > Number.parseFloat(MINIMUM[browser]))
    .filter((browser) => LACKING[path]?.browser !== browser)
    .map((browser) => `${path}: ${browser} ${since(entry, browser)}, stated ${MINIMUM[browser]}`);
}

const sources = readSources(...FOLDERS);
const text = [
  ...sources.map((source) => source.text),
  ...FOLDERS.flatMap((folder) => filesIn(folder, '.css', '.html')).map((path) =>
    readFileSync(join(ROOT, path), 'utf8'),
  ),
  readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8'),
].join('\n');

/** `browser.a.b.c` as the deepest entries of the data that it passes: an event's addListener has none of its own. */
function apiPaths(chain: readonly string[]): string[] {
  const [area = '', ...rest] = chain;
  let path = `webextensions.api.${FILED_UNDER[area] ?? area}`;
  const passed = [path];
  for (const name of rest) {
    path = `${path}.${name}`;
    if (!entryAt(path)) break;
    passed.push(path);
  }
  return passed;
}

test('every extension API in use is as old as the stated browsers', () => {
  const chains = sources
    .flatMap((source) => chainsOf(source, 'browser'))
    .filter((chain) => chain.length >= 2);
  expect(chains.length).toBeGreaterThan(10);
  const paths = new Set(chains.flatMap(apiPaths).filter((path) => path.split('.').length > 3));
  const unknown = chains.filter((chain) => apiPaths(chain).length < 2).map((chain) => chain.join('.'));
  expectNone(unknown);
  expectNone([...paths].flatMap(troubles));
});

test('every other feature in use is too', () => {
  const used = FEATURES.filter(([pattern]) => pattern.test(text)).map(([, path]) => path);
  expect(used.length).toBeGreaterThan(5);
  expectNone(used.flatMap(troubles));
});

test('the table points at entries that exist, and what is called lacking is lacking', () => {
  const paths = [...FEATURES.map(([, path]) => path), ...Object.keys(LACKING)];
  expectNone(paths.filter((path) => !entryAt(path)?.__compat));
  const present = Object.keys(LACKING).filter(
    (path) => since(entryAt(path) ?? {}, LACKING[path]?.browser ?? 'firefox') !== Number.POSITIVE_INFINITY,
  );
  expectNone(present);
});

test('a feature younger than stated would be noticed', () => {
  const young = {
    __compat: { support: { chrome: { version_added: '999' }, firefox: { version_added: false } } },
  };
  expect(since(young, 'chrome')).toBe(999);
  expect(since(young, 'firefox')).toBe(Number.POSITIVE_INFINITY);
});
