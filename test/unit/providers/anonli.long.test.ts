// anon.li as a provider, against the real sandbox in both shapes of every difference: the one suite, then what only this kind
// does: pages, switching and removing, sealed labels, the vault, the plan, and creations that wait for each other.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toBase64 } from '../../../lib/crypto/bytes.ts';
import { anonli, checkAnonliKey } from '../../../lib/providers/anonli/anonli.ts';
import { createTransport } from '../../../lib/providers/http.ts';
import { walk } from '../../../lib/providers/pages.ts';
import type { Provider } from '../../../lib/providers/provider.ts';
import { addKey, addOrg } from '../../sandbox/anonli/accounts.ts';
import { leaveRequests } from '../../sandbox/anonli/rates.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { aliasesOf, connect, SHAPES, VAULT_KEY } from './anonli-account.ts';
import { promise } from './contract.ts';
import { failure } from './errors.ts';

const SLOTS = ['aliases', 'labels', 'destinations', 'vault', 'quota'] as const;
for (const [name, shape] of Object.entries(SHAPES))
  promise(SLOTS, `anon.li, as ${name}`, async () => {
    const sandbox = await startSandbox();
    sandbox.world.state.settings.anonli = { ...shape };
    return {
      provider: connect(sandbox),
      locked: connect(sandbox, { apiKey: 'ak_00000000000000000000000000000000' }),
      stop: () => sandbox.close(),
    };
  });

