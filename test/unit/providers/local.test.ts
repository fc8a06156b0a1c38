// Local addresses: computed, recomputed, verified, and always something a mail server takes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBase64 } from '../../../lib/crypto/bytes.ts';
import type { LocalAccount, TagFormat } from '../../../lib/model.ts';
import { local, localAddress, verifyLocal } from '../../../lib/providers/local/local.ts';
import { type Scheme, SEPARATORS } from '../../../lib/providers/local/scheme.ts';
import { VARIANTS } from '../../../lib/providers/local/tag.ts';
import { failure } from './errors.ts';

const account = (
  scheme: Scheme,
  format: TagFormat = 'site-hash',
  key = new Uint8Array(32),
): LocalAccount => ({
  id: 'l',
  kind: 'local',
  name: '',
  createdAt: 0,
  scheme,
  format,
  tagKey: toBase64(key),
});
const mailbox = (text: string, separator = '+'): Scheme => ({ type: 'subaddress', mailbox: text, separator });
const domain = (text: string): Scheme => ({ type: 'catch-all', domain: text });

/** RFC 5321 §4.1.2 Dot-string and §4.5.3.1 lengths, written from the grammar, apart from the code under test. */
const ATEXT = "[A-Za-z0-9!#$%&'*+\\-/=?^_`{|}~]+";
const DOT_STRING = new RegExp(`^${ATEXT}(?:\\.${ATEXT})*$`);
function isAddress(email: string): boolean {
  const at = email.lastIndexOf('@');
  const user = email.slice(0, at);
  return DOT_STRING.test(user) && user.length <= 64 && email.length <= 254 && at > 0;
}

const label = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,20}[a-z0-9])?$/);
const site = fc
  .tuple(label, fc.constantFrom('example', 'co.uk', 'com', 'xn--p1ai', 'github.io'))
  .map(([name, suffix]) => `${name}.${suffix}`)
  .filter((host) => URL.canParse(`https://${host}/`));
const user = fc.stringMatching(/^[A-Za-z0-9_-]{1,30}(?:\.[a-z0-9]{1,20})?$/);
const scheme: fc.Arbitrary<Scheme> = fc.oneof(
  fc
    .record({ user, separator: fc.constantFrom(...SEPARATORS) })
    .map((it) => mailbox(`${it.user}@mail.example`, it.separator)),
  label.map((name) => domain(`${name}.example`)),
);
const anyAccount = fc
  .tuple(
    scheme,
    fc.constantFrom<TagFormat>('site-hash', 'hash', 'site.hash'),
    fc.uint8Array({ minLength: 32, maxLength: 32 }),
  )
  .map((parts) => account(...parts));
const variant = fc.integer({ min: 0, max: VARIANTS - 1 });

describe('always', () => {
  test('the same account, site and variant give the same valid address, which verifies', () => {
    fc.assert(
      fc.property(anyAccount, site, variant, (from, at, which) => {
        const email = localAddress(from, { site: at, variant: which });
        expect(email).toBe(localAddress(structuredClone(from), { site: at, variant: which }));
        expect(isAddress(email), email).toBe(true);
        expect(verifyLocal(from, email, at)).toBe(true);
        expect(verifyLocal(from, ` ${email.toUpperCase()} `, at)).toBe(true);
      }),
    );
  });

  test('different sites and variants differ, and do not verify for each other', () => {
    fc.assert(
      fc.property(anyAccount, site, site, variant, variant, (from, a, b, v, w) => {
        fc.pre(a !== b);
        const email = localAddress(from, { site: a, variant: v });
        expect(email).not.toBe(localAddress(from, { site: b, variant: w }));
        if (v !== w) expect(email).not.toBe(localAddress(from, { site: a, variant: w }));
        expect(verifyLocal(from, email, b)).toBe(false);
      }),
    );
  });

  test("another account's key gives and verifies nothing of ours", () => {
    fc.assert(
      fc.property(anyAccount, fc.uint8Array({ minLength: 32, maxLength: 32 }), site, (from, key, at) => {
        const other = { ...from, tagKey: toBase64(key) };
        fc.pre(other.tagKey !== from.tagKey);
        expect(verifyLocal(other, localAddress(from, { site: at }), at)).toBe(false);
      }),
    );
  });

  test('an address of no site is valid, new each time, and verifies for no site', () => {
    fc.assert(
      fc.property(anyAccount, site, (from, at) => {
        const email = localAddress(from, { site: null });
        expect(isAddress(email), email).toBe(true);
        expect(email).not.toBe(localAddress(from, { site: null }));
        expect(verifyLocal(from, email, at)).toBe(false);
      }),
    );
  });
});

