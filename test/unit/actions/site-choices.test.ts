// The way of the last new alias on a site is offered first the next time, under an id that does not tell the site; a domain that is
// gone since is not offered, and a name of one's own is never repeated.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectAccount } from '../../../lib/actions/connect-account.ts';
import { keepDestinations } from '../../../lib/actions/known-destinations.ts';
import { sourcesFor } from '../../../lib/actions/site-addresses.ts';
import { recallChoice, rememberChoice } from '../../../lib/actions/site-choices.ts';
import type { RemoteDomain } from '../../../lib/destination.ts';
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

it('names no site where others can read it', async () => {
  const { records } = await listRecords(scene.u, 'draft');
  expect(records.some(({ value }) => value.includes(anonli.id))).toBe(true);
  expect(records.map(({ id }) => id).join()).not.toContain('example');
});
