// The demo checkout: every way of paying it has, and the bank behind it: what was declared at a reveal is taken, what goes beyond
// must fit the budget, and what does not is declined and written in the card's book.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { CARD_WISH } from './aliaskit-routes.ts';
import { type Ask, adminOf, apiOf } from './client.ts';
import { createVisitor } from './visitor.ts';

let sandbox: Sandbox;
let api: Ask;
let admin: Ask;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'checkout', rateLimit: null });
  api = apiOf(sandbox.json);
  admin = adminOf(sandbox.json);
});
afterAll(() => sandbox.close());
beforeEach(() => admin('POST', '/reset', {}));

const CARD = { name: 'A', number: '4242 4242 4242 4242', expiry: '12/48', cvc: '123' };
const pay = (cents: number, card: Record<string, string> = CARD) =>
  createVisitor(sandbox.json.pay).post(`/frame?amount=${cents}`, card);

async function newCard(budget_cents: number | null): Promise<string> {
  const { body } = await api('POST', '/identities', {});
  const wish =
    budget_cents === null ? { ...CARD_WISH, budget_cents: undefined } : { ...CARD_WISH, budget_cents };
  return (await api('POST', `/identities/${body.id}/cards`, wish)).body.id;
}
const limits = async (id: string) => {
  const { body } = await api('GET', `/cards/${id}/limits`);
  return [body.spent_cents, body.remaining_cents];
};
const book = async (id: string) =>
  (await api('GET', `/cards/${id}/transactions`)).body.data.map((line) => [
    line.type,
    line.amount_cents,
    line.allowed,
  ]);

describe('the bank', () => {
  it('takes what was declared, once', async () => {
    const id = await newCard(5000);
    await api('POST', `/cards/${id}/reveal`, { amount_cents: 1450 });
    expect((await pay(1450)).html).toContain('id="paid"');
    expect(await limits(id)).toEqual([1450, 3550]);
    expect(await book(id)).toEqual([['reveal', 1450, true]]);
    // The same amount again was not declared again.
    expect((await pay(1450)).html).toContain('id="paid"');
    expect(await limits(id)).toEqual([2900, 2100]);
    expect(await book(id)).toEqual([
      ['charge', 1450, true],
      ['reveal', 1450, true],
    ]);
  });

  it('counts what goes beyond the declared amount, and declines what does not fit', async () => {
    const id = await newCard(2000);
    await api('POST', `/cards/${id}/reveal`, { amount_cents: 100 });
    const declined = await pay(6400);
    expect(declined.status).toBe(402);
    expect(declined.html).toContain('id="declined"');
    expect(declined.html).toContain('budget');
    expect(await limits(id)).toEqual([100, 1900]);
    expect(await book(id)).toEqual([
      ['charge', 6300, false],
      ['reveal', 100, true],
    ]);
    expect((await admin('GET', '/audit')).body).toMatchObject({
      reveals: [{ cardId: id, amountCents: 100, allowed: true, ip: '127.0.0.1' }],
      charges: [{ cardId: id, amountCents: 6400, why: 'budget_exceeded' }],
    });
  });

  it.each([
    ['freeze', 'frozen'],
    ['cancel', 'cancelled'],
  ])('declines after %s', async (deed, word) => {
    const id = await newCard(null);
    await api('POST', `/cards/${id}/${deed}`);
    expect((await pay(100)).html).toContain(word);
  });

  it('has no say over cards that the sandbox does not keep', async () => {
    await newCard(1);
    const other = await pay(6400, { ...CARD, number: '5555555555554444' });
    expect(other.html).toContain('Nothing was charged');
  });
});

describe('the ways to pay', () => {
  const checkout = (query: string) =>
    createVisitor(sandbox.json.shop).get(`/checkout?item=reading-lamp${query}`);
  const frames = (html: string) =>
    [...html.matchAll(/<iframe id="([\w-]+)"[^>]* src="([^"]+)"/g)].map(([, id, src]) => [id, src]);

  it('a frame of the provider', async () => {
    expect(frames((await checkout('')).html)).toEqual([
      ['pay-frame', `${sandbox.json.pay}/frame?amount=6400`],
    ]);
    expect(frames((await checkout('&pay=nonsense')).html)).toHaveLength(1);
  });

  it('a frame for each field, joined by a script of the provider', async () => {
    const found = frames((await checkout('&pay=split')).html);
    expect(found.map(([id]) => id)).toEqual(['pay-name', 'pay-number', 'pay-expiry', 'pay-cvc', 'pay-frame']);
    const visitor = createVisitor(sandbox.json.pay);
    for (const [, src = ''] of found) {
      const page = await visitor.get(src.slice(sandbox.json.pay.length));
      expect(page.status).toBe(200);
      expect(page.html).toContain('src="/pay.js"');
    }
    expect((await visitor.get('/field/pin')).status).toBe(404);
    expect((await visitor.get('/pay.js')).status).toBe(200);
  });

  it('a frame of the shop’s own, or the page itself', async () => {
    const visitor = createVisitor(sandbox.json.shop);
    expect(frames((await checkout('&pay=own')).html)).toEqual([
      ['pay-frame', '/checkout/own/frame?amount=6400'],
    ]);
    const { html } = await checkout('&pay=page');
    expect(frames(html)).toEqual([]);
    expect(html).toContain('autocomplete="cc-number"');
    expect((await visitor.post('/checkout/own/frame?amount=6400', CARD)).html).toContain('Paid £64.00');
  });

  it('with somebody else’s frame beside it, which keeps what it is given', async () => {
    const page = await checkout('&extra=hostile');
    expect(frames(page.html)[1]).toEqual(['strange-frame', `${sandbox.json.lookalike}/frame`]);
    expect(page.headers['content-security-policy']).toContain(sandbox.json.lookalike);
    expect((await checkout('')).headers['content-security-policy']).not.toContain(sandbox.json.lookalike);
    await createVisitor(sandbox.json.lookalike).post('/frame', CARD);
    expect((await admin('GET', '/caught')).body.caught).toMatchObject([{ path: '/frame', form: CARD }]);
  });
});
