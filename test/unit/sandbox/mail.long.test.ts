// Mail as it really comes: raw MIME over SMTP, in the encodings that real senders use, and what the inbox shows of it.
// Also the two identities that write to each other through the same server.
import { createConnection } from 'node:net';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type Ask, adminOf, apiOf, mailsOf } from './client.ts';

let sandbox: Sandbox;
let api: Ask;
let admin: Ask;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'mail', rateLimit: null });
  api = apiOf(sandbox.json);
  admin = adminOf(sandbox.json);
});
afterAll(() => sandbox.close());

const make = async () => (await api('POST', '/identities')).body;

/** Sends these bytes as they are, to these recipients. */
async function deliver(to: string[], raw: string | Buffer): Promise<void> {
  const transport = createTransport({
    host: sandbox.json.smtp.host,
    port: sandbox.json.smtp.port,
    ignoreTLS: true,
  });
  await transport.sendMail({ envelope: { from: 'sender@example.org', to }, raw });
}

const lines = (...parts: string[]): string => parts.join('\r\n');

describe('MIME', () => {
  it('decodes quoted-printable with soft line breaks, and an encoded subject and sender', async () => {
    const { id, email } = await make();
    await deliver(
      [email],
      lines(
        'From: =?utf-8?Q?Caf=C3=A9_M=C3=BCller?= <no-reply@cafe.example>',
        `To: ${email}`,
        'Subject: =?utf-8?B?RGVpbiBDb2RlIGbDvHIgaGV1dGU=?=',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Gr=C3=BC=C3=9Fe, dein Code ist 48=',
        '2913.',
      ),
    );
    const [mail] = await mailsOf(api, id);
    expect(mail).toMatchObject({
      from: 'Café Müller <no-reply@cafe.example>',
      subject: 'Dein Code für heute',
      body_html: null,
      to: email,
    });
    expect(mail.body_text.trim()).toBe('Grüße, dein Code ist 482913.');
  });

  it('decodes base64 of UTF-8 and 8-bit ISO-8859-1', async () => {
    const { id, email } = await make();
    const base64 = Buffer.from('Ваш код: 930114 ✓').toString('base64');
    await deliver(
      [email],
      lines(
        'From: a@b.example',
        'Subject: one',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: base64',
        '',
        base64,
      ),
    );
    await deliver(
      [email],
      Buffer.from(
        lines(
          'From: a@b.example',
          'Subject: two',
          'Content-Type: text/plain; charset=iso-8859-1',
          'Content-Transfer-Encoding: 8bit',
          '',
          'déjà vu ¼',
        ),
        'latin1',
      ),
    );
    const [latin, cyrillic] = await mailsOf(api, id);
    expect(latin.body_text.trim()).toBe('déjà vu ¼');
    expect(cyrillic.body_text.trim()).toBe('Ваш код: 930114 ✓');
  });

  it('takes text, HTML and attachments of a nested multipart mail', async () => {
    const { id, email } = await make();
    await deliver(
      [email],
      lines(
        'From: Shop <shop@shop.example>',
        'Subject: nested',
        'Content-Type: multipart/mixed; boundary=outer',
        '',
        '--outer',
        'Content-Type: multipart/alternative; boundary=inner',
        '',
        '--inner',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Code 5521',
        '--inner',
        'Content-Type: text/html; charset=windows-1252',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        '<p>Code=A0<b>5521</b> =80</p>',
        '--inner--',
        '--outer',
        'Content-Type: application/pdf; name="=?utf-8?Q?Rechnung_=E2=82=AC.pdf?="',
        'Content-Disposition: attachment',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from('%PDF-1.4 not really').toString('base64'),
        '--outer--',
        '',
      ),
    );
    await admin('PATCH', '/settings', { aliaskit: { email_extras: true } });
    const [mail] = await mailsOf(api, id);
    await admin('PATCH', '/settings', { aliaskit: { email_extras: false } });
    expect(mail.body_text.trim()).toBe('Code 5521');
    expect(mail.body_html).toContain('<p>Code\u00a0<b>5521</b> €</p>');
    expect(mail.attachments).toEqual([
      { filename: 'Rechnung €.pdf', content_type: 'application/pdf', size: 19 },
    ]);
  });

  it('takes HTML alone and gives a readable snippet, scripts and styles left out', async () => {
    const { id, email } = await make();
    await deliver(
      [email],
      lines(
        'From: a@b.example',
        'Subject: html',
        'Content-Type: text/html',
        '',
        '<style>b{color:#333333}</style><b>Code</b> &#52;82913 &amp; more',
      ),
    );
    const [listed] = (await api('GET', `/identities/${id}/emails`)).body.data;
    expect(listed.snippet).toBe('Code 482913 & more');
    expect((await mailsOf(api, id))[0].body_html).toContain('&#52;82913');
  });

  it('takes a 5 MB mail', async () => {
    const { id, email } = await make();
    const line = `${'All things in the shop are made to last. '.repeat(2).slice(0, 76)}\r\n`;
    const story = line.repeat(Math.ceil((5 * 1024 * 1024) / line.length));
    await deliver([email], lines('From: a@b.example', 'Subject: big', '', 'Code 204815', story));
    const [mail] = await mailsOf(api, id);
    expect(mail.body_text).toContain('Code 204815');
    expect(mail.body_text.length).toBeGreaterThan(5_000_000);
  });

  it('takes bytes that are no mail at all, and a client that hangs up in the middle', async () => {
    const { id, email } = await make();
    await deliver([email], Buffer.from([0xff, 0x00, 0xfe, 0x0d, 0x0a, 0x80]));
    expect(await mailsOf(api, id)).toHaveLength(1);
    await new Promise<void>((resolve, reject) => {
      const socket = createConnection(sandbox.json.smtp.port, '127.0.0.1', () => {
        socket.write('EHLO x\r\nMAIL FROM:<a@b.example>\r\n', () => socket.resetAndDestroy());
      });
      socket.on('close', () => resolve());
      socket.on('error', reject);
    });
    await deliver([email], 'Subject: after\r\n\r\nstill here');
    expect(await mailsOf(api, id)).toHaveLength(2);
  });
});