describe.each(Object.entries(SHAPES))('as %s', (_name, shape) => {
  let sandbox: Sandbox;
  let provider: Required<Provider>;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => {
    sandbox.world.reset();
    sandbox.world.state.settings.anonli = { ...shape };
    provider = connect(sandbox) as Required<Provider>;
  });
  const house = () => {
    const [user] = [...sandbox.world.state.anonli.users.values()];
    if (user === undefined) throw new Error('no account');
    return user;
  };
  const make = (wish = {}) => provider.aliases.create({ site: 'shop.example', ...wish });
  const posts = () => sandbox.world.journal.list().filter(({ method }) => method === 'POST');

  test('every alias is found by walking the pages, once, and the walk ends', async () => {
    for (let made = 0; made < 203; made += 1) await make();
    const found: (string | null)[] = [];
    const { list } = aliasesOf(provider);
    for await (const items of walk(list, ({ remoteId }) => remoteId))
      found.push(...items.map(({ remoteId }) => remoteId));
    expect(found).toHaveLength(203);
    expect(new Set(found).size).toBe(203);
  });

  test('an alias is switched, and removed for good, twice without complaint', async () => {
    const { get, setActive, remove } = aliasesOf(provider);
    const id = (await make()).remoteId ?? '';
    expect((await setActive(id, false)).active).toBe(false);
    expect((await get(id)).active).toBe(false);
    await remove(id);
    await remove(id);
    expect((await failure(get(id))).code).toBe('not-found');
  });

  test('creations wait for each other, and one that fails lets the next one go on', async () => {
    sandbox.world.faults.add({
      method: 'POST',
      path: '/anonli/api/v1/alias',
      times: 1,
      after: false,
      act: { kind: 'status', status: 500 },
    });
    const others = connect(sandbox);
    const wishes = [make(), others.aliases?.create({ site: null }), make()] as Promise<unknown>[];
    const [first, ...rest] = await Promise.allSettled(wishes);
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'doubtful' } });
    expect(rest.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    const [a, b, c] = posts();
    const ends = [a, b].map((entry) => (entry?.at ?? 0) + (entry?.took ?? 0));
    expect(b?.at).toBeGreaterThanOrEqual(ends[0] ?? Number.NaN);
    expect(c?.at).toBeGreaterThanOrEqual(ends[1] ?? Number.NaN);
    expect(posts()).toHaveLength(3);
  });

  test.each([
    ['drop', { kind: 'drop' }],
    ['hang', { kind: 'hang' }],
    ['a page', { kind: 'html', status: 502 }],
    ['malformed', { kind: 'malformed' }],
    ['truncated', { kind: 'truncated' }],
    ['server error', { kind: 'status', status: 500 }],
  ] as const)(
    '%s after the creation took effect: one request, a doubt, and the listing shows it',
    async (_name, act) => {
      const path = '/anonli/api/v1/alias';
      sandbox.world.faults.add({ method: 'POST', path, times: 1, after: true, act });
      const timeouts = { read: 15_000, change: 15_000, create: 300 };
      const hasty = connect(sandbox, {}, (options) => createTransport({ ...options, timeouts }));
      expect((await failure(aliasesOf(hasty).create({ site: null }))).code).toBe('doubtful');
      expect(posts()).toHaveLength(1);
      expect((await aliasesOf(provider).list(0)).items).toHaveLength(1);
    },
  );

  test('of an organisation, a key makes and labels aliases, and has no vault, plan or right to remove', async () => {
    const { anonli: state } = sandbox.world.state;
    const apiKey = addKey(state, house().id, addOrg(state, true).id);
    const org = connect(sandbox, { apiKey }) as Required<Provider>;
    const { create, remove, setActive } = aliasesOf(org);
    const id = (await create({ site: null })).remoteId ?? '';
    await org.labels.set(id, { label: 'x' });
    const counted = shape.envelope === 'meta' ? 1 : null;
    expect(await org.probe()).toEqual({
      scopes: { 'personal-key': false, 'organization-admin': false },
      count: counted,
    });
    const refused = [org.vault.unlock('x'), org.quota.read(), remove(id), setActive(id, false)];
    expect(await Promise.all(refused.map(failure))).toMatchObject(
      ['personal-key', 'personal-key', 'organization-admin', 'organization-admin'].map((limit) => ({
        code: 'missing-scope',
        detail: { limit },
      })),
    );
  });

  test('when the month is used up, or a window is full, the wait is known', async () => {
    leaveRequests(sandbox.world, house().id, 'pro', 0);
    const month = await failure(make());
    expect(month.code).toBe('rate-limited');
    expect(month.detail.retryAfter).toBeGreaterThan(60 * 60_000);
    expect((await provider.quota.read()).requests).toBe(100_000);

    leaveRequests(sandbox.world, house().id, 'pro', 500);
    sandbox.world.state.settings.anonli.burst = true;
    sandbox.world.bursts.set(`aliasCreate ${house().id}`, { count: 60, endsAt: sandbox.world.now() + 9000 });
    const window = await failure(make());
    expect(window).toMatchObject({ code: 'rate-limited', detail: { retryAfter: 9000 } });
  });

  test('the local part can be chosen, and is looked at before it is sent', async () => {
    expect((await make({ localPart: 'my.shop' })).email).toBe('my.shop@anon.li');
    expect((await failure(make({ localPart: 'my.shop' }))).code).toBe('conflict');
    const sent = posts().length;
    for (const localPart of ['', '.a', 'a..b', 'A', 'a-b', 'a+b', 'a'.repeat(65)])
      expect(await failure(make({ localPart }))).toEqual({
        code: 'rejected',
        detail: { field: 'local_part' },
      });
    expect(posts()).toHaveLength(sent);
    expect((await failure(make({ localPart: 'admin' }))).code).toBe('rejected');
  });

  test('labels and notes go sealed, come back, and are cleared', async () => {
    const made = await make();
    const id = made.remoteId ?? '';
    expect(made.sealed).toEqual({ label: null, note: null });
    const set = await provider.labels.set(id, { label: 'Grüße', note: 'a\nb' });
    expect(JSON.stringify([...sandbox.world.state.anonli.aliases.values()])).not.toMatch(/Grüße|shop/);
    const read = async () => (await aliasesOf(provider).get(id)).sealed ?? { label: 'x', note: 'x' };
    expect(set.sealed).toEqual(await read());
    expect(provider.labels.open(id, await read())).toEqual({ label: 'Grüße', note: 'a\nb' });
    await provider.labels.set(id, { note: '' });
    expect(provider.labels.open(id, await read())).toEqual({ label: 'Grüße', note: '' });

    const stranger = connect(sandbox, { vault: { key: toBase64(new Uint8Array(32)) } }) as Required<Provider>;
    expect(stranger.labels.open(id, await read())).toEqual({ label: null, note: '' });
    const sent = sandbox.world.journal.list().length;
    expect((await failure(provider.labels.set(id, { note: '日'.repeat(500) }))).code).toBe('rejected');
    expect(sandbox.world.journal.list()).toHaveLength(sent);
    expect(connect(sandbox, { vault: null })).not.toHaveProperty('labels');
  });

  test('the vault opens by its password, and is known again until it changes', {
    timeout: 60_000,
  }, async () => {
    const opened = await provider.vault.unlock(sandbox.json.anonliPassword);
    expect(opened.key).toBe(VAULT_KEY);
    expect(opened).toMatchObject({ vaultId: house().vault?.id, generation: 1, email: 'me@mail.example' });
    expect(await provider.vault.isCurrent(opened)).toBe(true);
    expect((await failure(provider.vault.unlock('wrong'))).code).toBe('wrong-passphrase');
    house().vault = null;
    expect(await provider.vault.isCurrent(opened)).toBe(false);
    expect(await failure(provider.vault.unlock('x'))).toMatchObject({
      code: 'not-found',
      detail: { what: 'vault' },
    });
  });

  test('plan and destinations are told; a full plan names what is full and what lifts it', async () => {
    expect(await provider.quota.read()).toEqual({
      holder: { id: house().id, email: 'me@mail.example' },
      plan: 'pro',
      allowances: {
        random: { used: 0, limit: null },
        custom: { used: 0, limit: 100 },
        recipients: { used: 1, limit: 10 },
        domains: { used: 0, limit: 10 },
      },
      requests: 100_000,
      hasVault: true,
    });
    expect(await provider.destinations.domains()).toEqual([]);
    expect(await provider.destinations.recipients()).toMatchObject([
      { email: 'me@mail.example', verified: true, isDefault: true },
    ]);
    house().tier = 'free';
    await make({ localPart: 'one' });
    expect(await failure(make({ localPart: 'two' }))).toMatchObject({
      code: 'plan',
      detail: { limit: 'alias_custom', plan: 'plus' },
    });
  });
});

describe('before anything is sent', () => {
  const account = { id: 'a', baseUrl: 'https://anon.li/api/v1', apiKey: 'ak_12345678', vault: null };
  test.each([
    [{ baseUrl: 'http://anon.li/api/v1' }, 'insecure-url'],
    [{ baseUrl: 'https://anon.li/api' }, 'rejected'],
    [{ apiKey: 'sk_12345678' }, 'rejected'],
    [{ vault: { key: 'AAAA' } }, 'corrupt'],
  ])('%j is refused', (over, code) => {
    expect(() => anonli({ ...account, ...over }, createTransport)).toThrow(expect.objectContaining({ code }));
  });

  test('a key loses the blanks around it', () => {
    expect(checkAnonliKey(' ak_12345678\n')).toBe('ak_12345678');
  });
});
