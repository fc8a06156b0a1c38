// The manifests that ship, read from a build that is made anew when a source is newer. Holds what a person agrees to
// when installing: no site, no page script, and these permissions only.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { MINIMUM } from '../../../wxt.config.ts';
import { buildFolder, ensureBuilt, TARGETS } from '../../tools/build.ts';

type Manifest = Record<string, unknown> & { manifest_version: number };

describe.each(TARGETS)('%s', (target) => {
  let manifest: Manifest;
  beforeAll(async () => {
    await ensureBuilt(target);
    manifest = JSON.parse(readFileSync(join(buildFolder(target), 'manifest.json'), 'utf8')) as Manifest;
  }, 120_000);

  test('asks for no site on installation, and for sites only on request', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    // Only for being told that an identity check ended, asked for where that is switched on.
    expect(manifest.optional_permissions).toEqual(['notifications']);
  });

  test('asks for these permissions and no other', () => {
    const permissions = manifest.permissions as string[];
    expect([...permissions].sort()).toEqual([
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
    ]);
  });

  test('runs only its own code', () => {
    const { extension_pages } = manifest.content_security_policy as { extension_pages: string };
    const rules = new Map(
      extension_pages.split(';').map((rule) => {
        const [name = '', ...values] = rule.trim().split(' ');
        return [name, values];
      }),
    );
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    for (const name of ['object-src', 'base-uri', 'form-action'])
      expect(rules.get(name), name).toEqual(["'none'"]);
    expect(extension_pages).not.toMatch(/'unsafe-eval'|\*/);
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  test('shows pages nothing but the menu and the word before a check', () => {
    const resources = manifest.web_accessible_resources as {
      resources: string[];
      use_dynamic_url?: boolean;
    }[];
    expect(resources.flatMap(({ resources: names }) => names)).toEqual(['menu.html', 'before.html']);
    if (target === 'chrome')
      expect(resources.every(({ use_dynamic_url }) => use_dynamic_url === true)).toBe(true);
  });

  test('states the oldest browser', () => {
    const gecko = (manifest.browser_specific_settings as { gecko?: Record<string, unknown> } | undefined)
      ?.gecko;
    const stated = { chrome: manifest.minimum_chrome_version, firefox: gecko?.strict_min_version };
    expect(stated[target]).toBe(MINIMUM[target]);
    if (target === 'firefox') expect(gecko?.data_collection_permissions).toEqual({ required: ['none'] });
  });
});