describe('formats', () => {
  const at = (scheme: Scheme, format: TagFormat, place: string) =>
    localAddress(account(scheme, format), { site: place });

  test('read as chosen', () => {
    expect(at(mailbox('me@mail.example'), 'site-hash', 'shop.example')).toMatch(
      /^me\+shop-[0-9a-hjkmnp-tv-z]{6}@mail\.example$/,
    );
    expect(at(mailbox('me@mail.example', '-'), 'hash', 'shop.example')).toMatch(
      /^me-[0-9a-hjkmnp-tv-z]{8}@mail\.example$/,
    );
    expect(at(domain('own.example'), 'site.hash', 'shop.example')).toMatch(
      /^shop\.[0-9a-hjkmnp-tv-z]{6}@own\.example$/,
    );
  });

  // Computed apart: HMAC-SHA-256 of the length-framed parts under 32 zero bytes, first 40 bits in Crockford's base32
  // (python3: hmac.new(bytes(32), b''.join(struct.pack('>I', len(p)) + p for p in parts), 'sha256')).
  test('keep the tags that are out in the world', () => {
    expect(at(domain('own.example'), 'hash', 'shop.example')).toBe('5t65p7pp@own.example');
    expect(localAddress(account(domain('own.example')), { site: 'shop.example', variant: 1 })).toBe(
      'shop-m5nj1h@own.example',
    );
  });

  test.each([
    ['SHOP.Example.', 'shop-'],
    ['my-big-shop.co.uk', 'mybigshop-'],
    ['a-very-long-name-of-a-shop-indeed.example', 'averylongnameofashop-'],
    ['münchen.example', 'xnmnchen3ya-'],
    ['127.0.0.1', '127-'],
    ['[::1]', '1-'],
    ['localhost', 'localhost-'],
  ])('the readable part of %s is %s', (place, start) => {
    expect(at(domain('own.example'), 'site-hash', place).startsWith(start)).toBe(true);
  });

  test('Unicode and punycode, upper and lower case are one site', () => {
    const scheme = domain('own.example');
    expect(at(scheme, 'site-hash', 'xn--mnchen-3ya.example')).toBe(
      at(scheme, 'site-hash', 'München.Example'),
    );
  });

  test('a long mailbox shortens the readable part, never the hash', () => {
    const addressOf = (length: number) =>
      at(mailbox(`${'m'.repeat(length)}@mail.example`), 'site-hash', 'shop.example');
    const hash = /-(\w{6})@/.exec(addressOf(10))?.[1];
    expect(addressOf(52)).toBe(`${'m'.repeat(52)}+shop-${hash}@mail.example`);
    expect(addressOf(54)).toBe(`${'m'.repeat(54)}+sh-${hash}@mail.example`);
    expect(addressOf(56)).toBe(`${'m'.repeat(56)}+${hash}@mail.example`);
    expect(addressOf(57)).toBe(`${'m'.repeat(57)}+${hash}@mail.example`);
    expect(() => addressOf(58)).toThrow(expect.objectContaining({ code: 'rejected' }));
  });

  test("the mailbox keeps its spelling; its domain becomes what a form's check takes", () => {
    expect(at(mailbox(' Me.Too@Bücher.Example '), 'hash', 'a.example')).toMatch(
      /^Me\.Too\+\w{8}@xn--bcher-kva\.example$/,
    );
  });
});

describe('refused, with the field', () => {
  const rejected = (field: string) =>
    expect.objectContaining({ code: 'rejected', detail: expect.objectContaining({ field }) });

  test.each([
    '',
    'me',
    'me@',
    '@mail.example',
    'me@mail',
    'a b@mail.example',
    '"me"@mail.example',
    '.me@mail.example',
    'me.@mail.example',
    'ü@mail.example',
    'me@1.2.3.4',
    'me@mail.example/x',
    'me@-a.example',
  ])('mailbox %j', async (text) => {
    const error = await failure(Promise.resolve(local(account(mailbox(text))).probe?.()));
    expect(error).toMatchObject({ code: 'rejected', detail: { field: 'mailbox' } });
  });

  test.each([
    '',
    'own',
    '1.2.3.4',
    '[::1]',
    'own example.com',
    'a@own.example',
    'own.example:25',
    'a..example',
    '_a.example',
  ])('domain %j', (text) => {
    expect(() => localAddress(account(domain(text)), { site: 'a.example' })).toThrow(rejected('domain'));
  });

  test.each(['', '++', ' ', '@', '"', 'x'])('separator %j', (separator) => {
    const from = account(mailbox('me@mail.example', separator));
    expect(() => localAddress(from, { site: 'a.example' })).toThrow(rejected('separator'));
  });

  test.each(['', 'a/b.example', 'a.example:80', 'x@a.example', 'a b', 'https://a.example'])(
    'site %j',
    (text) => {
      expect(() => localAddress(account(domain('own.example')), { site: text })).toThrow(rejected('site'));
    },
  );

  test.each([-1, VARIANTS, 1.5, Number.NaN])('variant %s', (which) => {
    const from = account(domain('own.example'));
    expect(() => localAddress(from, { site: 'a.example', variant: which })).toThrow(rejected('variant'));
  });

  test.each(['', 'AAAA', 'not base64!'])('tag key %j is a damaged account', (tagKey) => {
    const from = { ...account(domain('own.example')), tagKey };
    expect(() => localAddress(from, { site: 'a.example' })).toThrow(
      expect.objectContaining({ code: 'corrupt', detail: { what: 'account' } }),
    );
  });
});
