// What the AliasKit provider asks and how it reads odd but legal answers, against a scripted server. The same provider over
// the real sandbox is in contract.test.ts; refusals are in aliaskit-errors.test.ts.
import { describe, expect, test } from 'vitest';
import type { AliaskitAccount } from '../../../lib/model.ts';
import { aliaskit } from '../../../lib/providers/aliaskit/aliaskit.ts';
import { createTransport } from '../../../lib/providers/http.ts';
import { failure } from './errors.ts';
import { html, json, type Loopback, raw, startLoopback } from './loopback.ts';

const account = (baseUrl: string): AliaskitAccount => ({
  id: 'a',
  kind: 'aliaskit',
  name: '',
  createdAt: 0,
  baseUrl,
  apiKey: 'ak_live_your_key_here',
  cardKey: 'ak_ck_never_sent_anywhere',
});
const open = ({ baseUrl }: Loopback) => {
  const { aliases, identities, inbox, probe } = aliaskit(account(baseUrl), createTransport);
  if (!aliases || !identities || !inbox || !probe) throw new Error('a slot is missing');
  return { aliases, identities, inbox, probe };
};
const calls = ({ seen }: Loopback) => seen.map(({ method, url }) => `${method} ${url}`);
const bodies = ({ seen }: Loopback) => seen.map(({ body }) => (body === '' ? null : JSON.parse(body)));

/** The shapes of contract §3: list item, and what only the single item has. */
const SUMMARY = {
  id: 'ident_a1b2c3d4',
  name: 'Ana Silva',
  email: 'ana-silva-a1b2@aliaskit.com',
  phone_number: null,
  status: 'active',
  created_at: '2026-04-12T10:00:00Z',
};
const FULL = {
  ...SUMMARY,
  phone_number: '+12025550123',
  date_of_birth: '1988-02-29',
  metadata: { team: 'qa' },
  updated_at: '2026-04-12T10:00:01.123456Z',
};
const MAIL = {
  id: 'email_1',
  from: 'Shop <no-reply@shop.example>',
  to: SUMMARY.email,
  subject: 'Your code',
  snippet: 'Your code is...',
  read: false,
  received_at: '2026-04-12T10:00:00Z',
};

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

describe('inbox', () => {
  const mail = { remoteId: 'ident_1', channel: 'email' } as const;
  const sms = { remoteId: 'ident_1', channel: 'sms' } as const;

  test('asks for what was asked for', async () => {
    const server = await startLoopback(json({ data: [], has_more: false }));
    const { inbox } = open(server);
    await inbox.list(mail, {});
    await inbox.list(mail, { limit: 5, offset: 10, unread: true });
    await inbox.list(sms, { unread: false });
    expect(calls(server)).toEqual([
      'GET /v1/identities/ident_1/emails?limit=20',
      'GET /v1/identities/ident_1/emails?limit=5&offset=10&unread=true',
      'GET /v1/identities/ident_1/sms?limit=20',
    ]);
  });

  test('a summary has a snippet and no body; the whole mail has a body', async () => {
    const { snippet, ...whole } = MAIL;
    const server = await startLoopback(
      json({
        data: [MAIL, { ...MAIL, id: 'email_2', subject: null, direction: 'outbound' }],
        has_more: true,
      }),
      json({ ...whole, body_text: 'Your code is 482913.', body_html: null, attachments: [] }),
    );
    const { inbox } = open(server);
    const page = await inbox.list(mail, { offset: 40 });
    expect(page.next).toBe(42);
    expect(page.items[0]).toEqual({
      remoteId: 'email_1',
      channel: 'email',
      direction: 'inbound',
      from: MAIL.from,
      to: MAIL.to,
      subject: 'Your code',
      snippet,
      body: null,
      read: false,
      receivedAt: Date.UTC(2026, 3, 12, 10),
    });
    expect(page.items[1]).toMatchObject({ subject: '', direction: 'outbound' });
    expect((await inbox.get(mail, 'email_1')).body).toEqual({ text: 'Your code is 482913.', html: null });
    expect(calls(server)[1]).toBe('GET /v1/identities/ident_1/emails/email_1');
  });

  test('a mail of 5 MB in both bodies is read', async () => {
    const { snippet: _, ...whole } = MAIL;
    const half = '"'.repeat(5_000_000);
    const server = await startLoopback(json({ ...whole, body_text: half, body_html: half }));
    expect((await open(server).inbox.get(mail, 'email_1')).body?.html).toHaveLength(5_000_000);
  });

  test('a text message is its own snippet', async () => {
    const { subject: _subject, snippet: _snippet, ...rest } = MAIL;
    const server = await startLoopback(json({ data: [{ ...rest, body: 'G-204815', direction: 'inbound' }] }));
    const { items } = await open(server).inbox.list(sms, {});
    expect(items).toMatchObject([
      { channel: 'sms', subject: '', snippet: 'G-204815', body: { text: 'G-204815', html: null } },
    ]);
  });

  test.each([
    [400, 'invalid_request'],
    [402, 'upgrade_required'],
    [404, 'not_found'],
    [409, 'conflict'],
  ])(
    'SMS of an identity without number: %i is an empty list, for mail it is an error',
    async (status, type) => {
      const server = await startLoopback(json({ error: { type, message: 'No phone' } }, status));
      const { inbox } = open(server);
      expect(await inbox.list(sms, {})).toEqual({ items: [], next: null });
      expect((await failure(inbox.list(mail, {}))).detail.status).toBe(status);
    },
  );

  test.each([401, 403, 429, 500])('SMS: %i is an error all the same', async (status) => {
    const server = await startLoopback(json({}, status));
    expect((await failure(open(server).inbox.list(sms, {}))).detail.status).toBe(status);
  });

  test('marking as read is a PATCH, or a PUT where the server knows only that', async () => {
    const server = await startLoopback(json({}, 405), json(MAIL));
    const { inbox } = open(server);
    await inbox.markRead(mail, 'email_1', true);
    await inbox.markRead(sms, 'sms_1', false);
    expect(calls(server)).toEqual([
      'PATCH /v1/identities/ident_1/emails/email_1',
      'PUT /v1/identities/ident_1/emails/email_1',
      'PATCH /v1/identities/ident_1/sms/sms_1',
    ]);
    expect(bodies(server)).toEqual([{ read: true }, { read: true }, { read: false }]);
  });

  test('names the scope of what was asked', async () => {
    const server = await startLoopback(json({ error: { type: 'forbidden', message: 'No.' } }, 403));
    const { inbox, identities } = open(server);
    const limits = await Promise.all(
      [
        inbox.list(mail, {}),
        inbox.get(mail, 'x'),
        inbox.markRead(mail, 'x', true),
        identities.create({}),
        identities.list(0),
      ].map(async (pending) => (await failure(pending)).detail.limit),
    );
    expect(limits).toEqual([
      'messages:read',
      'messages:read',
      'messages:write',
      'identities:write',
      'identities:read',
    ]);
  });
});

