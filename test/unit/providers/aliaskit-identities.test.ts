// Identities and aliases of the AliasKit provider: what is asked for them, how pages end, and which odd answers are read or
// refused. Leans on a scripted server; the same provider over the real sandbox is in contract.test.ts, refusals in aliaskit-errors.test.ts.
import { describe, expect, test } from 'vitest';
import { bodies, calls, FULL, open, SUMMARY } from './aliaskit-scripted.ts';
import { failure } from './errors.ts';
import { json, raw, startLoopback } from './loopback.ts';

describe('identities', () => {
  test('a creation sends each wish under its own name, and nothing that was not wished', async () => {
    const server = await startLoopback(json(FULL, 201));
    const { identities } = open(server);
    await identities.create({
      name: 'Ana Silva',
      emailUsername: 'ana',
      emailDomain: 'aliaskit.com',
      provisionPhone: true,
      phoneCountry: 'GB',
      metadata: { a: 1, gone: null, deep: { gone: null, list: [null] } },
    });
    await identities.create({});
    expect(calls(server)).toEqual(['POST /v1/identities', 'POST /v1/identities']);
    expect(bodies(server)).toEqual([
      {
        name: 'Ana Silva',
        email_username: 'ana',
        email_domain: 'aliaskit.com',
        provision_phone: true,
        phone_country: 'GB',
        metadata: { a: 1, deep: { list: [null] } },
      },
      { metadata: {} },
    ]);
  });

  test('an alias is an identity whose site the server never learns', async () => {
    const server = await startLoopback(json(FULL, 201));
    const made = await open(server).aliases.create({ site: 'secret-shop.example', variant: 2 });
    expect(made).toEqual({
      remoteId: 'ident_a1b2c3d4',
      email: 'ana-silva-a1b2@aliaskit.com',
      kind: 'identity',
      active: true,
      persona: {
        name: 'Ana Silva',
        phone: '+12025550123',
        birthDate: '1988-02-29',
        metadata: { team: 'qa' },
      },
      createdAt: Date.UTC(2026, 3, 12, 10),
      updatedAt: Date.UTC(2026, 3, 12, 10, 0, 1, 123),
    });
    expect(bodies(server)).toEqual([{ metadata: {} }]);
    expect(JSON.stringify(server.seen)).not.toContain('secret-shop');
  });

  test('the card key is never sent', async () => {
    const server = await startLoopback(json(FULL));
    await open(server).identities.get('x');
    expect(JSON.stringify(server.seen)).not.toContain('ak_ck');
  });

  test('what a list item leaves out stays unknown', async () => {
    const server = await startLoopback(json({ data: [{ ...SUMMARY, status: 'suspended', extra: 1 }] }));
    const { items, next } = await open(server).identities.list(0);
    expect(items).toEqual([
      expect.objectContaining({ active: false, persona: { name: 'Ana Silva' }, updatedAt: null }),
    ]);
    expect(next).toBeNull();
  });

  test.each([
    ['more to come', { data: [SUMMARY, SUMMARY], has_more: true }, 102],
    ['the end', { data: [SUMMARY], has_more: false }, null],
    ['no has_more', { data: [SUMMARY] }, null],
    ['has_more null', { data: [SUMMARY], has_more: null }, null],
    ['has_more without data', { data: [], has_more: true }, null],
    ['more rows than asked for', { data: Array(150).fill(SUMMARY), has_more: true }, 250],
  ])('paging: %s', async (_name, body, next) => {
    const server = await startLoopback(json(body));
    expect((await open(server).identities.list(100)).next).toBe(next);
    expect(calls(server)).toEqual(['GET /v1/identities?limit=100&offset=100']);
  });

  test('metadata is read, changed and sent whole, without nulls', async () => {
    const current = { ...FULL, metadata: { keep: 'me', old: null, team: 'qa' } };
    const server = await startLoopback(json(current), json({ ...FULL, name: 'Bo' }));
    await open(server).identities.update('ident_1', { name: 'Bo', metadata: { team: 'ops', drop: null } });
    expect(calls(server)).toEqual(['GET /v1/identities/ident_1', 'PATCH /v1/identities/ident_1']);
    expect(bodies(server)).toEqual([null, { name: 'Bo', metadata: { keep: 'me', team: 'ops' } }]);
  });

  test('without metadata nothing is read first', async () => {
    const server = await startLoopback(json(FULL));
    await open(server).identities.update('ident_1', { status: 'suspended' });
    expect(calls(server)).toEqual(['PATCH /v1/identities/ident_1']);
    expect(bodies(server)).toEqual([{ status: 'suspended' }]);
  });

  test.each([
    ['success', json({ success: true })],
    ['an empty 204', raw('', 204)],
    ['404', json({ error: { type: 'not_found', message: 'gone' } }, 404)],
  ])('removing is done with %s', async (_name, reply) => {
    const server = await startLoopback(reply);
    await open(server).identities.remove('ident_1');
    expect(calls(server)).toEqual(['DELETE /v1/identities/ident_1']);
  });

  test('ids are opaque, and stay one path segment', async () => {
    const server = await startLoopback(json(FULL));
    await open(server).identities.get('a/b?c#ü ../');
    expect(calls(server)).toEqual(['GET /v1/identities/a%2Fb%3Fc%23%C3%BC%20..%2F']);
  });

  test.each([
    [{ ...FULL, id: '..' }, '$.id'],
    [{ ...FULL, id: '.' }, '$.id'],
    [{ ...FULL, id: '' }, '$.id'],
    [{ ...FULL, id: '\ud800' }, '$.id'],
    [{ ...FULL, id: 7 }, '$.id'],
    [{ ...FULL, email: 'nobody' }, '$.email'],
    [{ ...FULL, email: 'a@b.example\u202E' }, '$.email'],
    [{ ...FULL, email: 'a@b.example, c@d.example' }, '$.email'],
    [{ ...FULL, status: undefined }, '$.status'],
    [{ ...FULL, created_at: 'yesterday' }, '$.created_at'],
    [{ ...FULL, created_at: '2026-13-45T00:00:00Z' }, '$.created_at'],
    [{ ...FULL, date_of_birth: '29.2.1988' }, '$.date_of_birth'],
    [{ ...FULL, metadata: [1] }, '$.metadata'],
    [[FULL], '$.id'],
    ['text', '$'],
  ])('a surprise is malformed, with its path: %j', async (body, field) => {
    const server = await startLoopback(json(body));
    expect(await failure(open(server).identities.get('x'))).toMatchObject({
      code: 'malformed',
      detail: { field },
    });
    const creation = await failure(open(server).identities.create({}));
    expect(creation).toMatchObject({ code: 'doubtful', detail: { field } });
  });

  test.each([
    ['2026-04-12T10:00:00Z', '2026-04-12T10:00:00.000Z'],
    ['2026-04-12T10:00:00.9999999Z', '2026-04-12T10:00:00.999Z'],
    ['2026-04-12T10:00:00.5+02:00', '2026-04-12T08:00:00.500Z'],
    ['2026-04-12 10:00:00+00', '2026-04-12T10:00:00.000Z'],
    ['2026-04-12T10:00:00', '2026-04-12T10:00:00.000Z'],
  ])('the time %s', async (created_at, expected) => {
    const server = await startLoopback(json({ ...FULL, created_at }));
    const { createdAt } = await open(server).identities.get('x');
    expect(new Date(createdAt).toISOString()).toBe(expected);
  });
});
