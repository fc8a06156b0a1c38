// Mail and text messages of the AliasKit provider: what is asked for them, what a summary lacks, and which refusals only mean
// that there is nothing. Leans on a scripted server.
import { describe, expect, test } from 'vitest';
import { bodies, calls, open, SUMMARY } from './aliaskit-scripted.ts';
import { failure } from './errors.ts';
import { json, startLoopback } from './loopback.ts';

const MAIL = {
  id: 'email_1',
  from: 'Shop <no-reply@shop.example>',
  to: SUMMARY.email,
  subject: 'Your code',
  snippet: 'Your code is...',
  read: false,
  received_at: '2026-04-12T10:00:00Z',
};

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
      'GET /v1/identities/ident_1/emails?limit=5&unread=true&offset=10',
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
