// Searching, sending, removing and what comes along with a mail, over a scripted server; and numbers, which are bought. A send is
// never repeated, and never called doubtful once the server took it.
import { describe, expect, test } from 'vitest';
import { bodies, calls, FULL, open, SUMMARY } from './aliaskit-scripted.ts';
import { failure } from './errors.ts';
import { cut, json, type Reply, startLoopback } from './loopback.ts';

const MAIL = {
  id: 'email_1',
  from: 'Shop <no-reply@shop.example>',
  to: SUMMARY.email,
  subject: 'Your code',
  read: false,
  received_at: '2026-04-12T10:00:00Z',
};
const mail = { remoteId: 'ident_1', channel: 'email' } as const;
const sms = { remoteId: 'ident_1', channel: 'sms' } as const;
const slotsOf = async (...replies: Reply[]) => {
  const server = await startLoopback(...replies);
  return { server, ...open(server) };
};

describe('search', () => {
  test('asks for what is looked for, in words, sender and times', async () => {
    const { server, inbox } = await slotsOf(json({ data: [{ ...MAIL, snippet: 's' }], has_more: true }));
    const at = Date.UTC(2026, 3, 12, 10);
    const page = await inbox.search('ident_1', {
      query: ' code & more ',
      from: 'shop',
      after: at,
      before: at + 1000,
      limit: 5,
      offset: 10,
    });
    expect(page).toMatchObject({ items: [{ remoteId: 'email_1', body: null, snippet: 's' }], next: 11 });
    await inbox.search('ident_1', { from: 'shop' });
    expect(calls(server)).toEqual([
      'GET /v1/identities/ident_1/emails/search?limit=5&query=code+%26+more&from=shop&after=2026-04-12T10%3A00%3A00.000Z&before=2026-04-12T10%3A00%3A01.000Z&offset=10',
      'GET /v1/identities/ident_1/emails/search?limit=20&from=shop',
    ]);
  });

  test.each([{}, { query: '' }, { query: '  ', from: ' ' }, { limit: 5 }])(
    '%j looks for nothing: not asked',
    async (search) => {
      const { server, inbox } = await slotsOf(json({ data: [] }));
      expect(await failure(inbox.search('ident_1', search))).toEqual({
        code: 'rejected',
        detail: { field: 'query' },
      });
      expect(server.seen).toEqual([]);
    },
  );
});

describe('the sent', () => {
  test('are asked for by direction, and are sent where nothing else is said', async () => {
    const { server, inbox } = await slotsOf(
      json({
        data: [
          { ...MAIL, snippet: '' },
          { ...MAIL, id: 'email_2', snippet: '', direction: 'inbound' },
        ],
      }),
      json({ data: [] }),
    );
    const { items } = await inbox.list(mail, { direction: 'outbound' });
    expect(items.map(({ direction }) => direction)).toEqual(['outbound', 'inbound']);
    await inbox.list(mail, { direction: 'inbound' });
    expect(calls(server)).toEqual([
      'GET /v1/identities/ident_1/emails?limit=20&direction=outbound',
      'GET /v1/identities/ident_1/emails?limit=20',
    ]);
  });
});

