// What a server may refuse of a card, over a scripted one: by code, by sentence, or by neither; what is the card's own and what is
// the key's or the plan's; and that no reveal is ever repeated.
import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../lib/error.ts';
import { open } from './aliaskit-scripted.ts';
import { failure } from './errors.ts';
import { cut, hang, html, json, type Reply, startLoopback } from './loopback.ts';

const cardsOf = async (...replies: Reply[]) => {
  const server = await startLoopback(...replies);
  return { server, cards: open(server).cards };
};

type Row = [status: number, body: unknown, headers: Record<string, string>, code: ErrorCode];
const REFUSALS: Row[] = [
  [
    403,
    { error: { type: 'forbidden', param: 'amount_cents', code: 'card_budget_exceeded' } },
    {},
    'over-budget',
  ],
  [403, { error: { type: 'forbidden', param: 'amount_cents' } }, {}, 'over-budget'],
  [403, { error: { type: 'forbidden', message: 'Amount exceeds the remaining budget' } }, {}, 'over-budget'],
  [409, { error: 'Over budget' }, {}, 'over-budget'],
  [422, { error: { code: 'budget_exceeded' } }, {}, 'over-budget'],
  [409, { error: { type: 'conflict', code: 'card_frozen' } }, {}, 'card-frozen'],
  [409, { error: 'This card is frozen' }, {}, 'card-frozen'],
  [403, { error: { type: 'forbidden', message: 'Card is Frozen.' } }, {}, 'card-frozen'],
  [409, { error: { type: 'conflict', code: 'card_cancelled' } }, {}, 'card-cancelled'],
  [409, { error: 'Card has been canceled' }, {}, 'card-cancelled'],
  [429, { error: { type: 'rate_limited' } }, { 'Retry-After': '40000' }, 'reveal-cap'],
  [429, { error: { type: 'rate_limited', code: 'card_reveal_limit' } }, { 'Retry-After': '5' }, 'reveal-cap'],
  [429, { error: 'Daily reveal limit reached' }, {}, 'reveal-cap'],
  [429, { error: { type: 'rate_limited' } }, { 'Retry-After': '20' }, 'rate-limited'],
  [429, { error: { type: 'rate_limited', code: 'rate_limit_exceeded' } }, {}, 'rate-limited'],
  [
    403,
    { error: { type: 'forbidden', message: 'This key lacks the scope cards:read' } },
    {},
    'missing-scope',
  ],
  [402, { error: { code: 'free_tier_cards_blocked' } }, {}, 'plan'],
  [400, { error: { type: 'invalid_request', param: 'amount_cents' } }, {}, 'rejected'],
  [404, { error: { type: 'not_found' } }, {}, 'not-found'],
  [409, { error: { type: 'conflict' } }, {}, 'conflict'],
  [401, { error: { type: 'unauthorized' } }, {}, 'unauthorized'],
];

describe('refusals', () => {
  test.each(REFUSALS)('a reveal: %i %j %j → %s, asked once', async (status, body, headers, code) => {
    const { server, cards } = await cardsOf(json(body, status, headers));
    expect(await failure(cards.reveal('card_1', 100))).toMatchObject({ code, detail: { status } });
    expect(server.seen).toHaveLength(1);
  });

  test('the state of a card is a refusal of other changes too, its budget is not', async () => {
    const { cards } = await cardsOf(
      json({ error: { type: 'conflict', code: 'card_cancelled' } }, 409),
      json({ error: { type: 'conflict', message: 'budget' } }, 409),
    );
    expect((await failure(cards.freeze('card_1'))).code).toBe('card-cancelled');
    expect((await failure(cards.freeze('card_1'))).code).toBe('conflict');
  });

  test.each([0, -100, 12.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    '%d is no amount: nothing is asked',
    async (amount) => {
      const { server, cards } = await cardsOf(json({}));
      expect(await failure(cards.reveal('card_1', amount))).toEqual({
        code: 'rejected',
        detail: { field: 'amount_cents' },
      });
      expect(server.seen).toEqual([]);
    },
  );

  test('a change of nothing is not asked', async () => {
    const { server, cards } = await cardsOf(json({}));
    expect((await failure(cards.setLimits('card_1', { resetSpent: false }))).code).toBe('rejected');
    expect(server.seen).toEqual([]);
  });

  test.each<[string, Reply]>([
    ['the connection breaks', cut],
    ['the server fails', json({}, 500)],
    ['a page answers', html(502)],
    ['the answer holds no blob', json({ last4: '4242' })],
    ['the answer is empty', json({ encrypted_data: '' })],
  ])('a reveal when %s is doubtful: it may have counted', async (_what, reply) => {
    const { server, cards } = await cardsOf(reply);
    expect((await failure(cards.reveal('card_1', 100))).code).toBe('doubtful');
    expect(server.seen).toHaveLength(1);
  });

  test('a reveal that was given up is not asked again', async () => {
    const { server, cards } = await cardsOf(hang);
    const ending = new AbortController();
    const pending = failure(cards.reveal('card_1', 100, ending.signal));
    await expect.poll(() => server.seen.length).toBe(1);
    ending.abort();
    expect((await pending).code).toBe('doubtful');
    expect(server.seen).toHaveLength(1);
  });
});
