// What an AliasKit server promises of cards and authenticator entries. The card is a published test number, sealed with the key
// that was given or a new one; no case leaves it behind.
import assert from 'node:assert/strict';
import type { CardSecret } from '../../lib/cards/secret.ts';
import { openCard, sealCard } from '../../lib/providers/aliaskit/card-blob.ts';
import type { RemoteCard } from '../../lib/providers/card-slot.ts';
import { totpCode } from '../../lib/totp/code.ts';
import { type AliaskitRig, CARD_NUMBER, needs, TOTP } from './aliaskit-rig.ts';
import { type Case, refusal } from './suite.ts';

const SECRET: CardSecret = {
  number: CARD_NUMBER,
  cvc: '123',
  expMonth: 12,
  expYear: 2039,
  brand: 'visa',
  billing: { last_name: 'Grüße', address_city: 'Lisboa' },
};
const TOTP_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

async function newCard(rig: AliaskitRig, budgetCents?: number): Promise<RemoteCard> {
  const { id } = await rig.make();
  return rig.provider.cards.create(id, {
    sealed: sealCard(rig.cardKey, id, SECRET),
    last4: '4242',
    brand: 'visa',
    expMonth: 12,
    expYear: 2039,
    name: 'Check',
    ...(budgetCents === undefined ? {} : { budgetCents }),
  });
}

const cards = needs('change', 'cards', 'payments');

export const CARD_CASES: readonly Case<AliaskitRig>[] = [
  {
    name: 'a card is kept, listed without its number, and opens to what was sealed',
    unless: cards,
    async run(rig) {
      const { cards } = rig.provider;
      const made = await newCard(rig, 50_000);
      assert.deepEqual([made.last4, made.status, made.spentCents], ['4242', 'active', 0]);
      assert.deepEqual(await cards.get(made.remoteId), made);
      const listed = await cards.list(made.identityId);
      assert.ok(
        listed.some(({ remoteId }) => remoteId === made.remoteId),
        'not listed',
      );
      const { sealed } = await cards.reveal(made.remoteId, 1250);
      assert.deepEqual(openCard(rig.cardKey, made.identityId, sealed, made.last4), SECRET);
    },
  },
  {
    name: 'declared amounts are counted, and one over the budget is refused and not counted',
    unless: cards,
    async run(rig) {
      const { cards } = rig.provider;
      const { remoteId } = await newCard(rig, 1000);
      await cards.reveal(remoteId, 600);
      assert.equal((await refusal(cards.reveal(remoteId, 600))).code, 'over-budget');
      const { spentCents, remainingCents } = await cards.limits(remoteId);
      assert.deepEqual([spentCents, remainingCents], [600, 400]);
      const { items } = await cards.transactions(remoteId, 0);
      assert.deepEqual(
        items.map(({ amountCents, allowed }) => [amountCents, allowed]),
        [
          [600, false],
          [600, true],
        ],
      );
    },
  },
  {
    name: 'the budget is changed, what was spent reset, the limit lifted',
    unless: cards,
    async run(rig) {
      const { cards } = rig.provider;
      const { remoteId } = await newCard(rig, 1000);
      await cards.reveal(remoteId, 600);
      assert.equal((await cards.setLimits(remoteId, { budgetCents: 2000 })).remainingCents, 1400);
      assert.equal((await cards.setLimits(remoteId, { resetSpent: true })).remainingCents, 2000);
      assert.equal((await cards.setLimits(remoteId, { budgetCents: null })).budgetCents, null);
      const before = rig.requests();
      assert.equal((await refusal(cards.setLimits(remoteId, {}))).code, 'rejected');
      assert.equal(rig.requests(), before);
    },
  },
  {
    name: 'a frozen card is not revealed, an unfrozen one is, a cancelled one never again',
    unless: cards,
    async run(rig) {
      const { cards } = rig.provider;
      const { remoteId } = await newCard(rig);
      assert.equal((await cards.freeze(remoteId)).status, 'frozen');
      assert.equal((await refusal(cards.reveal(remoteId, 100))).code, 'card-frozen');
      assert.equal((await cards.unfreeze(remoteId)).status, 'active');
      await cards.reveal(remoteId, 100);
      assert.equal((await cards.cancel(remoteId)).status, 'cancelled');
      assert.equal((await refusal(cards.reveal(remoteId, 100))).code, 'card-cancelled');
    },
  },
  {
    name: 'an amount that is none is refused without asking',
    unless: cards,
    async run(rig) {
      const before = rig.requests();
      for (const amount of [0, -1, 1.5, Number.NaN])
        assert.equal((await refusal(rig.provider.cards.reveal('card', amount))).code, 'rejected');
      assert.equal(rig.requests(), before);
    },
  },
  {
    name: 'a card that is not there is not found',
    unless: needs('cards'),
    async run({ provider: { cards } }) {
      assert.equal((await refusal(cards.get('nothing'))).code, 'not-found');
    },
  },
  {
    name: 'an authenticator entry is kept, gives the right codes, never late, and is removed',
    unless: needs('change', 'identities', 'totps'),
    async run(rig) {
      const { totps } = rig.provider;
      const { id } = await rig.make();
      const entry = await totps.register(id, { ...TOTP, secret: TOTP_SECRET, issuer: 'Check' });
      const listed = (await totps.list(id)).find(({ remoteId }) => remoteId === entry.remoteId);
      assert.equal(listed?.issuer, 'Check');
      const { code, remaining } = await totps.code(id, entry.remoteId);
      assert.ok(remaining >= 3000 && remaining <= 30_000, `${remaining} ms left`);
      // Two clocks: the code before and the one after are the same entry's.
      const near = [-30_000, 0, 30_000].map(
        (by) => totpCode({ ...TOTP, secret: TOTP_SECRET }, Date.now() + by).code,
      );
      assert.ok(near.includes(code), 'a code of another secret');
      await totps.remove(id, entry.remoteId);
      await totps.remove(id, entry.remoteId);
      assert.deepEqual(await totps.list(id), []);
    },
  },
  {
    name: 'a secret that is none is refused',
    unless: needs('change', 'totps'),
    async run(rig) {
      const { id } = await rig.make();
      const wish = { ...TOTP, secret: 'not base32!', issuer: 'Check' };
      assert.equal((await refusal(rig.provider.totps.register(id, wish))).code, 'rejected');
    },
  },
];
