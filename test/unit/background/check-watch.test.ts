// Watching open checks by alarm, against the real sandbox: an end shows on the badge, and by a notification where both person and browser
// allow it, without a name, a claim or an outcome; locked, the badge says that one goes on unseen, and nobody polls.
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { hearNotices } from '../../../entrypoints/background/check-notice.ts';
import { onCheckAlarm, watchChecks } from '../../../entrypoints/background/check-watch.ts';
import { askCheck } from '../../../lib/actions/checks/ask-check.ts';
import { forgetCheck } from '../../../lib/actions/checks/ledger.ts';
import { refreshCheck } from '../../../lib/actions/checks/look.ts';
import { connectAccount } from '../../../lib/actions/connect-account.ts';
import { readDraft } from '../../../lib/actions/drafts.ts';
import { browser } from '../../../lib/platform.ts';
import { writeSettings } from '../../../lib/settings.ts';
import { getRecord, putRecord } from '../../../lib/vault/records.ts';
import { lockVault, unlockVault } from '../../../lib/vault/vault.ts';
import { type Scene, setScene } from '../actions/scene.ts';
import { PASSPHRASE } from '../vault/worker.ts';

let scene: Scene;
let accountId: string;
let told: { title: string; message: string }[] = [];
let badge = '';
let allowed = false;
let standing: Record<string, unknown> = {};
let pressed: (id: string) => void = () => undefined;
let opened = 0;

beforeAll(async () => {
  // What the stand-in for the browser has not: the toolbar's sign, permissions and notifications.
  Object.assign(browser, {
    action: {
      setBadgeText: async ({ text }: { text: string }) => {
        badge = text;
      },
      setTitle: async () => undefined,
      openPopup: async () => {
        opened += 1;
      },
    },
    permissions: { contains: async () => allowed },
    notifications: {
      create: async (id: string, notice: { title: string; message: string }) => {
        told.push(notice);
        standing = { [id]: notice };
      },
      getAll: async () => standing,
      clear: async (id: string) => {
        standing = {};
        return id !== '';
      },
      onClicked: {
        hasListener: () => false,
        addListener: (listener: (id: string) => void) => {
          pressed = listener;
        },
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

const phone = async (remoteId: string | undefined) => {
  const url = `${scene.sandbox.json.admin}/kayle/sessions/${remoteId}/phone`;
  const headers = { 'content-type': 'application/json' };
  const done = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ act: 'succeed' }) });
  expect(done.ok).toBe(true);
};

async function askOne(account = accountId) {
  const claims = [{ claim: 'age_over_18', required: true, reason: 'You want to buy a kitchen knife.' }];
  const wish = { accountId: account, whom: 'Robin', site: null, claims, redirectUrl: '', endpointIds: [] };
  const made = await askCheck(scene.u, wish, Date.now);
  await watchChecks(scene.u);
  expect(await alarms()).toContain('checks');
  return made;
}

/** A check that is asked for, and ends on the other person's phone. */
async function endOne(): Promise<string> {
  const { id, check } = await askOne();
  await phone(check?.remoteId);
  return id;
}

/** Where the popup opens next. */
const place = async () => JSON.parse((await readDraft(scene.u, 'popup.place')) ?? '{}');

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

it('pressed, the notification goes and the popup opens on that check; where it stood for several, on the list', async () => {
  allowed = true;
  standing = {};
  hearNotices();
  const only = await endOne();
  await onCheckAlarm('checks');
  pressed('of somebody else');
  pressed('check-ended');
  await expect.poll(place).toMatchObject({ tab: 'checks', screen: 'open', id: only });
  await expect.poll(() => opened).toBe(1);
  expect(standing).toEqual({});
  await endOne();
  await onCheckAlarm('checks');
  await endOne();
  await onCheckAlarm('checks');
  pressed('check-ended');
  await expect.poll(place).toMatchObject({ tab: 'checks', screen: 'list' });
});

it('what a screen saw end is no news any more', async () => {
  const id = await endOne();
  await refreshCheck(scene.u, id, Date.now());
  await onCheckAlarm('checks');
  expect(badge).toBe('');
  expect(told).toEqual([]);
});

it('an hour that ran out between two looks is an end like any other, and so is a success of its last minute', async () => {
  const [late, done] = [await askOne(), await askOne()];
  await phone(done.check?.remoteId);
  // As an hour later, by the service's clock; seen open last, before its end.
  for (const { id, sentAt } of [late, done]) {
    const entry = await getRecord(scene.u, 'check', id);
    if (entry === null) throw new Error('no line');
    const clocks = { clockOffset: 61 * 60_000, lookedAt: sentAt - 2 * 60_000 };
    await putRecord(scene.u, 'check', { ...entry, ...clocks });
  }
  await onCheckAlarm('checks');
  expect(badge).toBe('!');
  expect(told).toHaveLength(1);
  const statusOf = async (id: string) => (await getRecord(scene.u, 'check', id))?.check?.status;
  expect(await statusOf(done.id)).toBe('succeeded');
  expect(await statusOf(late.id)).toBe('created');
  expect(await alarms()).not.toContain('checks');
});

it('a key that was taken back keeps no other account from being watched', async () => {
  const { kayle: baseUrl, kayleKeys } = scene.sandbox.json;
  const wish = { kind: 'kayle', name: 'Small', baseUrl, apiKey: kayleKeys.sesswrite ?? '' } as const;
  const other = (await connectAccount(scene.u, wish, 4)).id;
  const gone = [await askOne(other), await askOne(other), await askOne(other)];
  const ended = [await endOne(), await endOne(), await endOne()];
  const account = await getRecord(scene.u, 'account', other);
  if (account?.kind !== 'kayle') throw new Error('not connected');
  await putRecord(scene.u, 'account', { ...account, apiKey: `kk_${'0'.repeat(32)}` });
  await onCheckAlarm('checks');
  const statuses = await Promise.all(ended.map((id) => getRecord(scene.u, 'check', id)));
  expect(statuses.map((entry) => entry?.check?.status)).toEqual(['succeeded', 'succeeded', 'succeeded']);
  expect(await alarms()).toContain('checks');
  for (const { id } of gone) await forgetCheck(id);
});

it('a worker that starts again and again does not put the next look off', async () => {
  await askOne();
  const before = await browser.alarms.get('checks');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 45_000 });
  try {
    await watchChecks(scene.u);
  } finally {
    vi.useRealTimers();
  }
  expect((await browser.alarms.get('checks'))?.scheduledTime).toBe(before?.scheduledTime);
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
