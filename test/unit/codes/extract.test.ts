// What may be called a code, what may not, and what happens when two may: the contract's vectors, properties, hostile input.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestCode, bestLink, extractCodes, type MessageParts } from '../../../lib/codes/extract.ts';

const mail = (text: string | null, more: Partial<MessageParts> = {}) =>
  extractCodes({ channel: 'email', subject: '', text, html: null, ...more });
const code = (text: string, more: Partial<MessageParts> = {}): string | null =>
  bestCode(mail(text, more))?.code ?? null;

test.each([
  ['Your verification code is 482913. It expires in 10 minutes.', '482913'],
  ['Your code is 847291', '847291'],
  ['G-204815 is your Google verification code.', '204815'],
  ['Use 930 114 as your one-time passcode.', '930114'],
  ['Copyright 2026 Example Inc.\nLogin code: 5521', '5521'],
  ['Order #88213409 confirmed.\nYour security code is 70431', '70431'],
  ['Enter this code to continue:\n\nK7Q4ZB\n\nThanks', 'K7Q4ZB'],
  ['Your recovery code: 9F2K-QT71', '9F2KQT71'],
  ['<#> 118820 is your ExampleApp code. abc123XYZ', '118820'],
  ['Thanks for joining since 2024! Call 5550100 for help.', null],
  ['Your invoice 20260412 is ready. Total $1299.00', null],
  ['Hi Ana, someone signed in from 10.20.30.40 at 10:02. If not you, ignore.', null],
])('contract §9.2: %j → %s', (text, expected) => expect(code(text)).toBe(expected));

describe('what looks like a code and is none', () => {
  test.each([
    'Your discount code is SAVE2026',
    'Verification fee: $482913',
    'Login from +49 40 482913 was blocked',
    'Your order number is 482913. Sign in to see it.',
    'Postal code 20457',
    'Confirm before 2026-04-12 10:30:00',
    'IBAN DE89370400440532013000 was verified',
    'Verify at https://shop.example/verify/482913',
    'Write to code482913@shop.example to confirm',
    'Your card ending in 4471 was confirmed',
    'The colour code is #482913;',
  ])('%s', (text) => expect(code(text)).toBeNull());
});

test('of two codes, neither is offered and both are named', () => {
  const found = mail('Your code is 482913.\nYour code is 730118.');
  expect(bestCode(found)).toBeNull();
  expect(found.candidates.map((candidate) => candidate.code)).toEqual(['482913', '730118']);
});

test('the same code twice is one', () => {
  const found = mail('Your code is 482913.', { subject: '482913 is your code' });
  expect(found.candidates.map((candidate) => candidate.code)).toEqual(['482913']);
});

test('a code clearly ahead of a number beside it is offered', () => {
  expect(code('Your verification code: 482913\n\nSecurity tip 4471: never share codes.')).toBe('482913');
});

test('HTML counts where the text part has no code', () => {
  expect(
    code('Please use a mail program that shows HTML.', { html: '<p>Your code is <b>482913</b></p>' }),
  ).toBe('482913');
});

describe('a code in a picture only', () => {
  const pictured = (html: string, subject = '') =>
    extractCodes({ channel: 'email', subject, text: null, html }).pictured;
  test.each<[string, boolean, string, string?]>([
    ['beside words of a code', true, '<p>Your verification code:</p><img src=c.png width=300>'],
    ['named by the subject', true, '<p>Hello</p><img src=c.png>', 'Your verification code'],
    ['and nothing else', true, '<img src=c.png>'],
    ['beside a code that can be read', false, '<p>Your code is 482913</p><img src=logo.png>'],
    ['that is a counting pixel', false, '<p>Your verification code:</p><img src=p.gif width=1 height=1>'],
    ['in a letter about other things', false, '<p>We have moved to another street.</p><img src=map.png>'],
  ])('%s: %s', (_, expected, html, subject) => expect(pictured(html, subject)).toBe(expected));
});

