// The build: one source, Chrome MV3 and Firefox MV3. Leans on WXT; asks for no host permission up front
// (test/unit/manifest.test.ts reads the built manifests). Scripts for pages are unlisted and registered at run time.
import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

/**
 * Oldest browsers we state. `test/unit/compat.test.ts` looks up every extension API the source uses in MDN's
 * compatibility data and fails when one is younger than this.
 */
export const MINIMUM = { chrome: '132', firefox: '153.0' } as const;

/** Scripts that run beside pages, where every byte is read once a document. */
const BESIDE_PAGES = new Set(['page', 'pick', 'pay', 'persona', 'asked', 'insert', 'fixture']);

/** Scripts that make do with the browser's own API: those, and the first one of the popup, which must be quick. */
const WITHOUT_POLYFILL = new Set([...BESIDE_PAGES, 'opening']);

const native: Plugin = {
  name: 'the browser in the place of the polyfill',
  enforce: 'pre',
  resolveId: (name) => (name === 'webextension-polyfill' ? resolve('lib/native.ts') : null),
};

const latinFirst: Plugin = {
  name: 'the tables of other scripts than Latin when a page has their letters',
  enforce: 'pre',
  resolveId: (name) =>
    name.endsWith('/cues/scripts.ts') ? resolve('lib/fields/cues/scripts-later.ts') : null,
};

/**
 * Tables that libraries reckon while they are loaded: a good part of the worker's start, for what most of its lives never use
 * (AES inside a transaction, reading a QR code). They are reckoned at their first use instead, by the library's own words.
 */
const TABLES: readonly { file: RegExp; names: readonly string[] }[] = [
  { file: /@noble[\\/]ciphers[\\/]aes\.js$/, names: ['tableEncoding', 'tableDecoding'] },
  { file: /node_modules[\\/]qr[\\/]index\.js$/, names: ['POP16'] },
];

const tablesLater: Plugin = {
  name: 'tables at their first use',
  transform(code, id) {
    const names = TABLES.find(({ file }) => file.test(id))?.names;
    return names && { code: names.reduce(later, code), map: null };
  },
};

/** @throws Error where another version of the library writes the table differently. */
function later(code: string, name: string): string {
  const declared = new RegExp(`^const ${name} = ([\\s\\S]*?);\\n(?=[^\\s}])`, 'm');
  const words = declared.exec(code)?.[1];
  if (words === undefined) throw new Error(`no table ${name} to put off`);
  return code
    .replace(declared, '')
    .replace(new RegExp(`\\b${name}\\b`, 'g'), `${name}()`)
    .concat(`\nlet ${name}Made;\nfunction ${name}() { return (${name}Made ??= ${words}); }\n`);
}

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  vite: () => ({
    plugins: [preact(), tablesLater],
    build: { target: 'es2022', sourcemap: false, modulePreload: { polyfill: false } },
  }),
  hooks: {
    'vite:build:extendConfig'(entrypoints, config) {
      if (entrypoints.every(({ name }) => WITHOUT_POLYFILL.has(name))) config.plugins?.unshift(native);
      if (entrypoints.every(({ name }) => name === 'page' || name === 'pick'))
        config.plugins?.unshift(latinFirst);
    },
  },
  zip: { excludeSources: ['output/**', '.ci/**'] },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
    optional_permissions: ['notifications'],
    optional_host_permissions: ['*://*/*'],
    content_security_policy: {
      // Argon2id is WebAssembly; nothing else is ever evaluated or framed. Pictures of elsewhere are for mails alone, when the
      // person asks: until then the policy inside the mail's own frame (components/mail) lets none through.
      extension_pages:
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; font-src 'self'; connect-src http: https: ws: wss: data:; base-uri 'none'; form-action 'none'; object-src 'none'",
    },
    web_accessible_resources: [
      {
        resources: ['menu.html', 'before.html'],
        matches: ['*://*/*'],
        ...(browser === 'chrome' ? { use_dynamic_url: true } : {}),
      },
    ],
    action: { default_title: '__MSG_extName__' },
    // Not A or C: Chromium keeps Alt+Shift+A for itself and leaves both unset without a word.
    commands: {
      'fill-address': {
        suggested_key: { default: 'Alt+Shift+M' },
        description: '__MSG_commandFillAddress__',
      },
      'fill-code': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandFillCode__' },
    },
    ...(browser === 'chrome'
      ? { minimum_chrome_version: MINIMUM.chrome }
      : {
          browser_specific_settings: {
            gecko: {
              id: 'moniker@moniker.example',
              strict_min_version: MINIMUM.firefox,
              data_collection_permissions: { required: ['none'] },
            },
          },
        }),
  }),
});