describe('recipients', () => {
  it('are found whatever the letter case; each gets a copy; unknown ones are dropped without a word', async () => {
    const [a, b] = [await make(), await make()];
    const raw = 'From: x@y.example\r\nTo: undisclosed-recipients:;\r\nSubject: hi\r\n\r\nhello';
    await deliver([a.email.toUpperCase(), b.email, 'nobody@aliaskit.com'], raw);
    await deliver(['nobody@elsewhere.example'], raw);
    for (const one of [a, b])
      expect((await mailsOf(api, one.id))[0]).toMatchObject({ to: one.email, subject: 'hi' });
    const { mails } = (await admin('GET', '/mail?to=nobody@elsewhere.example')).body;
    expect(mails).toHaveLength(1);
  });
});

describe('two identities', () => {
  it('write to each other by SMTP', async () => {
    const [a, b] = [await make(), await make()];
    const sent = await api('POST', `/identities/${a.id}/emails`, {
      to: b.email,
      subject: 'Grüße',
      body_text: 'Bist du da? ✓',
      body_html: '<p>Bist du <b>da</b>?</p>',
    });
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({ from: a.email, to: b.email, direction: 'outbound', read: true });
    const [got] = await mailsOf(api, b.id);
    expect(got).toMatchObject({ from: a.email, to: b.email, subject: 'Grüße', read: false });
    expect(got.body_text.trim()).toBe('Bist du da? ✓');
    expect(got.body_html).toContain('<b>da</b>');
    await api('POST', `/identities/${b.id}/emails`, { to: a.email, body_text: 'Ja' });
    expect((await mailsOf(api, a.id)).map((mail) => mail.body_text.trim())).toEqual(['Ja']);
    const outgoing = await api('GET', `/identities/${a.id}/emails?direction=outbound`);
    expect(outgoing.body.data.map((one) => one.id)).toEqual([sent.body.id]);
    expect((await admin('GET', '/outbox')).body.emails).toHaveLength(2);
  });

  it.each([
    ['to', { to: 'not an address', body_text: 'x' }],
    ['to', { to: 'a@b.example\r\nBcc: c@d.example', body_text: 'x' }],
    ['body_text', { to: 'a@b.example' }],
    ['subject', { to: 'a@b.example', subject: 3, body_text: 'x' }],
  ])('are refused a bad %s', async (param, body) => {
    const { id } = await make();
    const before = (await admin('GET', '/mail')).body.mails.length;
    const answer = await api('POST', `/identities/${id}/emails`, body);
    expect(answer.body.error).toMatchObject({ type: 'invalid_request', param, status: 400 });
    expect((await admin('GET', '/mail')).body.mails).toHaveLength(before);
  });
});