test('hidden text, styles and comments hold no codes', () => {
  const html =
    '<style>.code{color:#482913}</style><p style="display: none">Your code is 111111</p><p hidden>Your code is 222222</p><!-- code 333333 --><p>Your code is 444444</p>';
  expect(mail(null, { html }).candidates.map((candidate) => candidate.code)).toEqual(['444444']);
});

test('every candidate and every link says why', () => {
  const found = mail('Confirm: https://shop.example/confirm?t=Zx81kQ0fbD2mTr77\nYour code is 482913');
  expect(found.candidates[0]?.because).toContain('a code word leads to it');
  expect(found.links[0]).toMatchObject({ host: 'shop.example', kind: 'verify' });
  expect(found.links[0]?.because.length).toBeGreaterThan(1);
});

describe('links', () => {
  test('a link is judged by where it leads, whatever it says', () => {
    const found = mail(null, {
      html: '<a href="https://evil.test/confirm?t=Zx81kQ0fbD2mTr77">https://shop.example/confirm</a>',
    });
    expect(bestLink(found)?.host).toBe('evil.test');
  });
  test('two equally good links to different hosts: none is offered', () => {
    const found = mail(null, {
      subject: 'Confirm your e-mail',
      html: '<a href="https://a.test/confirm?t=Zx81kQ0fbD2mTr77">Confirm</a><a href="https://b.test/confirm?t=Zx81kQ0fbD2mTr77">Confirm</a>',
    });
    expect(bestLink(found)).toBeNull();
  });
  test('other schemes are no links', () => {
    const html =
      '<a href="javascript:alert(1)">Confirm</a><a href="data:text/html,x">Confirm</a><a href="mailto:a@b.test">Confirm</a>';
    expect(mail(null, { html }).links).toEqual([]);
  });
});

describe('origin-bound lines', () => {
  const origin = (text: string) => extractCodes({ channel: 'sms', subject: '', text, html: null }).origin;
  test.each([
    ['@shop.example #123456', { host: 'shop.example', code: '123456' }],
    ['Your code is 1.\n\n@Shop.Example #aB-9', { host: 'shop.example', code: 'aB-9' }],
    ['Your code\n@shop.example #123456 @frame.example', { host: 'shop.example', code: '123456' }],
    ['@shop.localhost #42', { host: 'shop.localhost', code: '42' }],
  ])('%j', (text, expected) => expect(origin(text)).toEqual(expected));
  test.each([
    '@shop.example 123456',
    '@shop.example  #123456',
    'code @shop.example #123456',
    '@https://shop.example #123456',
    '@user@shop.example #123456',
    '@shop.example #123456\nSee you',
    '@ #123456',
    '@.. #1',
  ])('%j is none', (text) => expect(origin(text)).toBeUndefined());
});

test('a code of any digits is found whatever stands around it', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[0-9]{6}$/),
      fc.constantFrom(
        'Your code is %',
        'Use % to sign in with your verification code',
        'Ihr Code lautet: %',
        '验证码：%',
      ),
      fc.constantFrom('', '\n\n© 2026 Demo Shop', '\nOrder #88213409', '\nhttps://shop.example/x/99887766'),
      (digits, template, tail) => {
        expect(code(template.replace('%', digits) + tail)).toBe(digits);
      },
    ),
  );
});

test('any text and any markup is read without failing, and answers only what stands there', () => {
  const piece = fc.constantFrom(
    'code ',
    'is ',
    '482913',
    ' 12-34',
    '<p>',
    '</p>',
    '<a href="https://a.test/verify?t=1">',
    '&#49;',
    '٤',
    '\n',
    '@a.test #1',
    '$',
    '{',
    '\u202e',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((all) => all.join('')),
      ),
      (text) => {
        for (const found of [mail(text), mail(null, { html: text })]) {
          for (const candidate of found.candidates) expect(candidate.code.length).toBeGreaterThan(0);
          for (const link of found.links) expect(link.url).toMatch(/^https?:/);
        }
      },
    ),
  );
});

