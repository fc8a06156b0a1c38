// Webhook signatures: the contract's vector, Node's own HMAC as a second hand, the window to both sides, and what is no header.
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSignature as check, WINDOW } from '../../../lib/providers/kayle/signature.ts';

// Contract §8.5, computed by a third hand.
const SECRET = 'whsec_abcdefghijklmnopqrstuvwxyz012345';
const BODY = 'aaa.bbb.ccc.ddd.eee';
const HEADER = 't=1714914000,v1=0543cdc9c096152a20e5a7b55633936ed4894c6973d64281ab26fcddeffd48a8';
const SIGNED = 1_714_914_000_000;

const inUse = (value: string) => ({ value, until: null });
const checkSignature = (header: string | null, body: string, secrets: readonly string[], now: number) =>
  check(header, body, secrets.map(inUse), now);

const sign = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

test('the vector', () => {
  expect(checkSignature(HEADER, BODY, [SECRET], SIGNED)).toEqual({ kind: 'fresh', signedAt: SIGNED });
});

test.each([
  [0, 'fresh'],
  [WINDOW, 'fresh'],
  [WINDOW + 1, 'old'],
  [30 * 24 * 3_600_000, 'old'],
  [-WINDOW, 'fresh'],
  [-WINDOW - 1, 'ahead'],
  [-3_600_000, 'ahead'],
])('read %i ms after signing: %s', (later, kind) => {
  expect(checkSignature(HEADER, BODY, [SECRET], SIGNED + later)).toEqual({ kind, signedAt: SIGNED });
});

test('any secret, any body, as Node computes it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), fc.nat(4_000_000_000), (secret, body, seconds) => {
      const verdict = checkSignature(sign(secret, seconds, body), body, ['x', secret], seconds * 1000);
      expect(verdict).toEqual({ kind: 'fresh', signedAt: seconds * 1000 });
    }),
  );
});

describe('not signed by a secret of ours', () => {
  test.each([
    ['replayed over another body', HEADER, 'aaa.bbb.ccc.ddd.eef', [SECRET]],
    ['another secret', HEADER, BODY, ['whsec_other']],
    ['the secret without its prefix', sign(SECRET.slice(6), 1_714_914_000, BODY), BODY, [SECRET]],
    ['another time', HEADER.replace('1714914000', '1714914001'), BODY, [SECRET]],
    ['one digit', HEADER.replace(/.$/, '9'), BODY, [SECRET]],
  ])('%s', (_, header, body, secrets) => {
    expect(checkSignature(header, body, secrets, SIGNED)).toEqual({ kind: 'wrong' });
  });
});

test('a former secret beside the present one, and two signatures beside each other', () => {
  const secrets = ['whsec_new', SECRET];
  expect(checkSignature(HEADER, BODY, secrets, SIGNED).kind).toBe('fresh');
  const two = `t=1714914000, v0=abc, v1=${'0'.repeat(64)}, ${HEADER.split(',')[1]}`;
  expect(checkSignature(two, BODY, [SECRET], SIGNED).kind).toBe('fresh');
});

test('a replaced secret proves what it signed before, and nothing after', () => {
  const replaced = (until: number) =>
    check(HEADER, BODY, [inUse('whsec_new'), { value: SECRET, until }], SIGNED);
  expect(replaced(SIGNED + 1)).toEqual({ kind: 'fresh', signedAt: SIGNED });
  expect(replaced(SIGNED - WINDOW)).toEqual({ kind: 'fresh', signedAt: SIGNED });
  expect(replaced(SIGNED - WINDOW - 1)).toEqual({ kind: 'former', signedAt: SIGNED });
});

test('upper-case digits are the same digits', () => {
  const [time = '', mac = ''] = HEADER.split(',v1=');
  expect(checkSignature(`${time},v1=${mac.toUpperCase()}`, BODY, [SECRET], SIGNED).kind).toBe('fresh');
});

test.each([null, '', '  '])('no header: %j', (header) => {
  expect(checkSignature(header, BODY, [SECRET], SIGNED)).toEqual({ kind: 'absent' });
});

test('no secret known', () => {
  expect(checkSignature(HEADER, BODY, [], SIGNED)).toEqual({ kind: 'unchecked' });
});

test.each([
  't=1714914000',
  'v1=0543cdc9c096152a20e5a7b55633936ed4894c6973d64281ab26fcddeffd48a8',
  't=,v1=0543cdc9c096152a20e5a7b55633936ed4894c6973d64281ab26fcddeffd48a8',
  't=1714914000,v1=',
  't=1714914000,v1=0543',
  't=1e9,v1=0543cdc9c096152a20e5a7b55633936ed4894c6973d64281ab26fcddeffd48a8',
  'hello',
  `t=1,v1=${'0'.repeat(4000)}`,
])('no such header: %s', (header) => {
  expect(checkSignature(header, BODY, [SECRET], SIGNED)).toEqual({ kind: 'malformed' });
});
