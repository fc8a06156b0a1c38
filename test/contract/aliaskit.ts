// What an AliasKit server promises: the key, identities and numbers, case by case; messages and cards are lists of their own.
// Every case holds whatever the contract leaves open; what the key or plan lacks is left out and said.
import assert from 'node:assert/strict';
import { CARD_CASES } from './aliaskit-cards.ts';
import { MESSAGE_CASES } from './aliaskit-messages.ts';
import { type AliaskitRig, needs, openAliaskit } from './aliaskit-rig.ts';
import { type Case, refusal, type Suite } from './suite.ts';

const ADDRESS = /^[^\s@]{1,64}@[a-z0-9.-]+\.[a-z]{2,}$/;

/** Something no person would choose, so that nobody's address is in the way. */
const unlikely = (): string => `moniker.check.${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;

const CASES: readonly Case<AliaskitRig>[] = [
  {
    name: 'the key works, and another does not',
    async run({ provider, stranger }) {
      assert.equal(typeof (await provider.probe()).scopes, 'object');
      assert.equal((await refusal(stranger.probe?.() ?? Promise.resolve())).code, 'unauthorized');
    },
  },
  {
    name: 'an identity is made, stands in the list, and is read by its id',
    unless: needs('identities', 'change'),
    async run({ make, provider: { identities } }) {
      const { id, email } = await make();
      assert.match(email, ADDRESS);
      const whole = await identities.get(id);
      assert.equal(whole.email, email);
      assert.ok(whole.active, 'a new identity is not active');
      assert.match(whole.persona?.birthDate ?? '', /^\d{4}-\d\d-\d\d$/);
      assert.ok(
        (await identities.list(0)).items.some(({ remoteId }) => remoteId === id),
        'not listed',
      );
    },
  },
  {
    name: 'name and metadata are as wished, and a change keeps the metadata it does not name',
    unless: needs('identities', 'change'),
    async run({ make, provider: { identities } }) {
      const metadata = { group: 'Checks', nested: { kept: [1, 'ü'] } };
      const { id } = await make({ name: 'Ana Silva', metadata });
      assert.deepEqual((await identities.get(id)).persona?.metadata, metadata);
      const changed = await identities.update(id, { name: 'Bo Berg', metadata: { group: 'Others' } });
      assert.equal(changed.persona?.name, 'Bo Berg');
      assert.deepEqual((await identities.get(id)).persona?.metadata, { ...metadata, group: 'Others' });
    },
  },
  {
    name: 'an address of our own is taken once, and then is taken',
    unless: needs('change'),
    async run({ make, provider: { identities } }) {
      const emailUsername = unlikely();
      const { email } = await make({ emailUsername });
      assert.ok(email.startsWith(`${emailUsername}@`), 'another address was made');
      assert.equal((await refusal(identities.create({ emailUsername }))).code, 'conflict');
    },
  },
  {
    name: 'an address that cannot be one is refused',
    unless: needs('change'),
    async run({ provider: { identities } }) {
      assert.equal((await refusal(identities.create({ emailUsername: 'not one!' }))).code, 'rejected');
    },
  },
  {
    name: 'an identity is suspended and active again',
    unless: needs('change'),
    async run({ make, provider: { identities } }) {
      const { id } = await make();
      assert.equal((await identities.update(id, { status: 'suspended' })).active, false);
      assert.equal((await identities.update(id, { status: 'active' })).active, true);
    },
  },
  {
    name: 'a number is bought once, and goes with its identity',
    unless: (rig) =>
      needs('change')(rig) ?? (rig.options.phone === true ? null : 'no --phone: nothing is bought'),
    async run({ make, provider: { identities, phones } }) {
      const { id, phone } = await make();
      assert.equal(phone, null);
      const [country = ''] = phones.countries;
      const added = await phones.add(id, country);
      assert.match(added.persona?.phone ?? '', /^\+\d{7,15}$/);
      assert.equal((await refusal(phones.add(id, country))).code, 'conflict');
      await identities.remove(id);
      assert.equal((await refusal(identities.get(id))).code, 'not-found');
    },
  },
  {
    name: 'an identity is removed for good, and removing it again is no error',
    unless: needs('change'),
    async run({ make, provider: { identities } }) {
      const { id } = await make();
      await identities.remove(id);
      await identities.remove(id);
      assert.equal((await refusal(identities.get(id))).code, 'not-found');
    },
  },
];

export const ALIASKIT: Suite<AliaskitRig> = {
  open: openAliaskit,
  cases: [
    ...CASES,
    ...MESSAGE_CASES,
    ...CARD_CASES,
    {
      name: 'no request held a card key or a card number',
      async run({ leaks }) {
        assert.deepEqual(leaks, []);
      },
    },
  ],
};
