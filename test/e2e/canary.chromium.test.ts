// The canary: secrets go in through the screens, then the whole profile on the disk is searched for them, while the browser
// runs, after it closed, and again after deleting and a new vault key. Leans on canary/; a control shows that the search
// sees every store, and exempt.ts says what the browser itself may keep.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { meetWelcome } from '../tour/journey.ts';
import { MARKERS, markExtension, markPage } from './canary/controls.ts';
import { isExempt } from './canary/exempt.ts';
import { type Find, type Secrets, searchProfile } from './canary/search.ts';
import { base32, SECRETS, VISITED } from './canary/secrets.ts';
import { type CanarySite, startSite } from './canary/site.ts';
import { deleteAndRekey, enterSecrets } from './canary/story.ts';
import { type ChromiumDriver, launchChromium } from './drivers/chromium.ts';

let profile: string;

describe('the search', () => {
  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'moniker-control-'));
  });
  afterAll(() => rm(profile, { recursive: true, force: true }));

  test('sees what lies in each store, wrapped or not, and not what is in memory only', async () => {
    const host = 'zz-marker-of-history.localhost';
    const site = await startSite(host, { gzip: MARKERS.gzip, br: MARKERS.brotli });
    const browser = await launchChromium({ userDataDir: profile });
    try {
      await markExtension(await browser.worker());
      const page = await browser.context.newPage();
      await page.goto(site.url);
      await markPage(page);
      const { session, ...inStores } = MARKERS;
      expect(stores(await searchProfile(profile, { row: inStores.row }))).toContain('row: leveldb table');
      expect(
        await browser.worker().then((worker) => worker.evaluate('chrome.storage.session.get("control")')),
      ).toEqual({
        control: session,
      });
    } finally {
      await browser.close();
      site.close();
    }
    const seen = stores(await searchProfile(profile, { ...MARKERS, history: host }));
    expect(seen).toEqual(
      expect.arrayContaining([
        'row: leveldb table',
        'two-byte row: leveldb table',
        'key: leveldb table',
        'compressed row: leveldb table',
        'compressed value: snappy value',
        'deleted row: leveldb table',
        'encoded row: leveldb table',
        'blob: file',
        'local: leveldb log',
        'page storage: leveldb log',
        'gzip: cache body',
        'brotli: cache body',
        'history: sqlite row',
      ]),
    );
    // Only unwrapping shows these; the file as it is does not.
    expect(seen).not.toContain('compressed row: file');
    expect(seen).not.toContain('compressed value: file');
    expect(seen).not.toContain('gzip: file');
    expect(seen.filter((one) => one.startsWith('session'))).toEqual([]);
  });
});

describe('a profile with secrets in it', () => {
  let sandbox: Sandbox;
  let site: CanarySite;
  let browser: ChromiumDriver;
  let secrets: Secrets;

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'moniker-canary-profile-'));
    sandbox = await startSandbox();
    site = await startSite(VISITED);
    browser = await launchChromium({ userDataDir: profile });
    const journey = await meetWelcome(browser, sandbox.json);
    const email = await enterSecrets(journey, site.url);
    secrets = {
      ...SECRETS,
      'authenticator secret as bytes': base32(SECRETS['authenticator secret']),
      'API key': sandbox.json.key,
      'vault key': await vaultKey(browser),
      'filled address': email,
      'visited site': VISITED,
    };
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
    await sandbox?.close();
    await rm(profile, { recursive: true, force: true });
  });

  test('gives none of them away while the browser runs', async () => {
    expect(leaks(await searchProfile(profile, secrets))).toEqual([]);
  });

  test('gives none of them away after the browser closed', async () => {
    await browser.close();
    const finds = await searchProfile(profile, secrets);
    expect(leaks(finds)).toEqual([]);
    // The search was in the right profile: the browser did keep the page that was visited.
    expect(stores(finds)).toContain('visited site: sqlite row');
    // And what the page was given really reached it.
    expect(stores(finds)).toContain('filled address: sqlite row');
  });

  test('gives none of them away after deleting an address and making a new vault key', async () => {
    browser = await launchChromium({ userDataDir: profile });
    await deleteAndRekey({ browser });
    const next = await vaultKey(browser);
    expect(next).not.toEqual(secrets['vault key']);
    const now = { ...secrets, 'next vault key': next };
    expect(leaks(await searchProfile(profile, now))).toEqual([]);
    await browser.close();
    expect(leaks(await searchProfile(profile, now))).toEqual([]);
  });
});

/** The newest key, as it rests in the memory of the unlocked browser. */
async function vaultKey(browser: ChromiumDriver): Promise<Uint8Array> {
  const worker = await browser.worker();
  const text = await worker.evaluate<string>(
    'chrome.storage.session.get("vault.keys").then((all) => all["vault.keys"].keys.at(-1).key)',
  );
  const key = Buffer.from(text, 'base64');
  expect(key).toHaveLength(32);
  return key;
}

function stores(finds: readonly Find[]): string[] {
  return [...new Set(finds.map(({ secret, layer }) => `${secret}: ${layer}`))];
}

function leaks(finds: readonly Find[]): string[] {
  return finds
    .filter((find) => !isExempt(find))
    .map(({ secret, form, file, layer }) => `${secret} as ${form} in ${file} (${layer})`);
}
