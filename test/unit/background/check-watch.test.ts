// Watching open checks by alarm, against the real sandbox: an end shows on the badge, and by a notification where both person and browser
// allow it, without a name, a claim or an outcome; locked, the badge says that one goes on unseen, and nobody polls.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { onCheckAlarm, watchChecks } from '../../../entrypoints/background/check-watch.ts';
import { askCheck } from '../../../lib/actions/checks/ask-check.ts';
import { connectAccount } from '../../../lib/actions/connect-account.ts';
import { browser } from '../../../lib/platform.ts';
import { writeSettings } from '../../../lib/settings.ts';
import { lockVault, unlockVault } from '../../../lib/vault/vault.ts';
import { type Scene, setScene } from '../actions/scene.ts';
import { PASSPHRASE } from '../vault/worker.ts';

let scene: Scene;
let accountId: string;
let told: { title: string; message: string }[] = [];
let badge = '';
let allowed = false;

beforeAll(async () => {
  // What the stand-in for the browser has not: the toolbar's sign, permissions and notifications.
  Object.assign(browser, {
    action: {
      setBadgeText: async ({ text }: { text: string }) => {
        badge = text;
      },
      setTitle: async () => undefined,
    },
    permissions: { contains: async () => allowed },
    notifications: {
      create: async (_: string, notice: { title: string; message: string }) => {
        told.push(notice);
      },
    },
  });
  scene = await setScene();
  const { kayle: baseUrl, kayleKeys } = scene.sandbox.json;
  const wish = { kind: 'kayle', name: '', baseUrl, apiKey: kayleKeys.main ?? '' } as const;
  accountId = (await connectAccount(scene.u, wish, 3)).id;
});
beforeEach(() => {
  told = [];
  badge = '';
});
afterAll(() => scene.close());

const alarms = async () => (await browser.alarms.getAll()).map(({ name }) => name);

/** A check that is asked for, and ends on the other person's phone. */
async function endOne(): Promise<void> {
  const claims = [{ claim: 'age_over_18', required: true, reason: 'You want to buy a kitchen knife.' }];
  const wish = { accountId, whom: 'Robin', site: null, claims, redirectUrl: '', endpointIds: [] };
  const { check } = await askCheck(scene.u, wish, Date.now);
  await watchChecks(scene.u);
  expect(await alarms()).toContain('checks');
  const phone = `${scene.sandbox.json.admin}/kayle/sessions/${check?.remoteId}/phone`;
  const headers = { 'content-type': 'application/json' };
  const done = await fetch(phone, { method: 'POST', headers, body: JSON.stringify({ act: 'succeed' }) });
  expect(done.ok).toBe(true);
}

it('an end shows on the badge; nothing more where notifications were not wished for', async () => {
  allowed = true;
  await endOne();
  await onCheckAlarm('checks');
  expect(badge).toBe('!');
  expect(told).toEqual([]);
  expect(await alarms()).not.toContain('checks');
});

it('where they were wished for and are allowed, one tells that a check ended, and nothing of it', async () => {
  await writeSettings({ notifyChecks: true });
  await endOne();
  await onCheckAlarm('checks');
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).not.toMatch(/Robin|18|knife|succe|complet/i);
  allowed = false;
  told = [];
  await endOne();
  await onCheckAlarm('checks');
  expect(told).toEqual([]);
  expect(badge).toBe('!');
});

it('locked, the sign says that a check goes on unseen, and nothing is asked until it is open again', async () => {
  await endOne();
  await lockVault();
  const before = scene.sandbox.world.journal.list().length;
  await onCheckAlarm('checks');
  expect(badge).toBe('!');
  expect(await alarms()).not.toContain('checks');
  expect(scene.sandbox.world.journal.list()).toHaveLength(before);
  await watchChecks(await unlockVault(PASSPHRASE));
  expect(await alarms()).toContain('checks');
});

it('other alarms are not its business', async () => {
  badge = 'as it was';
  await onCheckAlarm('lock');
  expect(badge).toBe('as it was');
});
