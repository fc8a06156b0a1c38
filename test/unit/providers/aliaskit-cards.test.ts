// Cards of the AliasKit provider over a scripted server: what is sent, and what may be missing or spelt otherwise in an
// answer. Refusals are in aliaskit-card-refusals.test.ts.
import { describe, expect, test } from 'vitest';
import { bodies, calls, open } from './aliaskit-scripted.ts';
import { failure } from './errors.ts';
import { json, type Reply, startLoopback } from './loopback.ts';

const CARD = {
  id: 'card_1',
  identity_id: 'ident_1',
  last4: '4242',
  brand: 'visa',
  exp_month: 12,
  exp_year: 2028,
  budget_cents: 50000,
  spent_cents: 12300,
  status: 'active',
  card_name: 'Work',
  created_at: '2026-04-12T10:00:00Z',
};
const LIMITS = {
  card_id: 'card_1',
  budget_cents: 50000,
  spent_cents: 12300,
  remaining_cents: 37700,
  status: 'active',
};
const REMOTE = {
  remoteId: 'card_1',
  identityId: 'ident_1',
  last4: '4242',
  brand: 'visa',
  expMonth: 12,
  expYear: 2028,
  budgetCents: 50000,
  spentCents: 12300,
  status: 'active',
  name: 'Work',
  createdAt: Date.UTC(2026, 3, 12, 10),
};
const cardsOf = async (...replies: Reply[]) => {
  const server = await startLoopback(...replies);
  return { server, cards: open(server).cards };
};

describe('requests', () => {
  test('each operation at its own route', async () => {
    const { server, cards } = await cardsOf(
      json(CARD, 201),
      json({ data: [CARD] }),
      json(CARD),
      json({ encrypted_data: 'YmxvYg==', last4: '4242', remaining_cents: 100 }),
      json({ encrypted_data: 'YmxvYg==' }),
      json(CARD),
      json({ ...CARD, status: 'frozen' }),
      json({ ...CARD, status: 'canceled', brand: null, exp_month: null, exp_year: null }),
      json(LIMITS),
      json(LIMITS),
      json({
        data: [
          { id: 'txn_1', amount_cents: 600, allowed: false, reason: 'frozen', created_at: CARD.created_at },
        ],
        has_more: true,
      }),
    );
    const wish = {
      sealed: 'YmxvYg==',
      last4: '4242',
      brand: 'visa',
      expMonth: 12,
      expYear: 2028,
      budgetCents: 50000,
      name: 'Work',
    };
    expect(await cards.create('ident_1', wish)).toEqual(REMOTE);
    expect(await cards.list('ident_1')).toEqual([REMOTE]);
    expect(await cards.get('card_1')).toEqual(REMOTE);
    expect(await cards.reveal('card_1', 1250)).toEqual({
      sealed: 'YmxvYg==',
      last4: '4242',
      remainingCents: 100,
    });
    expect(await cards.reveal('card_1', null)).toEqual({
      sealed: 'YmxvYg==',
      last4: null,
      remainingCents: null,
    });
    await cards.unfreeze('card_1');
    expect((await cards.freeze('card_1')).status).toBe('frozen');
    expect(await cards.cancel('card_1')).toMatchObject({ status: 'cancelled', brand: null, expMonth: null });
    expect(await cards.limits('card_1')).toEqual({
      cardId: 'card_1',
      budgetCents: 50000,
      spentCents: 12300,
      remainingCents: 37700,
      status: 'active',
    });
    await cards.setLimits('card_1', { budgetCents: null, resetSpent: true });
    expect(await cards.transactions('card_1', 0)).toEqual({
      items: [
        { remoteId: 'txn_1', amountCents: 600, allowed: false, reason: 'frozen', at: REMOTE.createdAt },
      ],
      next: 1,
    });
    expect(calls(server)).toEqual([
      'POST /v1/identities/ident_1/cards',
      'GET /v1/identities/ident_1/cards',
      'GET /v1/cards/card_1',
      'POST /v1/cards/card_1/reveal',
      'POST /v1/cards/card_1/reveal',
      'POST /v1/cards/card_1/unfreeze',
      'POST /v1/cards/card_1/freeze',
      'POST /v1/cards/card_1/cancel',
      'GET /v1/cards/card_1/limits',
      'PATCH /v1/cards/card_1/limits',
      'GET /v1/cards/card_1/transactions?limit=100',
    ]);
    expect(bodies(server)).toEqual([
      {
        encrypted_data: 'YmxvYg==',
        last4: '4242',
        brand: 'visa',
        exp_month: 12,
        exp_year: 2028,
        budget_cents: 50000,
        card_name: 'Work',
      },
      null,
      null,
      { amount_cents: 1250 },
      {},
      {},
      {},
      {},
      null,
      { budget_cents: null, reset_spend: true },
      null,
    ]);
  });

  test('limits are changed by whichever method the server knows', async () => {
    const { server, cards } = await cardsOf(json({}, 405), json({}, 405), json(LIMITS));
    await cards.setLimits('card_1', { budgetCents: 0 });
    expect(calls(server).map((call) => call.split(' ')[0])).toEqual(['PATCH', 'PUT', 'POST']);
  });

  test('ids are no paths', async () => {
    const { server, cards } = await cardsOf(json(CARD));
    await cards.get('a/../b?c');
    expect(calls(server)).toEqual(['GET /v1/cards/a%2F..%2Fb%3Fc']);
  });
});

describe('answers', () => {
  test.each<[string, object, object]>([
    [
      'the least a card may hold',
      {
        brand: undefined,
        exp_month: null,
        exp_year: undefined,
        budget_cents: undefined,
        spent_cents: undefined,
        card_name: undefined,
      },
      { brand: null, expMonth: null, expYear: null, budgetCents: null, spentCents: 0, name: null },
    ],
    ['a date that is none', { exp_month: 13, exp_year: '2028' }, { expMonth: null, expYear: null }],
    ['a status of tomorrow', { status: 'expired' }, { status: 'unknown' }],
    ['a status that every object has a member of', { status: 'constructor' }, { status: 'unknown' }],
    ['a brand in capitals', { brand: 'VISA' }, { brand: 'visa' }],
  ])('%s', async (_what, change, expected) => {
    const { cards } = await cardsOf(json({ ...CARD, ...change }));
    expect(await cards.get('card_1')).toMatchObject(expected);
  });

  test.each([{ last4: '42' }, { last4: 4242 }, { id: '..' }, { status: null }, { budget_cents: 1.5 }])(
    'a card with %j is malformed',
    async (change) => {
      const { cards } = await cardsOf(json({ ...CARD, ...change }));
      expect((await failure(cards.get('card_1'))).code).toBe('malformed');
    },
  );

  test.each<[object, number | null]>([
    [{ remaining_cents: undefined }, 37700],
    [{ remaining_cents: 99999 }, 37700],
    [{ remaining_cents: 100 }, 100],
    [{ remaining_cents: -5 }, 0],
    [{ budget_cents: null, remaining_cents: null }, null],
  ])('what is left by %j', async (change, left) => {
    const { cards } = await cardsOf(json({ ...LIMITS, ...change }));
    expect((await cards.limits('card_1')).remainingCents).toBe(left);
  });

  test.each([
    { encrypted_data: 'x' },
    { data: { encrypted_data: 'x' } },
    { card: { encrypted_data: 'x' }, data: 7 },
  ])('the blob of %j', async (body) => {
    const { cards } = await cardsOf(json(body));
    expect((await cards.reveal('card_1', 1)).sealed).toBe('x');
  });
});
