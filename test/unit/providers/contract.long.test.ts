// The one suite over every provider: local in both schemes, AliasKit against the real sandbox (HTTP, SMTP, SMS posts) with
// each of its error bodies; and what only a server can be asked to do: refuse by scope, plan and rate, or fail half-way.
import { createTransport as createMailer } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toBase64 } from '../../../lib/crypto/bytes.ts';
import type { LocalAccount } from '../../../lib/model.ts';
import { aliaskit } from '../../../lib/providers/aliaskit/aliaskit.ts';
import { createTransport } from '../../../lib/providers/http.ts';
import { openProvider, slotsOf } from '../../../lib/providers/kinds.ts';
import type { Provider } from '../../../lib/providers/provider.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { promise, type Rig } from './contract.ts';
import { failure } from './errors.ts';

const SCHEMES: LocalAccount['scheme'][] = [
  { type: 'subaddress', mailbox: 'me@mail.example', separator: '+' },
  { type: 'catch-all', domain: 'own.example' },
];
for (const scheme of SCHEMES) {
  const tagKey = toBase64(crypto.getRandomValues(new Uint8Array(32)));
  const account: LocalAccount = {
    id: 'l',
    kind: 'local',
    name: '',
    createdAt: 0,
    scheme,
    format: 'site-hash',
    tagKey,
  };
  promise(slotsOf('local'), `local, ${scheme.type}`, async () => ({
    provider: openProvider(account),
    locked: null,
    stop: () => Promise.resolve(),
  }));
}

for (const errors of ['seed', 'codes', 'text'] as const) {
  promise(slotsOf('aliaskit'), `AliasKit, errors as ${errors}`, () => startRig(errors));
}

async function startRig(errors: 'seed' | 'codes' | 'text'): Promise<Rig> {
  const sandbox = await startSandbox({ rateLimit: null });
  sandbox.world.state.settings.aliaskit.errors = errors;
  const { smtp, smsInbound, key } = sandbox.json;
  const mailer = createMailer({ host: smtp.host, port: smtp.port, secure: false, ignoreTLS: true });
  return {
    provider: connect(sandbox, key),
    locked: connect(sandbox, 'ak_live_00000000000000000000000000000000'),
    async mail(to, message) {
      await mailer.sendMail({ from: 'Shop <no-reply@shop.example>', to, ...message });
    },
    async sms(to, text) {
      const body = new URLSearchParams({ To: to, From: '+12025550199', Body: text });
      const response = await fetch(smsInbound, { method: 'POST', body });
      if (!response.ok) throw new Error(`SMS refused: ${response.status}`);
    },
    async stop() {
      mailer.close();
      await sandbox.close();
    },
  };
}

function connect(sandbox: Sandbox, apiKey: string): Provider {
  const { api: baseUrl } = sandbox.json;
  return openProvider({ id: 'a', kind: 'aliaskit', name: '', createdAt: 0, baseUrl, apiKey, cardKey: null });
}

describe('AliasKit, refusing and failing', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.world.reset());

  const admin = async (method: string, path: string, body: object): Promise<unknown> => {
    const response = await fetch(sandbox.json.admin + path, { method, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const withKey = async (wish: object): Promise<Required<Provider>> => {
    const answer = await admin('POST', '/keys', wish);
    const key = (answer as { key: string }).key;
    return connect(sandbox, key) as Required<Provider>;
  };
  const posts = () => sandbox.world.journal.list().filter(({ method }) => method === 'POST');

  test.each(['seed', 'codes', 'text'])('a missing scope is named, with errors as %s', async (errors) => {
    await admin('PATCH', '/settings', { aliaskit: { errors } });
    const whole = await withKey({});
    const made = await whole.identities.create({});
    const of = { remoteId: made.remoteId ?? '', channel: 'email' } as const;

    const reader = await withKey({ scopes: ['identities:read'] });
    expect(await reader.probe()).toEqual({
      scopes: {
        'identities:read': true,
        'identities:write': false,
        'messages:read': false,
        'messages:write': false,
        'cards:read': false,
        'cards:write': false,
      },
      count: 1,
    });
    const limits = [
      reader.identities.create({}),
      reader.inbox.list(of, {}),
      reader.inbox.markRead(of, 'x', true),
    ];
    expect(await Promise.all(limits.map(failure))).toMatchObject(
      ['identities:write', 'messages:read', 'messages:write'].map((limit) => ({
        code: 'missing-scope',
        detail: { limit },
      })),
    );
    const writer = await withKey({ scopes: ['identities:write'] });
    // The one it has proves nothing: no change of nobody is taken.
    const missing = ['identities:read', 'messages:read', 'messages:write', 'cards:read', 'cards:write'];
    expect(await writer.probe()).toEqual({
      scopes: Object.fromEntries(missing.map((scope) => [scope, false])),
      count: null,
    });
  });

  test.each([
    ['seed', 'free_tier_identity_limit'],
    ['codes', 'free_tier_identity_limit'],
  ])('a plan limit is named, with errors as %s', async (errors, limit) => {
    await admin('PATCH', '/settings', { aliaskit: { errors } });
    const free = await withKey({ plan: 'free', account: 'small' });
    for (let count = 0; count < 3; count += 1) await free.identities.create({});
    expect(await failure(free.identities.create({}))).toMatchObject({ code: 'plan', detail: { limit } });
  });

  test.each(['seconds', 'date'])('over the rate, the wait is known (%s)', async (retry_after) => {
    await admin('PATCH', '/settings', { aliaskit: { retry_after } });
    const slow = await withKey({ rate_limit: 1 });
    await slow.identities.list(0);
    const error = await failure(slow.identities.list(0));
    expect(error.code).toBe('rate-limited');
    expect(error.detail.retryAfter).toBeGreaterThanOrEqual(1000);
    expect(error.detail.retryAfter).toBeLessThanOrEqual(61_000);
  });

  test.each([
    ['drop', { kind: 'drop' }],
    ['hang', { kind: 'hang' }],
    ['html', { kind: 'html', status: 502 }],
    ['malformed', { kind: 'malformed' }],
    ['truncated', { kind: 'truncated' }],
    ['server error', { kind: 'status', status: 500 }],
  ])(
    '%s after the creation took effect: one request, a doubt, and the listing shows it',
    async (_name, act) => {
      await admin('POST', '/faults', { method: 'POST', path: '/api/v1/identities', after: true, act });
      const { api: baseUrl, key: apiKey } = sandbox.json;
      const { identities } = aliaskit(
        { id: 'a', kind: 'aliaskit', name: '', createdAt: 0, baseUrl, apiKey, cardKey: null },
        (options) => createTransport({ ...options, timeouts: { read: 15_000, change: 15_000, create: 300 } }),
      );
      if (identities === undefined) throw new Error('no identities');
      const before = posts().filter(({ path }) => path === '/api/v1/identities').length;
      expect((await failure(identities.create({ name: 'Ana Silva' }))).code).toBe('doubtful');
      expect(posts().filter(({ path }) => path === '/api/v1/identities')).toHaveLength(before + 1);
      expect((await identities.list(0)).items).toMatchObject([{ persona: { name: 'Ana Silva' } }]);
    },
  );

  test('a revoked key says so', async () => {
    const answer = (await admin('POST', '/keys', {})) as { key: string; id: string };
    const provider = connect(sandbox, answer.key);
    await provider.probe?.();
    await admin('DELETE', `/keys/${answer.id}`, {});
    expect((await failure(provider.probe?.() ?? Promise.resolve())).code).toBe('unauthorized');
  });
});