describe('sending', () => {
  const draft = { channel: 'email', to: 'b@c.example', subject: 'S', text: 't' } as const;

  test('mail with and without HTML, and a text', async () => {
    const sent = { ...MAIL, direction: 'outbound', read: true, body_text: 't', body_html: null };
    const { server, inbox } = await slotsOf(
      json(sent, 201),
      json({ ...sent, direction: undefined }, 201),
      json(
        {
          id: 'sms_1',
          from: '+1',
          to: '+2',
          body: 't',
          direction: 'outbound',
          read: true,
          received_at: MAIL.received_at,
        },
        201,
      ),
    );
    expect(await inbox.send('ident_1', draft)).toMatchObject({
      remoteId: 'email_1',
      direction: 'outbound',
      body: { text: 't' },
    });
    expect(await inbox.send('ident_1', { ...draft, html: '<p>t</p>' })).toMatchObject({
      direction: 'outbound',
    });
    expect(await inbox.send('ident_1', { channel: 'sms', to: '+2', text: 't' })).toMatchObject({
      channel: 'sms',
      subject: '',
    });
    expect(calls(server)).toEqual([
      'POST /v1/identities/ident_1/emails',
      'POST /v1/identities/ident_1/emails',
      'POST /v1/identities/ident_1/sms',
    ]);
    expect(bodies(server)).toEqual([
      { to: 'b@c.example', subject: 'S', body_text: 't' },
      { to: 'b@c.example', subject: 'S', body_text: 't', body_html: '<p>t</p>' },
      { to: '+2', body: 't' },
    ]);
  });

  test.each<[string, Reply]>([
    ['an empty answer', json(null, 201)],
    ['only an id', json({ id: 'email_1' }, 201)],
    ['success', json({ success: true })],
  ])('%s is a yes that shows nothing', async (_what, reply) => {
    expect(await (await slotsOf(reply)).inbox.send('ident_1', draft)).toBeNull();
  });

  test.each<[Reply, string]>([
    [cut, 'doubtful'],
    [json({}, 500), 'doubtful'],
    [json({ error: { type: 'invalid_request', param: 'to' } }, 400), 'rejected'],
    [json({ error: { type: 'rate_limited' } }, 429), 'rate-limited'],
  ])('asked once, whatever comes (%#)', async (reply, code) => {
    const { server, inbox } = await slotsOf(reply);
    expect((await failure(inbox.send('ident_1', draft))).code).toBe(code);
    expect(server.seen).toHaveLength(1);
  });
});

describe('removing', () => {
  test('is done when it is gone', async () => {
    const { server, inbox } = await slotsOf(
      json({ success: true }),
      json({ error: { type: 'not_found' } }, 404),
    );
    await inbox.remove(mail, 'email_1');
    await inbox.remove(sms, 'sms_1');
    expect(calls(server)).toEqual([
      'DELETE /v1/identities/ident_1/emails/email_1',
      'DELETE /v1/identities/ident_1/sms/sms_1',
    ]);
  });

  test('names the scope it lacks', async () => {
    const { inbox } = await slotsOf(json({ error: { type: 'forbidden' } }, 403));
    expect(await failure(inbox.remove(mail, 'email_1'))).toMatchObject({
      code: 'missing-scope',
      detail: { limit: 'messages:write' },
    });
  });
});

describe('what comes along', () => {
  const whole = async (more: object) => {
    const { inbox } = await slotsOf(json({ ...MAIL, body_text: 't', body_html: null, ...more }));
    return inbox.get(mail, 'email_1');
  };

  test('attachments by name, type and size, in either spelling', async () => {
    const attachments = [
      { filename: 'a.pdf', content_type: 'application/pdf', size: 5 },
      { name: 'b.png', type: 'image/png' },
      { size: 'large' },
      'nonsense',
    ];
    expect((await whole({ attachments })).attachments).toEqual([
      { name: 'a.pdf', type: 'application/pdf', size: 5 },
      { name: 'b.png', type: 'image/png', size: null },
      { name: '', type: 'application/octet-stream', size: null },
    ]);
    const many = Array.from({ length: 500 }, (_, at) => ({ filename: `${at}` }));
    expect((await whole({ attachments: many })).attachments).toHaveLength(100);
  });

  test('the conversation, and where the answer is wanted', async () => {
    const found = await whole({
      thread_id: 'thread_1',
      headers: { 'Reply-To': ' Ana <ana@b.example> ', 'X-Other': 7 },
    });
    expect(found).toMatchObject({ threadId: 'thread_1', replyTo: 'Ana <ana@b.example>' });
  });

  test.each([
    {},
    { attachments: null, headers: null, thread_id: null },
    { attachments: 'x', headers: [1], thread_id: 7 },
  ])('nothing of it from %j', async (more) => {
    const found = await whole(more);
    for (const name of ['attachments', 'threadId', 'replyTo']) expect(found).not.toHaveProperty(name);
  });
});

describe('numbers', () => {
  test('are bought in the country asked for, once', async () => {
    const { server, phones } = await slotsOf(json(FULL), cut);
    expect(phones.countries).toEqual(['US', 'GB']);
    expect((await phones.add('ident_1', 'GB')).persona?.phone).toBe('+12025550123');
    expect((await failure(phones.add('ident_1', 'GB'))).code).toBe('doubtful');
    expect(calls(server)).toEqual(['POST /v1/identities/ident_1/phone', 'POST /v1/identities/ident_1/phone']);
    expect(bodies(server)[0]).toEqual({ country: 'GB' });
  });
});
