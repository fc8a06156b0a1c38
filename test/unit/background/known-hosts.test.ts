// Servers of the user's own after a lock: known as long as the browser runs, gone with it and with the vault, and never on the disk.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { judgeLink } from '../../../entrypoints/background/inspected.ts';
import { forgetHosts, noteHosts } from '../../../entrypoints/background/known-hosts.ts';
import { askCheck } from '../../../lib/actions/checks/ask-check.ts';
import { connectAccount } from '../../../lib/actions/connect-account.ts';
import { browser } from '../../../lib/platform.ts';
import { lockVault, unlockVault } from '../../../lib/vault/vault.ts';
import { type Scene, setScene } from '../actions/scene.ts';
import { PASSPHRASE } from '../vault/worker.ts';

let scene: Scene;
let page: string;

beforeAll(async () => {
  scene = await setScene();
  const { kayle: baseUrl, kayleKeys } = scene.sandbox.json;
  const wish = { kind: 'kayle', name: '', baseUrl, apiKey: kayleKeys.main ?? '' } as const;
  const { id: accountId } = await connectAccount(scene.u, wish, 3);
  const claims = [{ claim: 'age_over_18', required: true, reason: 'You want to buy a kitchen knife.' }];
  const asked = { accountId, whom: '', site: null, claims, redirectUrl: '', endpointIds: [] };
  page = (await askCheck(scene.u, asked, Date.now)).link ?? '';
});
afterAll(() => scene.close());

const kind = async (address = page) => (await judgeLink(address)).kind;

it('locked before anything was known, they are strangers; seen open once, they are known after a lock', async () => {
  await lockVault();
  expect(await kind()).toBe('strange');
  await noteHosts(await unlockVault(PASSPHRASE));
  await lockVault();
  expect(await kind()).toBe('check');
  expect(await kind(page.replace('//verify.', '//verify-kayle.'))).toBe('strange');
});

it('nothing of them is on the disk, and with the vault they are forgotten', async () => {
  const { host } = new URL(page);
  expect(JSON.stringify(await browser.storage.session.get())).toContain(host);
  expect(JSON.stringify(await browser.storage.local.get())).not.toContain(host);
  await forgetHosts();
  expect(await kind()).toBe('strange');
  await unlockVault(PASSPHRASE);
  expect(await kind()).toBe('check');
});