describe('too much', () => {
  const traps: [string, string][] = [
    ['numbers', '123456 '.repeat(700_000)],
    ['one number', '1'.repeat(5_000_000)],
    ['capitals', 'A'.repeat(5_000_000)],
    ['hyphens', 'a-'.repeat(2_500_000)],
    ['dots', 'a.'.repeat(2_500_000)],
    ['at signs', 'a@'.repeat(2_500_000)],
    ['links', 'https://a.test/verify?t=1 '.repeat(200_000)],
    ['code words', 'code '.repeat(1_000_000)],
  ];
  test.each(traps)('5 MB of %s are cut, and it is said', (_, text) => {
    expect(mail(text).cut).toContain('too-large');
  });
  test.each([
    ['open tags', '<div>'.repeat(1_000_000), 'too-deep'],
    ['angle brackets', '<'.repeat(5_000_000), 'too-large'],
    ['attributes', `<a ${'x=1 '.repeat(1_200_000)}>`, 'too-large'],
    ['anchors', '<a href="https://a.test/">x</a>'.repeat(1_000), 'too-many-links'],
    ['cells', `<table>${'<tr><td>x</td></tr>'.repeat(100_000)}</table>`, 'too-large'],
  ])('%s', (_, html, reason) => expect(mail(null, { html }).cut).toContain(reason));

  test('a code at the top of a 5 MB mail is still found', () => {
    const html = `<p>Your code is <b>482913</b></p><p>${'Lorem ipsum. '.repeat(400_000)}</p>`;
    expect(bestCode(mail(null, { html }))?.code).toBe('482913');
  });
  test('many numbers are a listing: said, and none offered', () => {
    const found = mail(Array.from({ length: 400 }, (_, i) => `item ${100_000 + i}`).join('\n'));
    expect(found.cut).toContain('too-many-numbers');
    expect(bestCode(found)).toBeNull();
  });
});

describe('mail that came out of its reader broken', () => {
  const boundary = '------=_Part_123456_789012';
  const source = `Content-Type: multipart/alternative; boundary="${boundary.slice(2)}"\r\n\r\n${boundary}\r\nContent-Type: text/plain\r\n\r\n`;
  test.each([
    ['a whole MIME source', `${source}Your code is 482913\r\n${boundary}--`, '482913'],
    ['quoted-printable left as it was', 'Your code is=20482913=\r\nIt expires soon=2E', null],
    ['base64 left as it was', 'WW91ciBjb2RlIGlzIDQ4MjkxMw==\nWW91ciBjb2RlIGlzIDQ4MjkxMw==', null],
    ['half a surrogate pair and a stray byte', 'Your code is 482913 \ud83d \ufffd', '482913'],
    ['two orders of reading', 'Your code is 482913, or \u202e319284\u202c', '482913'],
    ['turned round', 'Your code is \u202e319284\u202c', null],
  ])('%s: the code or none, never another', (_, text, expected) => expect(code(text)).toBe(expected));

  test('a hundred thousand elements are read as far as the cap, and it is said', () => {
    const html = `<p>Your code is 482913</p>${'<i>1</i><b>x</b>'.repeat(50_000)}`;
    const found = mail(null, { html });
    expect(found.cut).toContain('too-large');
    expect(bestCode(found)?.code).toBe('482913');
  });
  test('a host in letters of another script is told by its real name and not offered under another’s', () => {
    const html =
      '<p>Confirm your address: <a href="https://р\u0430ypal.example/confirm?token=a1b2c3d4e5f6a7b8c9">paypal.com</a></p>';
    const found = mail(null, { html });
    expect(found.links[0]?.host).toMatch(/^xn--/);
    expect(bestLink(found)).toBeNull();
  });
});
