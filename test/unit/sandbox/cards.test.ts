// Cards and authenticator entries of the sandbox beyond their routes: what a reveal costs and leaves behind, what a cancellation
// destroys, the day's cap, and codes at the contract's own moments.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { CARD_WISH, TOTP_WISH } from './aliaskit-routes.ts';
import { type Ask, adminOf, apiOf } from './client.ts';

let sandbox: Sandbox;
let api: Ask;
let admin: Ask;
let id: string;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'cards', rateLimit: null });
  api = apiOf(sandbox.json);
  admin = adminOf(sandbox.json);
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await admin('POST', '/reset', {});
  id = (await api('POST', '/identities', {})).body.id;
});

const keysOf = (value: object): string[] => Object.keys(value).sort();
const newCard = async (wish: object = CARD_WISH): Promise<string> =>
  (await api('POST', `/identities/${id}/cards`, wish)).body.id;
const reveal = (card: string, amount_cents?: number) =>
  api('POST', `/cards/${card}/reveal`, { amount_cents });

describe('cards', () => {
  it('show the members of the reference, and neither blob nor anything of it', async () => {
    const made = await api('POST', `/identities/${id}/cards`, { ...CARD_WISH, card_source: 'monzo' });
    const card = made.body.id;
    const [got, list] = [await api('GET', `/cards/${card}`), await api('GET', `/identities/${id}/cards`)];
    for (const one of [made.body, got.body, list.body.data[0]])
      expect(keysOf(one)).toEqual([
        'brand',
        'budget_cents',
        'card_name',
        'created_at',
        'exp_month',
        'exp_year',
        'id',
        'identity_id',
        'last4',
        'spent_cents',
        'status',
      ]);
    expect(list.body.has_more).toBe(false);
    expect((await api('GET', `/cards/${card}/limits`)).body).toEqual({
      card_id: card,
      budget_cents: 50000,
      spent_cents: 0,
      remaining_cents: 50000,
      status: 'active',
    });
  });

  it('are taken with the four digits and a blob alone, and then have no budget', async () => {
    const { encrypted_data, last4 } = CARD_WISH;
    const card = await newCard({ encrypted_data, last4 });
    expect((await api('GET', `/cards/${card}`)).body).toMatchObject({
      brand: null,
      exp_month: null,
      budget_cents: null,
    });
    expect((await reveal(card, 99_999_999)).body).toMatchObject({ encrypted_data, remaining_cents: null });
  });

  it('count declared amounts, and neither refused nor undeclared ones', async () => {
    const card = await newCard({ ...CARD_WISH, budget_cents: 1000 });
    expect((await reveal(card, 600)).body).toMatchObject({
      card_id: card,
      spent_cents: 600,
      remaining_cents: 400,
    });
    const over = await reveal(card, 401);
    expect(over.status).toBe(403);
    expect(over.body.error).toMatchObject({
      type: 'forbidden',
      param: 'amount_cents',
      code: 'card_budget_exceeded',
    });
    expect((await reveal(card)).body.spent_cents).toBe(600);
    expect((await reveal(card, 400)).body.remaining_cents).toBe(0);
    const first = await api('GET', `/cards/${card}/transactions?limit=2`);
    expect(first.body.has_more).toBe(true);
    expect(first.body.data).toMatchObject([
      { amount_cents: 400, allowed: true, reason: null, type: 'reveal', card_id: card },
      { amount_cents: null, allowed: true },
    ]);
    const rest = await api('GET', `/cards/${card}/transactions?limit=2&offset=2`);
    expect(rest.body.data).toMatchObject([
      { amount_cents: 401, allowed: false, reason: 'budget_exceeded' },
      { amount_cents: 600, allowed: true },
    ]);
  });

  it('may have a budget below what was spent, and a counter that begins anew', async () => {
    const card = await newCard();
    await reveal(card, 600);
    const limits = (body: object) => api('PATCH', `/cards/${card}/limits`, body);
    expect((await limits({ budget_cents: 100 })).body).toMatchObject({
      spent_cents: 600,
      remaining_cents: 0,
    });
    expect((await limits({ reset_spend: true })).body).toMatchObject({
      spent_cents: 0,
      remaining_cents: 100,
    });
    expect((await limits({ budget_cents: null })).body).toMatchObject({
      budget_cents: null,
      remaining_cents: null,
    });
    expect((await limits({ reset_spend: false })).status).toBe(200);
    expect((await limits({ budget_cents: -1 })).body.error.param).toBe('budget_cents');
  });

  it('freeze and unfreeze as often as one likes, and lose everything but four digits when cancelled', async () => {
    const card = await newCard();
    for (const [deed, status] of [
      ['freeze', 'frozen'],
      ['freeze', 'frozen'],
      ['unfreeze', 'active'],
      ['unfreeze', 'active'],
    ])
      expect((await api('POST', `/cards/${card}/${deed}`)).body.status).toBe(status);
    expect((await api('POST', `/cards/${card}/cancel`)).body).toMatchObject({
      status: 'cancelled',
      last4: '4242',
      brand: null,
      exp_month: null,
    });
    expect(JSON.stringify([...sandbox.world.state.vaults.cards.values()])).not.toContain(
      CARD_WISH.encrypted_data,
    );
  });

  it('go with their identity', async () => {
    const card = await newCard();
    await api('DELETE', `/identities/${id}`);
    expect((await api('GET', `/cards/${card}`)).status).toBe(404);
    expect(sandbox.world.state.vaults.cards.size).toBe(0);
  });

  it('are as many as the plan allows', async () => {
    await admin('PATCH', '/settings', { aliaskit: { card_limit: 1 } });
    const card = await newCard();
    const second = await api('POST', `/identities/${id}/cards`, CARD_WISH);
    expect(second.body.error).toMatchObject({ code: 'free_tier_card_limit' });
    await api('POST', `/cards/${card}/cancel`);
    expect((await api('POST', `/identities/${id}/cards`, CARD_WISH)).status).toBe(201);
  });
});

