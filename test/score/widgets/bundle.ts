// Bundles, in memory, what the widget runs need: the add-on with its content script, and the pages' own component
// libraries. Leans on vite and on Svelte's compiler; writes the add-on to a folder of its own, nothing to the project.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from 'svelte/compiler';
import { build, type Plugin } from 'vite';
import type { BrowserName } from '../../tools/browsers.ts';

const LIBRARIES = join(import.meta.dirname, '../../fixtures/widgets/libraries');
const HOSTS = ['http://127.0.0.1/*', 'http://localhost/*'];

const svelte: Plugin = {
  name: 'svelte',
  transform: (code, id) =>
    id.endsWith('.svelte')
      ? { code: compile(code, { filename: id, generate: 'client', css: 'injected' }).js.code, map: null }
      : null,
};

async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [svelte],
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    resolve: { conditions: ['browser', 'production', 'module', 'import', 'default'] },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'bundled' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error(`the bundle of ${entry} came out empty`);
  return chunk.code;
}

const libraries = new Map<string, Promise<string>>();

/** @param name a file of test/fixtures/widgets/libraries, without its ending. */
export function bundleLibrary(name: string): Promise<string> {
  const known = libraries.get(name) ?? bundle(join(LIBRARIES, `${name}.js`));
  libraries.set(name, known);
  return known;
}

/** @returns the folder of an unpacked add-on that runs the content script in every frame of loopback pages. */
export async function bundleAddOn(browser: BrowserName): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'moniker-widgets-'));
  const background = { chromium: { service_worker: 'idle.js' }, firefox: { scripts: ['idle.js'] } };
  const manifest = {
    manifest_version: 3,
    name: 'Widget runs',
    version: '1',
    host_permissions: HOSTS,
    background: background[browser],
    content_scripts: [
      {
        matches: HOSTS,
        js: ['inside.js'],
        run_at: 'document_start',
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
      },
    ],
    browser_specific_settings: { gecko: { id: 'widgets@moniker.test' } },
  };
  await Promise.all([
    writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest)),
    // The drivers wait for a background to have started.
    writeFile(join(folder, 'idle.js'), 'globalThis.started = true;'),
    writeFile(join(folder, 'inside.js'), await bundle(join(import.meta.dirname, 'inside.ts'))),
  ]);
  return folder;
}
