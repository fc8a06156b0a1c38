// Every operation of the AliasKit contract × what else it may answer: 200 or 201 first, then 400 for a body, 402 for the plan,
// 409 for the state, 429 for the rate; and the order of these checks (§1.4).
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { askGood, CARD_WISH, fill, OPERATIONS, type Person, person } from './aliaskit-routes.ts';
import { type Answer, type Ask, adminOf, apiOf } from './client.ts';

let sandbox: Sandbox;
let api: Ask;
let admin: Ask;
let one: Person;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'refusals', rateLimit: null });
  api = apiOf(sandbox.json);
  admin = adminOf(sandbox.json);
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await admin('POST', '/reset', {});
  one = await person(api, admin);
});

const CREATES = new Set(['/identities', '/identities/:id/emails', '/identities/:id/sms']);
const MAKES = /\/(?:cards|totp)$/;

describe.each(OPERATIONS)('$method $path', (operation) => {
  const { method, path, bad, plan } = operation;

  it('succeeds', async () => {
    // Adding a number is refused where there is one.
    if (path.endsWith('/phone')) one.id = (await api('POST', '/identities', {})).body.id;
    const answer = await askGood(api, operation, one);
    const makes = method === 'POST' && (CREATES.has(path) || MAKES.test(path));
    expect(answer.status).toBe(makes ? 201 : 200);
  });

  it('answers 429 with Retry-After when the key has asked enough', async () => {
    const { body } = await admin('POST', '/keys', { rate_limit: 1 });
    const limited = apiOf(sandbox.json, body.key);
    await limited('GET', '/identities');
    const answer = await limited(method, fill(path, one));
    expect(answer.status).toBe(429);
    expect(answer.body.error).toMatchObject({ type: 'rate_limited', status: 429 });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  });

  if (bad !== undefined)
    it('answers 400 and names the member, before it looks at the plan', async () => {
      const { body: free } = await admin('POST', '/keys', { plan: 'free' });
      for (const asks of [api, apiOf(sandbox.json, free.key)]) {
        const answer = await asks(method, fill(path, one), bad[0]);
        expect(answer.status).toBe(400);
        expect(answer.body.error).toMatchObject({ type: 'invalid_request', param: bad[1], status: 400 });
      }
      for (const text of ['{', '[]', '"x"', '7'])
        expect((await api(method, fill(path, one), text)).status).toBe(400);
    });

  if (plan !== undefined)
    it(`answers 402 ${plan} on the free plan`, async () => {
      const { body: free } = await admin('POST', '/keys', { plan: 'free' });
      const asks = apiOf(sandbox.json, free.key);
      while ((await api('GET', '/identities')).body.data.length < 3) await api('POST', '/identities', {});
      const answer = await askGood(asks, operation, one);
      expect(answer.status).toBe(402);
      expect(answer.body.error).toMatchObject({ type: 'upgrade_required', code: plan, status: 402 });
    });
});

describe('409', () => {
  const conflict = (answer: Answer, code?: string): void => {
    expect(answer.status).toBe(409);
    expect(answer.body.error).toMatchObject({ type: 'conflict', status: 409, ...(code && { code }) });
  };

  it('for an address in use', async () => {
    await api('POST', '/identities', { email_username: 'ana' });
    conflict(await api('POST', '/identities', { email_username: 'ana' }));
  });

  it('for a second number', async () => {
    conflict(await api('POST', `/identities/${one.id}/phone`, {}));
  });

  it('for a frozen card', async () => {
    await api('POST', `/cards/${one.cardId}/freeze`);
    conflict(await api('POST', `/cards/${one.cardId}/reveal`), 'card_frozen');
  });

  it.each(['freeze', 'unfreeze', 'cancel', 'reveal'])('for a cancelled card: %s', async (deed) => {
    await api('POST', `/cards/${one.cardId}/cancel`);
    conflict(await api('POST', `/cards/${one.cardId}/${deed}`), 'card_cancelled');
    conflict(await api('PATCH', `/cards/${one.cardId}/limits`, { budget_cents: 1 }), 'card_cancelled');
  });
});

describe('what must never arrive', () => {
  it.each(['number', 'card_number', 'cvc', 'cvv', 'card_key'])(
    'a card’s %s in clear is refused',
    async (name) => {
      const answer = await api('POST', `/identities/${one.id}/cards`, {
        ...CARD_WISH,
        [name]: '4242424242424242',
      });
      expect(answer.status).toBe(400);
      expect(answer.body.error.param).toBe(name);
    },
  );

  it.each(['', 'not base64!', 'a'.repeat(16_385)])(
    'a blob that is none is refused',
    async (encrypted_data) => {
      const answer = await api('POST', `/identities/${one.id}/cards`, { ...CARD_WISH, encrypted_data });
      expect(answer.body.error.param).toBe('encrypted_data');
    },
  );
});