describe('the audit', () => {
  it('keeps every attempt: when, from where, by what, for how much, and why not', async () => {
    const card = await newCard({ ...CARD_WISH, budget_cents: 100 });
    await reveal(card, 60);
    await reveal(card, 60);
    await api('POST', `/cards/${card}/freeze`);
    await reveal(card);
    // What is no amount is no attempt.
    await reveal(card, 0);
    const { reveals } = (await admin('GET', '/audit')).body;
    expect(reveals).toMatchObject([
      {
        cardId: card,
        amountCents: 60,
        allowed: true,
        reason: null,
        ip: '127.0.0.1',
        userAgent: expect.stringMatching(/node/),
      },
      { amountCents: 60, allowed: false, reason: 'budget_exceeded' },
      { amountCents: null, allowed: false, reason: 'frozen' },
    ]);
  });

  it('counts to the day’s cap, until the next midnight', async () => {
    await admin('PATCH', '/settings', { aliaskit: { reveal_cap: 2 } });
    await admin('POST', '/clock', { now: '2026-11-22T23:59:00.000Z' });
    const card = await newCard();
    for (let at = 0; at < 2; at += 1) expect((await reveal(card)).status).toBe(200);
    const refused = await reveal(card, 5);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect((await api('GET', `/cards/${card}/transactions`)).body.data).toHaveLength(2);
    await admin('POST', '/clock', { advance_ms: 61_000 });
    expect((await reveal(card)).status).toBe(200);
  });
});

describe('authenticator entries', () => {
  const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  it.each([
    [TOTP_WISH.secret, 6, 0, '282760'],
    [TOTP_WISH.secret, 6, 59, '996554'],
    [TOTP_WISH.secret, 6, 1111111109, '071271'],
    [TOTP_WISH.secret, 6, 1234567890, '742275'],
    [TOTP_WISH.secret, 6, 1776000000, '985263'],
    [RFC_SECRET, 6, 59, '287082'],
    [RFC_SECRET, 8, 59, '94287082'],
    [RFC_SECRET, 6, 1111111109, '081804'],
    [RFC_SECRET, 8, 1111111109, '07081804'],
  ])('%s with %i digits at %i: %s', async (secret, digits, at, code) => {
    const { body } = await api('POST', `/identities/${id}/totp`, { ...TOTP_WISH, secret, digits });
    // Sandbox time moves while we ask; a step has half a minute.
    await admin('POST', '/clock', { now: new Date(Math.floor(at / 30) * 30_000).toISOString() });
    const answer = (await api('GET', `/identities/${id}/totp/${body.id}/code`)).body;
    expect(answer).toMatchObject({ code });
    expect(answer.remaining_seconds).toBeGreaterThan(25);
  });

  it('never show their secret, and take one in any spelling', async () => {
    const spelt = await api('POST', `/identities/${id}/totp`, {
      secret: 'jbsw y3dp-ehpk 3pxp==',
      algorithm: 'sha-256',
      digits: 8,
      period: 60,
    });
    expect(spelt.status).toBe(201);
    expect(keysOf(spelt.body)).toEqual([
      'algorithm',
      'created_at',
      'digits',
      'id',
      'identity_id',
      'period',
      'service_name',
    ]);
    expect(spelt.body).toMatchObject({ algorithm: 'SHA256', digits: 8, period: 60, service_name: '' });
    const list = (await api('GET', `/identities/${id}/totp`)).body;
    expect(list).toEqual({ data: [spelt.body], has_more: false });
  });

  it.each([
    [{ secret: 'JBSWY3DP' }, 'secret'],
    [{ secret: 'JBSWY3DPEHPK3PX0' }, 'secret'],
    [{ ...TOTP_WISH, algorithm: 'MD5' }, 'algorithm'],
    [{ ...TOTP_WISH, digits: 9 }, 'digits'],
    [{ ...TOTP_WISH, period: 5 }, 'period'],
  ])('%j is refused', async (body, param) => {
    const answer = await api('POST', `/identities/${id}/totp`, body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.param).toBe(param);
  });
});
