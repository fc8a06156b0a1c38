// A waiting page on a live line, against the real sandbox: what comes is stored and told at once, few requests are spent, and a line
// that is lost lets go of whoever waits.
import { afterAll, beforeEach, expect, it } from 'vitest';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { lettersFor } from '../../../lib/actions/find-codes.ts';
import { type Hearing, hearInboxes } from '../../../lib/actions/hear-inbox.ts';
import { inboxesOn, makePoll } from '../../../lib/actions/poll-inboxes.ts';
import type { Address } from '../../../lib/model.ts';
import { createPost } from '../../sandbox/post/send.ts';
import { type Scene, setScene } from './scene.ts';

const SITE = 'shop.example';
let scene: Scene;
let address: Address;
let hearing: Hearing;
const wait = () => ({ site: SITE, since: Date.now() });

beforeEach(async () => {
  hearing?.end();
  await scene?.close();
  scene = await setScene();
  address = await createAddress(scene.u, { accountId: scene.aliaskit.id, site: SITE }, 5);
  scene.sandbox.world.journal.clear();
});
afterAll(async () => {
  hearing.end();
  await scene.close();
});

/** The line stands and what came before was fetched. */
async function listen(): Promise<Hearing> {
  const inboxes = await inboxesOn(scene.u, SITE);
  hearing = hearInboxes(scene.u, inboxes, makePoll(scene.u, wait(), inboxes, null), (error) => {
    throw error;
  });
  while (!hearing.isComplete()) await hearing.news(60_000);
  return hearing;
}

async function sendCode(): Promise<void> {
  const post = createPost(scene.sandbox.json.smtp);
  const text = 'Your verification code is 482913.';
  await post.send({ from: `Shop <no-reply@${SITE}>`, to: address.email, subject: 'Your code', text });
  post.close();
}
const control = (kind: string, more: object = {}) =>
  fetch(`${scene.sandbox.json.admin}/realtime`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind, ...more }),
  });

it('a mail that comes is told at once, with its code, for four requests at most', async () => {
  await listen();
  const news = hearing.news(60_000);
  await sendCode();
  expect(await news).toBe(true);
  const { codes } = await lettersFor(scene.u, wait());
  expect(codes.map(({ code }) => code)).toEqual(['482913']);
  expect(
    scene.sandbox.world.journal.list().filter(({ path }) => path.startsWith('/api/')).length,
  ).toBeLessThanOrEqual(4);
});

it('what came while nobody waited is told at the next call', async () => {
  await listen();
  const told = hearing.news(60_000);
  await sendCode();
  await told;
  await sendCode();
  while (!(await hearing.news(60_000)));
  expect((await lettersFor(scene.u, wait())).codes).toHaveLength(2);
});

it('a lost line lets go of whoever waits, and is complete again when it stands again', async () => {
  await listen();
  const news = hearing.news(60_000);
  expect((await control('drop')).ok).toBe(true);
  await news;
  expect(hearing.isComplete()).toBe(false);
  while (!hearing.isComplete()) await hearing.news(60_000);
});

it('an end lets go as well', async () => {
  await listen();
  const news = hearing.news(60_000);
  hearing.end();
  expect(await news).toBe(false);
});

it('a line that floods with letters is hung up; what came first is kept, and asking goes on', async () => {
  await listen();
  const { id = '' } = [...scene.sandbox.world.state.identities.values()][0] ?? {};
  const noise = (at: number) => ({
    type: 'broadcast',
    event: 'email.received',
    payload: {
      identity_id: id,
      data: {
        id: `email_${at}`,
        from: 'x@evil.example',
        to: address.email,
        subject: `Your code is ${100_000 + at}`,
        body_text: `Your code is ${100_000 + at}`,
        received_at: new Date().toISOString(),
      },
    },
  });
  await control('broadcast', { frames: Array.from({ length: 200 }, (_, at) => noise(at)) });
  while (hearing.isComplete()) await hearing.news(60_000);
  expect(hearing.isOpening()).toBe(false);
  await sendCode();
  expect(await hearing.next()).toBeNull();
  const { codes } = await lettersFor(scene.u, wait());
  expect(codes.filter(({ senderMatches }) => senderMatches === true).map(({ code }) => code)).toContain(
    '482913',
  );
  expect(
    scene.sandbox.world.journal.list().filter(({ path }) => path.includes('/emails/')).length,
  ).toBeLessThan(5);
});

it('a letter that the line told of and that could not be fetched is looked for', async () => {
  await listen();
  const { remoteId } = address;
  const { faults } = scene.sandbox.world;
  const act = { kind: 'status', status: 500 } as const;
  faults.add({ method: 'GET', path: '*/emails/*', times: 2, after: false, act });
  // A row without its text: the letter itself has to be fetched.
  scene.sandbox.world.state.emails.set('email_silent', {
    id: 'email_silent',
    threadId: 'thread_silent',
    identityId: remoteId ?? '',
    direction: 'inbound',
    from: `Shop <no-reply@${SITE}>`,
    to: address.email,
    subject: 'Your code',
    bodyText: 'Your verification code is 482913.',
    bodyHtml: null,
    headers: {},
    attachments: [],
    read: false,
    receivedAt: Date.now(),
  });
  const payload = { identity_id: remoteId, data: { id: 'email_silent' } };
  await control('broadcast', { frames: [{ type: 'broadcast', event: 'email.received', payload }] });
  while (hearing.isComplete()) await hearing.news(60_000);
  expect((await lettersFor(scene.u, wait())).codes).toEqual([]);
  while (!hearing.isComplete()) {
    await hearing.next();
    await hearing.news(60_000);
  }
  expect((await lettersFor(scene.u, wait())).codes.map(({ code }) => code)).toEqual(['482913']);
});
