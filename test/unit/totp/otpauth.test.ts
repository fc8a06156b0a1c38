// Set-up links as sites issue them: every parameter honoured, every refusal named by its parameter, never by its value.
import fc from 'fast-check';
import { Secret } from 'otpauth';
import { expect, test } from 'vitest';
import { AppError } from '../../../lib/error.ts';
import { normaliseTotp, parseOtpauth } from '../../../lib/totp/otpauth.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

function refusal(run: () => unknown): { code: string; field: string | undefined } {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, field: error.detail.field };
    throw error;
  }
  throw new Error('nothing was refused');
}

test('all parameters', () => {
  expect(
    parseOtpauth(
      `otpauth://totp/Demo%20Shop:ana%40mail.example?secret=${SECRET}&issuer=Demo%20Shop&algorithm=SHA256&digits=8&period=60`,
    ),
  ).toEqual({
    issuer: 'Demo Shop',
    account: 'ana@mail.example',
    secret: SECRET,
    algorithm: 'SHA256',
    digits: 8,
    period: 60,
    site: null,
  });
});

test('a bare link takes the defaults of the format', () => {
  expect(parseOtpauth(`otpauth://totp/ana?secret=${SECRET}`)).toEqual({
    issuer: '',
    account: 'ana',
    secret: SECRET,
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    site: null,
  });
});

test.each([
  ['Shop:ana', '', 'Shop', 'ana'],
  ['Shop%3Aana', '', 'Shop', 'ana'],
  ['Shop:%20ana', '', 'Shop', 'ana'],
  ['Shop:ana', '&issuer=Other', 'Other', 'ana'],
  ['ana', '&issuer=A+B', 'A B', 'ana'],
  ['', '&issuer=Shop', 'Shop', ''],
  ['100%:ana', '', '100%', 'ana'],
  ['Shop%3Aa:b', '', 'Shop', 'a:b'],
  ['Shop:ana', '&issuer=', 'Shop', 'ana'],
  ['Sho%E2%80%AEp%0A:ana', '', 'Sho p', 'ana'],
])('label %s with %s names %s and %s', (label, extra, issuer, account) => {
  expect(parseOtpauth(`otpauth://totp/${label}?secret=${SECRET}${extra}`)).toMatchObject({ issuer, account });
});

test.each([
  'gezd gnbv gy3t qojq gezd gnbv gy3t qojq',
  'GEZD-GNBV-GY3T-QOJQ-GEZD-GNBV-GY3T-QOJQ',
  'gezdgnbvgy3tqojqgezdgnbvgy3tqojq====',
  ' GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\n',
])('the secret %j is read', (secret) => {
  expect(parseOtpauth(`otpauth://totp/x?secret=${encodeURIComponent(secret)}`).secret).toBe(SECRET);
  expect(normaliseTotp({ secret }).secret).toBe(SECRET);
});

test.each(['SHA1', 'sha1', 'SHA-1', 'HmacSHA1', 'HMAC-SHA-1'])('%s is SHA1', (algorithm) => {
  expect(normaliseTotp({ secret: SECRET, algorithm }).algorithm).toBe('SHA1');
});
test.each(['SHA512', 'sha-512', 'HMAC_SHA512'])('%s is SHA512', (algorithm) => {
  expect(normaliseTotp({ secret: SECRET, algorithm }).algorithm).toBe('SHA512');
});

test('scheme and parameter names in any case; the spelling Safari uses', () => {
  expect(parseOtpauth(`OTPAUTH://TOTP/x?SECRET=${SECRET}&Digits=7`).digits).toBe(7);
  expect(parseOtpauth(`apple-otpauth://totp/x?secret=${SECRET}`).secret).toBe(SECRET);
});

test.each([
  ['https://shop.example/', 'link'],
  ['otpauth:totp/x', 'link'],
  ['', 'link'],
  [`otpauth://totp/${'x'.repeat(5000)}?secret=${SECRET}`, 'link'],
  [`otpauth://hotp/x?secret=${SECRET}&counter=1`, 'type'],
  [`otpauth://steam/x?secret=${SECRET}`, 'type'],
  ['otpauth-migration://offline?data=CjE', 'migration'],
  ['otpauth://totp/x', 'secret'],
  ['otpauth://totp/x?secret=', 'secret'],
  ['otpauth://totp/x?secret=GEZDGNBVGY3TQOJ1', 'secret'],
  ['otpauth://totp/x?secret=GEZDGNBV', 'secret'],
  [`otpauth://totp/x?secret=${'A'.repeat(2000)}`, 'secret'],
  [`otpauth://totp/x?secret=${SECRET}&algorithm=MD5`, 'algorithm'],
  [`otpauth://totp/x?secret=${SECRET}&algorithm=constructor`, 'algorithm'],
  [`otpauth://totp/x?secret=${SECRET}&digits=5`, 'digits'],
  [`otpauth://totp/x?secret=${SECRET}&digits=9`, 'digits'],
  [`otpauth://totp/x?secret=${SECRET}&digits=six`, 'digits'],
  [`otpauth://totp/x?secret=${SECRET}&period=0`, 'period'],
  [`otpauth://totp/x?secret=${SECRET}&period=-30`, 'period'],
  [`otpauth://totp/x?secret=${SECRET}&period=1e2`, 'period'],
])('%s is refused for its %s', (link, field) => {
  expect(refusal(() => parseOtpauth(link))).toEqual({ code: 'bad-otpauth', field });
});

test('an 80-bit and a 64-bit secret are taken, as large sites issue them', () => {
  expect(parseOtpauth('otpauth://totp/x?secret=JBSWY3DPEHPK3PXP').secret).toBe('JBSWY3DPEHPK3PXP');
  expect(parseOtpauth('otpauth://totp/x?secret=JBSWY3DPEHPK2').secret).toBe('JBSWY3DPEHPK2');
});

test('no secret is ever changed on the way', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 64 }), (bytes) => {
      const secret = new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;
      const read = parseOtpauth(`otpauth://totp/A:b?secret=${secret}`).secret;
      expect(Secret.fromBase32(read).bytes).toEqual(bytes);
    }),
  );
});

test('any text is read or refused, never a crash', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((s) => `otpauth://totp/${s}`),
      ),
      (text) => {
        try {
          parseOtpauth(text);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      },
    ),
  );
});
