// After a refusal the least similar kind of address comes first, and nothing is lost on the way.
import { expect, it } from 'vitest';
import { nextSources } from '../../../lib/actions/next-kind.ts';
import type { Address } from '../../../lib/model.ts';
import type { NewAddressSource } from '../../../lib/requests.ts';

const refused: Address = {
  id: 'a',
  accountId: 'mailbox',
  kind: 'alias',
  email: 'me+shop-7f3k2q@mail.example',
  remoteId: null,
  site: 'shop.example',
  label: '',
  note: '',
  persona: null,
  active: true,
  createdAt: 1,
  updatedAt: 1,
  usedAt: 1,
};
const source = (
  accountId: string,
  email: string | null,
  more: Partial<NewAddressSource> = {},
): NewAddressSource => ({
  accountId,
  account: accountId,
  preview: email,
  domain: null,
  ...more,
});
const same = source('mailbox', 'me+shop-2@mail.example');
const shape = source('mailbox', 'me+q2w3e4r5@mail.example', { format: 'hash', otherShape: true });
const sibling = source('second', 'you+shop@mail.example');
const own = source('own', 'shop@own.example');
const service = source('kit', null, { domain: 'kit.example' });

it('another domain, then another account, then another shape, then the same again', () => {
  const all = [same, shape, sibling, own, service];
  expect(nextSources(all, [refused])).toEqual([own, service, sibling, shape, same]);
});

it('what is near to any refused address comes late', () => {
  const second = { ...refused, id: 'b', accountId: 'own', email: 'shop@own.example' };
  expect(nextSources([own, same, service], [refused, second])[0]).toEqual(service);
});

it('keeps the order where nothing is known of the refused address', () => {
  expect(nextSources([same, own], [])).toEqual([same, own]);
});

it('offers the other domains of a forwarding account before its refused one', () => {
  const home = source('alias', null, { domain: 'alias.example' });
  const mine = source('alias', null, { domain: 'own.example', wish: { domain: 'own.example' } });
  const atHome = { ...refused, accountId: 'alias', email: 'x1y2@alias.example' };
  expect(nextSources([home, mine], [atHome])).toEqual([mine, home]);
  // Where the service's own domain is not known by name, it is the one that is none of the account's own.
  const atMine = { ...refused, accountId: 'alias', email: 'x1y2@own.example' };
  expect(nextSources([mine, { ...home, domain: null }], [atMine])[0]?.wish).toBeUndefined();
});

it('offers a forwarding account in another shape before the same again', () => {
  const home = source('alias', null, { domain: 'alias.example', forwards: true });
  const words = { ...home, wish: { aliasFormat: 'random_words' as const }, otherShape: true as const };
  const atHome = { ...refused, accountId: 'alias', email: 'x1y2@alias.example' };
  expect(nextSources([home, words], [atHome])).toEqual([words, home]);
});
