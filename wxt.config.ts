// The build: one source, Chrome MV3 and Firefox MV3. Leans on WXT; asks for no host permission up front
// (test/unit/manifest.test.ts reads the built manifests). Scripts for pages are unlisted and registered at run time.
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/**
 * Oldest browsers we state. `test/unit/compat.test.ts` looks up every extension API the source uses in MDN's
 * compatibility data and fails when one is younger than this.
 */
export const MINIMUM = { chrome: '132', firefox: '153.0' } as const;

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  vite: () => ({
    plugins: [preact()],
    build: { target: 'es2022', sourcemap: false, modulePreload: false },
  }),
  zip: { excludeSources: ['output/**', '.ci/**'] },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
    optional_host_permissions: ['*://*/*'],
    content_security_policy: {
      // Argon2id is WebAssembly; nothing else is ever evaluated, framed, or loaded from elsewhere.
      extension_pages:
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src http: https: data:; base-uri 'none'; form-action 'none'; object-src 'none'",
    },
    web_accessible_resources: [
      {
        resources: ['menu.html'],
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
