// The way of the last new alias on a site is offered first the next time, under an id that does not tell the site; a domain that is
// gone since is not offered, and a name of one's own is never repeated.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectAccount } from '../../../lib/actions/connect-account.ts';
import { keepDestinations } from '../../../lib/actions/known-destinations.ts';
import { otherShapes, sourcesFor } from '../../../lib/actions/site-addresses.ts';
import { recallChoice, rememberChoice } from '../../../lib/actions/site-choices.ts';
import type { RemoteDomain, RemoteRecipient } from '../../../lib/destination.ts';
import type { AccountView } from '../../../lib/model.ts';
import { listRecords } from '../../../lib/vault/records.ts';
import { type Scene, setScene } from './scene.ts';

const SITE = 'shop.example';
let scene: Scene;
let anonli: AccountView;

const domain = (name: string, verified: boolean): RemoteDomain => ({
  remoteId: name,
  domain: name,
  verified,
  checks: { ownership: verified, mx: verified, spf: verified, dkim: verified },
  createdAt: null,
});
const seen = (...domains: RemoteDomain[]) =>
  keepDestinations(scene.u, {
    accountId: anonli.id,
    recipients: [],
    domains,
    organisation: false,
    seenAt: 1,
  });
const offered = async () =>
  (await sourcesFor(scene.u, SITE))
    .filter(({ accountId }) => accountId === anonli.id)
    .map(({ wish }) => wish?.domain ?? null);

beforeAll(async () => {
  scene = await setScene();
  const { anonli: baseUrl, anonliKey: apiKey } = scene.sandbox.json;
  const draft = { kind: 'anonli' as const, name: 'anon.li', baseUrl, apiKey, vaultPassword: null };
  anonli = await connectAccount(scene.u, draft, 3);
  await seen(domain('own.example', true), domain('other.example', true), domain('new.example', false));
});
afterAll(() => scene.close());

it('offers the service’s own domain and each verified one', async () => {
  expect(await offered()).toEqual([null, 'own.example', 'other.example']);
});

it('offers first what was wished for the last time on this site, with everything that was wished', async () => {
  const wish = { domain: 'other.example', recipientIds: ['r1'], aliasFormat: 'random_words' as const };
  await rememberChoice(scene.u, SITE, { accountId: anonli.id, wish });
  expect((await sourcesFor(scene.u, SITE))[0]).toMatchObject({ accountId: anonli.id, wish });
  expect(await offered()).toEqual(['other.example', null, 'own.example']);
  expect(
    (await sourcesFor(scene.u, 'bank.example')).map(({ wish: other }) => other?.recipientIds),
  ).not.toContain(wish.recipientIds);
});

it('remembers no name of one’s own', async () => {
  const wish = { aliasFormat: 'custom' as const, localPart: 'robin.shop' };
  await rememberChoice(scene.u, 'once.example', { accountId: anonli.id, wish });
  expect(await recallChoice(scene.u, 'once.example')).toEqual({ accountId: anonli.id, wish: {} });
});

it('offers no domain that is gone since', async () => {
  await seen(domain('own.example', true));
  expect(await offered()).toEqual([null, 'own.example']);
});

it('offers the recipients that can be chosen, where there is a choice, and the same account in words after a refusal', async () => {
  const recipient = (remoteId: string, verified: boolean, isDefault: boolean): RemoteRecipient => ({
    remoteId,
    email: `${remoteId}@mail.example`,
    verified,
    isDefault,
    pgp: null,
    addresses: null,
    createdAt: null,
  });
  const recipients = [
    recipient('me', true, true),
    recipient('work', true, false),
    recipient('new', false, false),
  ];
  const known = { accountId: anonli.id, domains: [], organisation: false, seenAt: 1 };
  await keepDestinations(scene.u, { ...known, recipients });
  const aliases = async () => (await sourcesFor(scene.u, 'bank.example')).filter(({ forwards }) => forwards);
  expect((await aliases())[0]?.recipients).toEqual([
    { id: 'me', email: 'me@mail.example', isDefault: true },
    { id: 'work', email: 'work@mail.example', isDefault: false },
  ]);
  const others = await otherShapes(scene.u, 'bank.example', await aliases());
  expect(others.map(({ accountId, wish }) => [accountId, wish?.aliasFormat])).toContainEqual([
    anonli.id,
    'random_words',
  ]);
  await keepDestinations(scene.u, { ...known, recipients: recipients.slice(0, 1) });
  expect((await aliases())[0]?.recipients).toBeUndefined();
});

it('offers the account chosen last, of whatever kind', async () => {
  const accounts = async () => [
    ...new Set((await sourcesFor(scene.u, 'news.example')).map((it) => it.accountId)),
  ];
  const before = await accounts();
  for (const accountId of before) {
    await rememberChoice(scene.u, 'news.example', { accountId, wish: {} });
    expect((await accounts())[0]).toBe(accountId);
  }
});

it('names no site where others can read it', async () => {
  const { records } = await listRecords(scene.u, 'draft');
  expect(records.some(({ value }) => value.includes(anonli.id))).toBe(true);
  expect(records.map(({ id }) => id).join()).not.toContain('example');
});
