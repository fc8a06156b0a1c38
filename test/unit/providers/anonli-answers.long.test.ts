// What anon.li answers, in each of the ways it is known to answer: one switch after the other turned, alone, the provider
// understands the same. And the month's requests, as they reach whoever counts.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTransport, type MakeTransport } from '../../../lib/providers/http.ts';
import { walk } from '../../../lib/providers/pages.ts';
import type { Provider } from '../../../lib/providers/provider.ts';
import type { RateReading } from '../../../lib/rate-reading.ts';
import { leaveRequests } from '../../sandbox/anonli/rates.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { AS_THE_PAGE, AS_THE_SERVER } from '../../sandbox/world/anonli-manners.ts';
import type { Settings } from '../../sandbox/world/settings.ts';
import { aliasesOf, connect } from './anonli-account.ts';
import { failure } from './errors.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.world.reset());
const house = () => {
  const [user] = [...sandbox.world.state.anonli.users.values()];
  if (user === undefined) throw new Error('no account');
  return user;
};

type Manners = Settings['anonli'];
/** Every value of every switch, on top of the behaviour that has the others. */
const TURNS: readonly Partial<Manners>[] = [
  { envelope: 'data' },
  { envelope: 'meta' },
  { envelope: 'beside' },
  { paging: true },
  { paging: false },
  { deletions: 'data' },
  { deletions: 'success' },
  { plan_status: 402 },
  { plan_status: 403 },
  { errors: 'bare' },
  { errors: 'message' },
  { rate_headers: 'none' },
  { rate_headers: 'page' },
  { rate_headers: 'server' },
  { parallel_creates: 'fail' },
  { made_up: 'page' },
  { made_up: 'server' },
  { generate_takes: 'domain' },
  { generate_takes: 'target' },
];

describe.each([
  ['the page', AS_THE_PAGE],
  ['the server', AS_THE_SERVER],
])('on top of %s', (_name, manners) => {
  test.each(TURNS)('%j', async (turned) => {
    sandbox.world.state.settings.anonli = { ...manners, burst: false, ...turned };
    const provider = connect(sandbox) as Required<Provider>;
    const { create, get, list, remove, setRecipients } = aliasesOf(provider);
    const [mine] = await provider.destinations.recipients();
    const recipientIds = [mine?.remoteId ?? ''];
    const made = await Promise.all([
      create({ site: 'shop.example' }),
      create({ site: null, format: 'random_words' }),
      create({ site: null, format: 'uuid' }),
      create({ site: null, recipientIds }),
      create({ site: null, localPart: 'my.shop' }),
    ]);
    const found: string[] = [];
    for await (const items of walk(list, ({ remoteId }) => remoteId))
      found.push(...items.map(({ email }) => email));
    expect(found.sort()).toEqual(made.map(({ email }) => email).sort());

    const id = made[0]?.remoteId ?? '';
    await setRecipients(id, recipientIds);
    await setRecipients(id, []);
    await remove(id);
    expect((await failure(get(id))).code).toBe('not-found');
    const again = await failure(create({ site: null, localPart: 'my.shop' }));
    expect(again.code).toBe('conflict');
    expect(again.detail.said).toMatch(/taken/);

    house().tier = 'free';
    const full = await failure(create({ site: null, localPart: 'another' }));
    expect(full).toMatchObject({ code: 'plan', detail: { plan: 'plus' } });
    expect((await failure(provider.destinations.addRecipient('b@mail.example'))).code).toBe('plan');
    expect(await failure(provider.destinations.addDomain('own.example'))).toMatchObject({
      code: 'plan',
      detail: { limit: 'alias_domains', plan: 'plus' },
    });
  });
});

describe('the month', () => {
  const readings = (): { seen: (RateReading | null)[]; asked: boolean[]; make: MakeTransport } => {
    const seen: (RateReading | null)[] = [];
    const asked: boolean[] = [];
    const make: MakeTransport = (options) =>
      createTransport({
        ...options,
        meter: {
          take: async ({ metered }) => void asked.push(metered),
          learn: async ({ rate }) => void seen.push(rate),
        },
      });
    return { seen, asked, make };
  };

  test('is told after each request that counts, and only then', async () => {
    sandbox.world.state.settings.anonli = { ...AS_THE_SERVER };
    leaveRequests(sandbox.world, house().id, 'pro', 483);
    const { seen, asked, make } = readings();
    const provider = connect(sandbox, {}, make) as Required<Provider>;
    await provider.quota.read();
    await aliasesOf(provider).list(0);
    await provider.destinations.recipients();
    await provider.vault.isCurrent({ email: 'me@mail.example', authSalt: '' });
    expect(asked).toEqual([false, true, false, false]);
    expect(seen).toEqual([null, { remaining: 482, limit: 100_000, resetAt: expect.any(Number) }, null, null]);
    expect(seen[1]?.resetAt).toBeGreaterThan(Date.now() + 29 * 86_400_000);
  });

  test('is known to be over, and until when, by an error that keeps the date', async () => {
    leaveRequests(sandbox.world, house().id, 'pro', 0);
    const { seen, make } = readings();
    const { code, detail } = await failure(aliasesOf(connect(sandbox, {}, make)).list(0));
    expect(code).toBe('rate-limited');
    expect(detail.limit).toBe('api_requests');
    expect(detail.retryAt).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    expect(seen).toMatchObject([{ remaining: 0, limit: 100_000 }]);
  });

  test('is not mistaken for a window that is full', async () => {
    const { seen, make } = readings();
    sandbox.world.bursts.set(`api ${house().id}`, { count: 100, endsAt: sandbox.world.now() + 9000 });
    const { code, detail } = await failure(aliasesOf(connect(sandbox, {}, make)).list(0));
    expect(code).toBe('rate-limited');
    expect(detail).not.toHaveProperty('limit');
    expect(detail.retryAfter).toBeLessThanOrEqual(9000);
    expect(seen).toEqual([null]);
  });
});
