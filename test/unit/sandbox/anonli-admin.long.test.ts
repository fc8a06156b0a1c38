// What only a test may do to the sandbox's anon.li: accounts, quotas, passwords changed and vaults destroyed, a second client
// behind the first one's back, thousands of aliases at once; and that mail for an alias reaches its recipients.
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FORWARDED } from '../../sandbox/anonli/forward.ts';
import { HOUSE_VAULT } from '../../sandbox/anonli/house-vault.ts';
import { openText } from '../../sandbox/anonli/second-client.ts';
import { seededLabel } from '../../sandbox/anonli/seed.ts';
import type { SeenMail } from '../../sandbox/post/mime.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { AS_THE_SERVER } from '../../sandbox/world/anonli-manners.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'anonli', rateLimit: null });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.world.reset());

const admin = async (method: string, path: string, body?: object) => {
  const response = await fetch(sandbox.json.admin + path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const get = (path: string, key: unknown) =>
  fetch(sandbox.json.anonli + path, { headers: { Authorization: `Bearer ${String(key)}` } });
const FACTS = {
  auth_salt: 'a',
  vault_salt: 'b',
  password_wrapped_vault_key: 'c',
  auth_secret: 'd'.repeat(43),
};

describe('accounts', () => {
  test('accounts are made, moved to another plan, emptied of requests and banned', async () => {
    const { id, key } = (await admin('POST', '/anonli/users', { email: 'a@b.example', tier: 'free' })).body;
    expect((await get('/alias', key)).headers.get('x-ratelimit-limit')).toBe('500');
    await admin('PATCH', `/anonli/users/${String(id)}`, { tier: 'plus', requests_left: 1 });
    expect((await get('/alias', key)).headers.get('x-ratelimit-remaining')).toBe('0');
    expect((await get('/alias', key)).status).toBe(429);
    await admin('PATCH', `/anonli/users/${String(id)}`, { banned: true });
    expect((await get('/me', key)).status).toBe(401);
  });

  test('a change of password keeps the vault and counts on; a reset destroys it', async () => {
    const { body } = await admin('POST', '/anonli/users', { email: 'a@b.example', vault: FACTS });
    const path = `/anonli/users/${String(body.id)}`;
    const first = body.vault as { id: string };
    expect(first).toMatchObject({ generation: 1, authSalt: 'a' });
    const changed = (await admin('PATCH', path, { vault: { ...FACTS, auth_salt: 'z' } })).body.vault;
    expect(changed).toEqual({ id: first.id, generation: 2, authSalt: 'z' });
    expect((await admin('PATCH', path, { vault: null })).body.vault).toBeNull();
    const again = (await admin('PATCH', path, { vault: FACTS })).body.vault as { id: string };
    expect(again).toMatchObject({ generation: 1 });
    expect(again.id).not.toBe(first.id);
  });

  test('keys of organisations and domains are made; who is not there is not found', async () => {
    const { id } = (await admin('POST', '/anonli/users', { email: 'a@b.example' })).body;
    const { key } = (await admin('POST', '/anonli/keys', { user: id, organisation: 'subscribed' })).body;
    expect((await get('/me', key)).status).toBe(403);
    const { status } = await admin('POST', '/anonli/domains', { user: 'nobody', domain: 'own.example' });
    expect(status).toBe(404);
    await admin('POST', '/anonli/domains', { user: id, domain: 'own.example' });
    expect((await admin('GET', '/anonli/users')).status).toBe(200);
    expect([...sandbox.world.state.anonli.domains.values()]).toMatchObject([
      { owner: id, domain: 'own.example', checks: { ownership: true, mx: true, spf: true } },
    ]);
  });

  test('the first key outlives a reset', async () => {
    await admin('POST', '/reset', {});
    expect((await get('/me', sandbox.json.anonliKey)).status).toBe(200);
  });
});

type Row = Record<string, unknown> & { id: string; email: string };
const house = () => {
  const [user] = [...sandbox.world.state.anonli.users.values()];
  if (user === undefined) throw new Error('no account');
  return user;
};
const ask = async (method: string, path: string, body?: object) => {
  const response = await fetch(sandbox.json.anonli + path, {
    method,
    headers: { Authorization: `Bearer ${sandbox.json.anonliKey}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as { data: Row } };
};

describe('a second client', () => {
  test('edits labels that the account can read, switches, adds and deletes', async () => {
    const { data } = (await ask('POST', '/alias', {})).body;
    await admin('PATCH', `/anonli/aliases/${data.id}`, { label: 'Grüße', note: 'two\nlines', active: false });
    const seen = (await ask('GET', `/alias/${data.id}`)).body.data;
    const key = HOUSE_VAULT.key ?? '';
    expect(openText(key, data.id, 'label', String(seen.encrypted_label))).toBe('Grüße');
    expect(openText(key, data.id, 'note', String(seen.encrypted_note))).toBe('two\nlines');
    expect(openText(key, 'another', 'note', String(seen.encrypted_note))).toBeNull();
    expect(seen.active).toBe(false);

    await admin('PATCH', `/anonli/aliases/${data.id}`, { label: '', encrypted_note: 'nobody reads this' });
    const { body } = await admin('GET', `/anonli/aliases?user=${house().id}`);
    expect(body.aliases).toMatchObject([{ label: '', note: null, encryptedLabel: null }]);

    const wish = { user: house().id, email: 'theirs@anon.li', label: 'Theirs' };
    const added = (await admin('POST', '/anonli/aliases', wish)).body;
    expect((await ask('GET', `/alias/${String(added.id)}`)).status).toBe(200);
    await admin('DELETE', `/anonli/aliases/${String(added.id)}`);
    expect((await ask('GET', `/alias/${String(added.id)}`)).status).toBe(404);
  });

  test('changes the password: labels stay, the old proof does not', { timeout: 60_000 }, async () => {
    const password = { password: 'a new one, longer' };
    const { vault } = (await admin('PATCH', `/anonli/users/${house().id}`, { vault: password })).body;
    expect(vault).toMatchObject({ id: HOUSE_VAULT.id, generation: 2 });
    expect(house().vault?.key).toBe(HOUSE_VAULT.key);
    expect(house().vault?.secretHash).not.toBe(HOUSE_VAULT.secretHash);
  });
});

describe('ten thousand aliases', () => {
  test('are there in a moment, labelled, and are paged through quickly', { timeout: 60_000 }, async () => {
    sandbox.world.state.settings.anonli = { ...AS_THE_SERVER, burst: false };
    const started = Date.now();
    const wish = { user: house().id, count: 10_000 };
    expect((await admin('POST', '/anonli/aliases/seed', wish)).body.seeded).toBe(10_000);
    const ids = new Set<string>();
    for (let offset = 0; offset < 10_000; offset += 100) {
      const { data } = (await ask('GET', `/alias?limit=100&offset=${offset}`)).body as unknown as {
        data: Row[];
      };
      for (const { id } of data) ids.add(id);
    }
    expect(ids.size).toBe(10_000);
    expect(Date.now() - started).toBeLessThan(20_000);
    const [newest] = ((await ask('GET', '/alias?limit=1')).body as unknown as { data: Row[] }).data;
    const key = HOUSE_VAULT.key ?? '';
    expect(openText(key, newest?.id ?? '', 'label', String(newest?.encrypted_label))).toBe(seededLabel(9999));
  });
});

describe('mail for an alias', () => {
  const send = async (to: string): Promise<void> => {
    const { smtp } = sandbox.json;
    const transport = createTransport({ host: smtp.host, port: smtp.port, secure: false, ignoreTLS: true });
    await transport.sendMail({
      from: 'Shop <no-reply@shop.example>',
      to,
      subject: 'Your code',
      text: '482913',
    });
    transport.close();
  };
  const inbox = async (address: string): Promise<SeenMail[]> =>
    (await admin('GET', `/mail?to=${address}`)).body.mails as SeenMail[];
  const mailFor = (address: string, count = 1) =>
    expect.poll(() => inbox(address), { timeout: 10_000 }).toHaveLength(count);

  test('reaches each of its recipients, and none while it is off', async () => {
    const { recipients } = sandbox.world.state.anonli;
    const [first] = [...recipients.values()];
    const second = (await ask('POST', '/recipient', { email: 'Second@mail.example' })).body.data;
    await mailFor('second@mail.example');
    await admin('PATCH', `/anonli/recipients/${second.id}`, { verified: true });
    const recipient_ids = [first?.id, second.id];
    const { data } = (await ask('POST', '/alias', { recipient_ids })).body;
    await send(data.email.toUpperCase());
    await mailFor('second@mail.example', 2);
    await mailFor('me@mail.example');
    const [mail] = await inbox('me@mail.example');
    expect(mail).toMatchObject({ from: 'Shop <no-reply@shop.example>', subject: 'Your code' });
    expect(mail?.text).toContain('482913');
    expect(mail?.headers[FORWARDED]).toBe(data.email);

    await ask('PATCH', `/alias/${data.id}`, { active: false });
    await send(data.email);
    await ask('PATCH', `/alias/${data.id}`, { active: true });
    await send(data.email);
    // What was swallowed would have come before this one.
    await mailFor('me@mail.example', 2);
  });

  test('makes the alias at a catch-all domain', async () => {
    await admin('POST', '/anonli/domains', { user: house().id, domain: 'own.example', catch_all: true });
    await send('anything@own.example');
    await mailFor('me@mail.example');
    const { data } = (await ask('GET', '/alias')).body as unknown as { data: Row[] };
    expect(data).toMatchObject([{ email: 'anything@own.example', active: true }]);
  });

  test('a recipient is verified by the link that was mailed, once', async () => {
    const made = (await ask('POST', '/recipient', { email: 'new@mail.example' })).body.data;
    await mailFor('new@mail.example');
    const link = /http\S+/.exec((await inbox('new@mail.example'))[0]?.text ?? '')?.[0] ?? '';
    const { pathname, search, hostname } = new URL(link);
    expect(hostname).toBe('anonli.localhost');
    const follow = () => fetch(sandbox.json.anonli.replace('/api/v1', '') + pathname + search);
    expect((await follow()).status).toBe(200);
    expect((await ask('GET', `/recipient/${made.id}`)).body.data.verified).toBe(true);
    expect((await follow()).status).toBe(400);
  });
});

test('two creations at once collide where the server was seen to fail', async () => {
  sandbox.world.state.settings.anonli = { ...AS_THE_SERVER };
  const made = await Promise.all(Array.from({ length: 5 }, () => ask('POST', '/alias', {})));
  const statuses = new Set(made.map(({ status }) => status));
  expect([...statuses].sort()).toEqual([201, 500]);
});

test('rate headers are as on the page, as on the server, or none', async () => {
  const limits = async (mode: 'page' | 'server' | 'none') => {
    sandbox.world.state.settings.anonli.rate_headers = mode;
    const answers = [await get('/me', sandbox.json.anonliKey), await get('/alias', sandbox.json.anonliKey)];
    return answers.map(({ headers }) => headers.get('x-ratelimit-limit'));
  };
  expect(await limits('page')).toEqual(['100000', '100000']);
  expect(await limits('server')).toEqual(['unlimited', '100000']);
  expect(await limits('none')).toEqual([null, null]);
});
