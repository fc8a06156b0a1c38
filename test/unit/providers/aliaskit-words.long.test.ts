// Every operation of AliasKit × every way of being refused, through the extension's own provider: which code it becomes, and that its
// words name what is missing. Leans on the real sandbox; what it never refuses by itself is ordered from its faults.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { wordsFor } from '../../../components/words/errors.ts';
import { AppError, type ErrorCode, type WireError } from '../../../lib/error.ts';
import { aliaskit } from '../../../lib/providers/aliaskit/aliaskit.ts';
import { createTransport } from '../../../lib/providers/http.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type Person, person, SCOPES } from '../sandbox/aliaskit-routes.ts';
import { type Ask, adminOf, apiOf } from '../sandbox/client.ts';
import { AS_WE_ASK, type Slots } from './aliaskit-operations.ts';

let sandbox: Sandbox;
let api: Ask;
let admin: Ask;
let one: Person;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'words', rateLimit: null });
  api = apiOf(sandbox.json);
  admin = adminOf(sandbox.json);
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await admin('POST', '/reset', {});
  one = await person(api, admin);
});

function slots(apiKey = sandbox.json.key): Slots {
  const baseUrl = sandbox.json.api;
  const account = {
    id: 'a',
    kind: 'aliaskit',
    name: '',
    createdAt: 0,
    baseUrl,
    apiKey,
    cardKey: null,
  } as const;
  const { identities, inbox, events, phones, cards, totps } = aliaskit(account, createTransport);
  if (!identities || !inbox || !events || !phones || !cards || !totps) throw new Error('a slot is missing');
  return { identities, inbox, events, phones, cards, totps };
}

const issue = async (wish: object): Promise<string> => (await admin('POST', '/keys', wish)).body.key;
const nobody = (of: Person): Person => ({
  ...of,
  id: 'nothing',
  emailId: 'nothing',
  smsId: 'nothing',
  cardId: 'nothing',
  totpId: 'nothing',
});

/** The live line tells a code and no detail. */
async function outcome(work: Promise<unknown>): Promise<WireError | 'done'> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, detail: error.detail };
    throw error;
  }
}

/** Words that a person can act on: three sentences, no code, no hole. */
function readable(error: WireError | 'done', code: ErrorCode): WireError {
  if (error === 'done') throw new Error('it was not refused');
  expect(error.code).toBe(code);
  const { title, safe, next } = wordsFor(error);
  for (const words of [title, safe, next]) {
    expect(words.length).toBeGreaterThan(10);
    expect(words).not.toMatch(/undefined|\bnull\b|\$\d|free_tier|card_budget/);
  }
  expect(title).not.toBe(wordsFor({ code: 'bug', detail: {} }).title);
  return error;
}

it('is all of the contract, once', () => {
  expect(AS_WE_ASK.map(({ row }) => row)).toEqual(Array.from({ length: 32 }, (_, at) => at + 1));
});

describe.each(AS_WE_ASK)('$row: $name', ({ ask, scope, gone, plan, row }) => {
  const live = row === 32;

  it('works, and says why it does not with a key that is none', async () => {
    // A second number is refused where there is one.
    if (row === 6) one.id = (await api('POST', '/identities', {})).body.id;
    expect(await outcome(ask(slots(), one))).toBe('done');
    readable(await outcome(ask(slots('ak_live_00000000000000000000000000000000'), one)), 'unauthorized');
  });

  it(`names the right ${scope} where it is missing`, async () => {
    const key = await issue({ scopes: SCOPES.filter((other) => other !== scope) });
    const refused = readable(await outcome(ask(slots(key), one)), 'missing-scope');
    if (live) return;
    expect(wordsFor(refused).title).toContain(scope);
  });

  it('knows that nothing is there', async () => {
    if (gone === undefined) return;
    const ended = await outcome(ask(slots(), nobody(one)));
    if (gone === 'done') expect(ended).toBe('done');
    else readable(ended, 'not-found');
  });

  it('says when to come back where the rate is spent', async () => {
    const key = await issue({ rate_limit: 1 });
    await apiOf(sandbox.json, key)('GET', '/identities');
    const refused = readable(await outcome(ask(slots(key), one)), live ? 'unreachable' : 'rate-limited');
    if (!live) expect(refused.detail.retryAfter).toBeGreaterThanOrEqual(1000);
  });

  it('says what it makes of a field, a state and a fault', async () => {
    // A server may refuse to list the texts of an identity without a number: that is no trouble (§5.1).
    if (live || row === 13) return;
    const fault = (status: number, type: string, more: object = {}) =>
      sandbox.world.faults.add({
        path: '/api/v1/*',
        times: 1,
        after: false,
        act: { kind: 'status', status, body: { error: { type, message: 'Because.', status, ...more } } },
      });
    fault(400, 'invalid_request', { param: 'subject' });
    expect(readable(await outcome(ask(slots(), one)), 'rejected').detail.field).toBe('subject');
    fault(409, 'conflict');
    expect(wordsFor(readable(await outcome(ask(slots(), one)), 'conflict')).next).toContain('Because.');
    fault(402, 'upgrade_required');
    readable(await outcome(ask(slots(), one)), 'plan');
    fault(503, 'internal_error');
    const failed = await outcome(ask(slots(), one));
    // Whoever asked to make something is not told that it failed where it may have worked.
    if (failed === 'done') throw new Error('it was not refused');
    expect(['server', 'doubtful']).toContain(failed.code);
  });

  if (plan !== undefined)
    it('says what the plan does not include', async () => {
      const key = await issue({ plan: 'free' });
      while ((await api('GET', '/identities')).body.data.length < 3) await api('POST', '/identities', {});
      const fresh = (await api('GET', '/identities')).body.data;
      if (row === 6)
        one.id =
          fresh.find(({ phone_number }: { phone_number: string | null }) => phone_number === null)?.id ??
          one.id;
      expect(readable(await outcome(ask(slots(key), one)), 'plan').detail.limit).toBe(plan);
    });
});
