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

interface Edit {
  file: RegExp;
  /** Each has to fit once at least. */
  edits: readonly (readonly [words: RegExp, by: string])[];
}

/** A table at the top of a module, made at its first use. */
const later = (name: string): Edit['edits'] => [
  [new RegExp(`\\b${name}\\b(?! = )`, 'g'), `${name}()`],
  [
    new RegExp(`^const ${name} = ([\\s\\S]*?);\\n(?=[^\\s}])`, 'm'),
    `let ${name}Made;\nfunction ${name}() { return (${name}Made ??= $1); }\n`,
  ],
];

/**
 * What libraries reckon while they are loaded: a good part of the worker's start, for what most of its lives never use (AES inside
 * a transaction, a QR code, the names of characters in HTML). It is reckoned at its first use instead, by the library's own words.
 */
const LATER: readonly Edit[] = [
  {
    file: /@noble[\\/]ciphers[\\/]aes\.js$/,
    edits: [...later('tableEncoding'), ...later('tableDecoding')],
  },
  { file: /node_modules[\\/]qr[\\/]index\.js$/, edits: later('POP16') },
  {
    // One decoder an encoding, all made ahead; its reader makes those that are not there.
    file: /node_modules[\\/]qr[\\/]decode\.js$/,
    edits: [[/^for \(const \[id, name\] of Object\.entries\(ECI_ENCODINGS\)\) \{\n[\s\S]*?^\}\n/m, '']],
  },
  {
    file: /entities[\\/]dist[\\/]generated[\\/]decode-data-html\.js$/,
    edits: [
      [
        /^export const htmlDecodeTree = (?:\/\*.*?\*\/ )?(.*);$/m,
        'let made;\nexport function htmlDecodeTree() { return (made ??= $1); }',
      ],
    ],
  },
  {
    file: /(?:htmlparser2[\\/]dist[\\/]Tokenizer|entities[\\/]dist[\\/]decode)\.js$/,
    edits: [[/(?<=[=:] )htmlDecodeTree\b/g, 'htmlDecodeTree()']],
  },
  {
    file: /tldts[\\/]dist[\\/]es6[\\/]src[\\/]suffix-trie\.js$/,
    edits: [
      [
        /^for \(let node = 0, [\s\S]*?^\}\n/m,
        'let prepared = false;\nfunction prepare() {\nprepared = true;\n$&}\n',
      ],
      [/^export default function suffixLookup\(.*\) \{\n/m, '$&if (!prepared) prepare();\n'],
    ],
  },
  {
    // As the module it is written for: one made of it by the bundler copies every API of the browser, which makes each of them.
    file: /webextension-polyfill[\\/]dist[\\/]browser-polyfill\.js$/,
    edits: [
      [
        /[\s\S]+/,
        'const module = { exports: {} }, exports = module.exports;\n$&\nexport default module.exports;',
      ],
    ],
  },
];

const reckonLater: Plugin = {
  name: 'what libraries reckon, at its first use',
  transform(code, id) {
    const found = LATER.find(({ file }) => file.test(id));
    return found && { code: found.edits.reduce(edited, code), map: null };
  },
};

/** @throws Error where another version of the library is written differently. */
function edited(code: string, [words, by]: Edit['edits'][number]): string {
  const next = code.replace(words, by);
  if (next === code) throw new Error(`nothing to put off by ${words}`);
  return next;
}

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  vite: () => ({
    plugins: [preact(), reckonLater],
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