describe('probe', () => {
  const forbidden = json({ error: { type: 'forbidden', message: 'No.' } }, 403);

  test('two cheap calls tell what can be told', async () => {
    const server = await startLoopback(json({ data: [SUMMARY], has_more: true }), json({ data: [] }));
    expect(await open(server).probe()).toEqual({
      scopes: { 'identities:read': true, 'messages:read': true },
      count: null,
    });
    expect(calls(server)).toEqual([
      'GET /v1/identities?limit=1',
      `GET /v1/identities/${SUMMARY.id}/emails?limit=1`,
    ]);
  });

  test('without identities, mail is not asked about', async () => {
    const server = await startLoopback(json({ data: [], has_more: false }));
    expect(await open(server).probe()).toEqual({ scopes: { 'identities:read': true }, count: 0 });
    expect(server.seen).toHaveLength(1);
  });

  test('a partial key is no failure', async () => {
    const mailless = await startLoopback(json({ data: [SUMMARY], has_more: false }), forbidden);
    expect(await open(mailless).probe()).toEqual({
      scopes: { 'identities:read': true, 'messages:read': false },
      count: 1,
    });
    const blind = await startLoopback(forbidden);
    expect(await open(blind).probe()).toEqual({ scopes: { 'identities:read': false }, count: null });
  });

  test.each([404, 429, 500])('when mail cannot be asked about (%i), that stays unknown', async (status) => {
    const server = await startLoopback(json({ data: [SUMMARY] }), json({}, status));
    expect(await open(server).probe()).toEqual({ scopes: { 'identities:read': true }, count: 1 });
  });

  test('a wrong key, or a server that is something else, is one', async () => {
    const wrong = await startLoopback(json({ error: { type: 'unauthorized', message: 'No.' } }, 401));
    expect((await failure(open(wrong).probe())).code).toBe('unauthorized');
    const other = await startLoopback(html(200));
    expect((await failure(open(other).probe())).code).toBe('malformed');
  });
});

describe('before anything is sent', () => {
  const make = (over: Partial<AliaskitAccount>) => () =>
    aliaskit({ ...account('https://www.aliaskit.com/api/v1'), ...over }, createTransport);

  test.each(['', 'ak_live_', 'ak_live_short', 'ak_test_0123456789', 'ak_live_12345678 9', 'sk-12345678'])(
    '%j is no key',
    (apiKey) => {
      expect(make({ apiKey })).toThrow(
        expect.objectContaining({ code: 'rejected', detail: { field: 'apiKey' } }),
      );
    },
  );

  test('plain http to anywhere but here is refused', () => {
    expect(make({ baseUrl: 'http://www.aliaskit.com/api/v1' })).toThrow(
      expect.objectContaining({ code: 'insecure-url', detail: { host: 'www.aliaskit.com' } }),
    );
  });
});
