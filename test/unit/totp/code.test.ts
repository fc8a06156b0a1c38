// Codes against RFC 6238 Appendix B and RFC 4226 Appendix D (values of the RFCs, IETF Trust).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Totp, TotpAlgorithm } from '../../../lib/model.ts';
import { totpCode, viewTotp } from '../../../lib/totp/code.ts';

interface Rfc6238 {
  vectors: {
    time: number;
    algorithm: TotpAlgorithm;
    digits: number;
    period: number;
    secret_base32: string;
    totp: string;
  }[];
}
interface Rfc4226 {
  secret_base32: string;
  digits: number;
  codes: string[];
}
const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../vectors/totp', name), 'utf8'));
const rfc6238 = read('rfc6238.json') as Rfc6238;
const rfc4226 = read('rfc4226.json') as Rfc4226;

describe('RFC 6238', () => {
  test('has its 18 vectors', () => expect(rfc6238.vectors).toHaveLength(18));
  test.each(rfc6238.vectors)('$algorithm at $time is $totp', (vector) => {
    const { algorithm, digits, period, secret_base32: secret, time, totp } = vector;
    expect(
      totpCode({ secret: secret.replaceAll('=', ''), algorithm, digits, period }, time * 1000).code,
    ).toBe(totp);
  });
});

test('RFC 4226: a counter is a step of time', () => {
  const { secret_base32: secret, digits, codes } = rfc4226;
  const parts = { secret, digits, algorithm: 'SHA1' as const, period: 30 };
  expect(codes.map((_, counter) => totpCode(parts, counter * 30_000).code)).toEqual(codes);
});

const totp: Totp = {
  id: 't1',
  issuer: 'Shop',
  account: 'ana',
  secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  algorithm: 'SHA1',
  digits: 8,
  period: 60,
  site: 'shop.example',
  createdAt: 0,
};

test('a code is right until the end of its step, and another after', () => {
  const { code, validUntil } = totpCode(totp, 61_000);
  expect(validUntil).toBe(120_000);
  expect(totpCode(totp, validUntil - 1)).toEqual({ code, validUntil });
  expect(totpCode(totp, validUntil)).toMatchObject({ validUntil: 180_000 });
  expect(totpCode(totp, validUntil).code).not.toBe(code);
});

test('a view holds the code and never the secret', () => {
  const view = viewTotp(totp, 61_000);
  expect(view).toEqual({
    id: 't1',
    issuer: 'Shop',
    account: 'ana',
    site: 'shop.example',
    digits: 8,
    period: 60,
    code: totpCode(totp, 61_000).code,
    validUntil: 120_000,
  });
  expect(JSON.stringify(view)).not.toContain(totp.secret);
});
