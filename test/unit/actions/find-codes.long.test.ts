// What a waiting page is offered of what came, and what asking for it costs, against the real sandbox: two services at once, hostile
// letters, links, turns, and bodies that never come.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createAddress } from '../../../lib/actions/create-address.ts';
import { lettersFor, linkFor } from '../../../lib/actions/find-codes.ts';
import { inboxesOn, makePoll, turnOf } from '../../../lib/actions/poll-inboxes.ts';
import type { Address } from '../../../lib/model.ts';
import { createPost, type Letter } from '../../sandbox/post/send.ts';
import { type Scene, setScene } from './scene.ts';

const SITE = 'shop.example';
const since = Date.now();
let scene: Scene;
let address: Address;
let site: string;
let turn = 0;

beforeAll(async () => {
  scene = await setScene();
});
/** A site and an address of its own for each test: what came before is nobody's business. */
beforeEach(async () => {
  turn += 1;
  site = `${turn}-${SITE}`;
  address = await createAddress(scene.u, { accountId: scene.aliaskit.id, site }, 5);
  scene.sandbox.world.journal.clear();
  scene.sandbox.world.faults.clear();
});
afterAll(() => scene.close());

const wait = () => ({ site, since });
const poll = async () => makePoll(scene.u, wait(), await inboxesOn(scene.u, site), null);
async function mail(letter: Partial<Letter>): Promise<void> {
  const post = createPost(scene.sandbox.json.smtp);
  await post.send({ from: `Shop <x@${site}>`, to: address.email, subject: 'Hello', text: '', ...letter });
  post.close();
}
const requests = () => scene.sandbox.world.journal.list().filter(({ path }) => path.startsWith('/api/'));
async function offered() {
  expect(await (await poll()).all()).toBeNull();
  return lettersFor(scene.u, wait());
}

it('of two services at once each letter is told for what it is', async () => {
  await mail({ text: 'Your verification code is 482913.' });
  await mail({ from: 'Bank <x@bank.example>', text: 'Your verification code is 771204.' });
  const { codes } = await offered();
  expect(Object.fromEntries(codes.map((it) => [it.code, [it.senderMatches, it.elsewhere]]))).toEqual({
    482913: [true, null],
    771204: [false, 'bank.example'],
  });
});

it('a letter to an address of another site, and one that was there before, are not offered', async () => {
  const other = await createAddress(scene.u, { accountId: scene.aliaskit.id, site: 'else.example' }, 5);
  await mail({ to: other.email, text: 'Your verification code is 482913.' });
  await mail({ text: 'Your verification code is 730118.' });
  expect(await (await poll()).all()).toBeNull();
  const later = { site, since: since + 60 * 60_000 };
  expect(await lettersFor(scene.u, later)).toEqual({ codes: [], links: [], unclear: [] });
  expect((await lettersFor(scene.u, wait())).codes.map(({ code }) => code)).toEqual(['730118']);
});

it.each([
  ['an order number', 'Your order number is 482913. Sign in to see it.'],
  ['a price', 'Verification fee: $482913'],
  ['a year', 'Thank you for being with us since 2024.'],
  ['a phone number', 'Questions about signing in? Call +49 40 482913.'],
  ['a parcel', 'Track your parcel: https://shop.example/track/482913'],
])('%s is no code: said, not filled', async (_, text) => {
  await mail({ text });
  const { codes, unclear } = await offered();
  expect(codes).toEqual([]);
  expect(unclear.map(({ why }) => why)).toEqual(['none']);
});

it('a code in a picture is said to be there; two codes are not chosen between', async () => {
  await mail({ html: '<p>Your verification code:</p><img src="https://x.example/c.png" width="300">' });
  expect((await offered()).unclear.map(({ why }) => why)).toEqual(['picture']);
  await mail({ text: 'Your code is 482913.\nYour code is 730118.' });
  expect((await offered()).unclear.map(({ why }) => why).sort()).toEqual(['picture', 'several']);
});

it('a code in another language is found', async () => {
  await mail({
    subject: 'Ваш код подтверждения',
    text: 'Ваш код подтверждения: 482913. Никому его не сообщайте.',
  });
  expect((await offered()).codes.map(({ code }) => code)).toEqual(['482913']);
});

it('a link keeps its address to itself; other schemes and borrowed names are no links of this site', async () => {
  await mail({
    subject: 'Confirm your address',
    html: `<p>Please confirm your e-mail address</p><a href="javascript:alert(1)">Confirm</a><a href="data:text/html,x">Confirm</a>
      <a href="https://${site}/confirm?token=a1b2c3d4e5f6a7b8">Confirm my address</a>`,
  });
  const { links } = await offered();
  expect(links).toMatchObject([{ kind: 'verify', host: site, hostMatches: true, senderMatches: true }]);
  expect(JSON.stringify(links)).not.toContain('token');
  const found = await linkFor(scene.u, wait(), links[0]?.messageId ?? '');
  expect(found?.url).toBe(`https://${site}/confirm?token=a1b2c3d4e5f6a7b8`);
  expect(await linkFor(scene.u, wait(), 'another')).toBeNull();
});

it('a turn is one list; a letter that cannot be fetched costs two more requests in all, not two a turn', async () => {
  await mail({ text: 'Your verification code is 482913.' });
  scene.sandbox.world.faults.add({
    method: 'GET',
    path: '/api/v1/identities/*/emails/*',
    times: 100,
    after: false,
    act: { kind: 'malformed' },
  });
  const asking = await poll();
  for (let at = 0; at < 6; at += 1) await asking.next();
  expect(requests()).toHaveLength(8);
});

it('turns: the first folder every other time, the rest in between', () => {
  const order = (count: number) => Array.from({ length: 8 }, (_, at) => turnOf(at, count));
  expect(order(1)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  expect(order(2)).toEqual([0, 1, 0, 1, 0, 1, 0, 1]);
  expect(order(3)).toEqual([0, 1, 0, 2, 0, 1, 0, 2]);
});
