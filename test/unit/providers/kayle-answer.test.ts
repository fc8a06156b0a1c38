// Sealed answers as the service makes them (sealed by jose, signed by Node): only what was selected is shown, old keys still
// open old answers, and whatever is wrong stays closed with its reason.
import { createHmac } from 'node:crypto';
import { CompactEncrypt, importJWK } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { toBase64, utf8 } from '../../../lib/crypto/bytes.ts';
import { generateRsaPair, type RsaPublicJwk } from '../../../lib/crypto/rsa.ts';
import { MOST_CHARACTERS, openAnswer } from '../../../lib/providers/kayle/answer.ts';
import type { AnswerKeys, OpenedAnswer } from '../../../lib/sealed-answer.ts';
import vector from '../../vectors/kayle/answer.json';

const NOW = 1_800_000_000_000;
const SECRET = 'whsec_abcdefghijklmnopqrstuvwxyz012345';
const SESSION = `vs_${'a'.repeat(64)}`;

let jwk: RsaPublicJwk;
let keys: AnswerKeys;
beforeAll(async () => {
  const [present, former] = await Promise.all([generateRsaPair(2048), generateRsaPair(2048)]);
  jwk = former.publicJwk;
  keys = {
    privateKeys: [
      { keyId: 'new', pkcs8: toBase64(present.privateKey) },
      { keyId: 'old', pkcs8: toBase64(former.privateKey) },
    ],
    secrets: [{ value: SECRET, until: null }],
  };
});

const seal = async (text: string, header: object = {}): Promise<string> =>
  new CompactEncrypt(utf8(text))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: 'old', ...header })
    .encrypt(await importJWK({ kty: 'RSA', n: jwk.n, e: jwk.e }, 'RSA-OAEP-256'));

const sign = (jwe: string, at = NOW, secret = SECRET): string => {
  const seconds = Math.floor(at / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${jwe}`).digest('hex')}`;
};

const payload = (over: object = {}): object => ({
  type: 'verification.session.succeeded',
  metadata: { contract_version: 1, event_id: 'evt_1', verification_session_id: SESSION },
  data: {
    claims: { family_name: 'MUSTERMANN', age_over_18: false, nationality_code: null, sex_marker: 'F' },
    selected_field_keys: ['age_over_18', 'family_name', 'nationality_code'],
  },
  ...over,
});

const open = async (value: object): Promise<OpenedAnswer> => {
  const jwe = await seal(JSON.stringify(value));
  return openAnswer({ jwe, signature: sign(jwe) }, keys, NOW);
};

const answerOf = (opened: OpenedAnswer) => {
  if (opened.kind === 'closed') throw new Error(opened.why);
  return opened.answer;
};

test('the vector: sealed by one hand, signed by another, opened by ours', async () => {
  const kept = {
    privateKeys: [{ keyId: vector.key_id, pkcs8: vector.private_key_pkcs8 }],
    secrets: [{ value: vector.signing_secret, until: null }],
  };
  const opened = await openAnswer(
    { jwe: vector.body, signature: vector.signature },
    kept,
    vector.signed_at * 1000,
  );
  expect(opened.signature).toEqual({ kind: 'fresh', signedAt: vector.signed_at * 1000 });
  expect(answerOf(opened)).toMatchObject({
    sessionId: vector.payload.metadata.verification_session_id,
    claims: [
      { claim: 'age_over_18', value: true },
      { claim: 'family_name', value: 'ERIKSSON' },
      { claim: 'kayle_document_id', value: 'd'.repeat(64) },
    ],
  });
});

test('only what was selected, in the order it was selected; a No is a No', async () => {
  const opened = await open(payload());
  expect(opened).toMatchObject({ kind: 'opened', keyId: 'old', signature: { kind: 'fresh', signedAt: NOW } });
  expect(answerOf(opened)).toEqual({
    type: 'succeeded',
    typeWord: 'verification.session.succeeded',
    eventId: 'evt_1',
    sessionId: SESSION,
    claims: [
      { claim: 'age_over_18', value: false },
      { claim: 'family_name', value: 'MUSTERMANN' },
      { claim: 'nationality_code', value: null },
    ],
    failureCode: null,
    cancelReason: null,
  });
});

test('without a list of what was selected, nothing is shown', async () => {
  const answer = answerOf(await open(payload({ data: { claims: { family_name: 'MUSTERMANN' } } })));
  expect(answer.claims).toEqual([]);
});

test('failed, cancelled and expired answers tell why', async () => {
  const failed = { failure_code: 'liveness_failed', nfc_tries_used: 0, liveness_tries_used: 3 };
  expect(answerOf(await open(payload({ type: 'verification.session.failed', data: failed })))).toMatchObject({
    type: 'failed',
    failureCode: 'liveness_failed',
  });
  const cancelled = { outcome: 'not_verified', reason: 'privacy_cancelled_after_terminal_success' };
  expect(
    answerOf(await open(payload({ type: 'verification.session.cancelled', data: cancelled }))),
  ).toMatchObject({ type: 'cancelled', cancelReason: 'privacy_cancelled_after_terminal_success' });
  expect(answerOf(await open(payload({ type: 'verification.session.expired', data: {} })))).toMatchObject({
    type: 'expired',
    claims: [],
  });
});

test('attempt-era types, new types, values and fields of a new kind', async () => {
  expect(answerOf(await open(payload({ type: 'verification.attempt.succeeded' }))).type).toBe('succeeded');
  const newer = answerOf(
    await open(
      payload({
        type: 'verification.session.paused',
        more: 1,
        data: {
          claims: { height_cm: 180, places: ['A', 'B'], note: `a\u0000\n${'b'.repeat(900)}` },
          selected_field_keys: ['height_cm', 'places', 'note'],
          odd: true,
        },
      }),
    ),
  );
  expect(newer).toMatchObject({ type: 'unknown', typeWord: 'verification.session.paused' });
  expect(newer.claims.map(({ value }) => String(value).slice(0, 9))).toEqual([
    '180',
    '["A","B"]',
    'a bbbbbbb',
  ]);
  expect(String(newer.claims[2]?.value)).toHaveLength(500);
});

test('a data member of another shape is no reason to lose the rest', async () => {
  expect(answerOf(await open(payload({ data: 'none' })))).toMatchObject({ eventId: 'evt_1', claims: [] });
});

test('blanks that a paste brings change nothing', async () => {
  const jwe = await seal(JSON.stringify(payload()));
  const pasted = ` ${jwe.replace(/(.{60})/g, '$1\r\n')}\n`;
  expect(await openAnswer({ jwe: pasted, signature: sign(jwe) }, keys, NOW)).toMatchObject({
    kind: 'opened',
    signature: { kind: 'fresh' },
  });
});

test('genuine but old, without a signature, without a secret', async () => {
  const jwe = await seal(JSON.stringify(payload()));
  const verdict = async (signature: string | null, secrets: AnswerKeys['secrets'] = keys.secrets) => {
    const opened = await openAnswer({ jwe, signature }, { ...keys, secrets }, NOW);
    return [opened.kind, opened.signature.kind];
  };
  expect(await verdict(sign(jwe, NOW - 3_600_000))).toEqual(['opened', 'old']);
  expect(await verdict(sign(jwe, NOW + 3_600_000))).toEqual(['opened', 'ahead']);
  expect(await verdict(null)).toEqual(['opened', 'absent']);
  expect(await verdict(sign(jwe), [])).toEqual(['opened', 'unchecked']);
});

describe('stays closed', () => {
  const why = async (jwe: string, signature: string | null = sign(jwe), of: AnswerKeys = keys) => {
    const opened = await openAnswer({ jwe, signature }, of, NOW);
    return opened.kind === 'closed' ? opened.why : 'opened';
  };

  test('a signature of somebody else, or of another answer', async () => {
    const jwe = await seal(JSON.stringify(payload()));
    expect(await why(jwe, sign(jwe, NOW, 'whsec_other'))).toBe('forged');
    expect(await why(jwe, sign(await seal('{}')))).toBe('forged');
    expect(await why(jwe, 'yes')).toBe('forged');
  });

  test('a key that is not here, or is not what it says', async () => {
    const jwe = await seal(JSON.stringify(payload()));
    const { privateKeys } = keys;
    expect(await why(jwe, sign(jwe), { ...keys, privateKeys: [] })).toBe('no-key');
    expect(await why(jwe, sign(jwe), { ...keys, privateKeys: privateKeys.slice(0, 1) })).toBe('no-key');
    const misnamed = [{ keyId: 'old', pkcs8: privateKeys[0]?.pkcs8 ?? '' }];
    expect(await why(jwe, sign(jwe), { ...keys, privateKeys: misnamed })).toBe('wrong-key');
  });

  test('a truncated text, a tampered header, another algorithm', async () => {
    const jwe = await seal(JSON.stringify(payload()));
    expect(await why(jwe.slice(0, -30))).toBe('malformed');
    expect(await why(jwe.slice(0, 200))).toBe('malformed');
    const [head = '', ...rest] = jwe.split('.');
    const changed = Buffer.from(head, 'base64url').toString().replace('{', '{"x":1,');
    expect(await why([Buffer.from(changed).toString('base64url'), ...rest].join('.'))).toBe('damaged');
    const plain = Buffer.from('{"alg":"none","enc":"A256GCM"}').toString('base64url');
    expect(await why([plain, ...rest].join('.'))).toBe('unsupported');
  });

  test('a text that is no answer', async () => {
    expect(await why(await seal('not JSON'))).toBe('not-an-answer');
    expect(await why(await seal('{"type":"verification.session.succeeded"}'))).toBe('not-an-answer');
    expect(await why(await seal('['.repeat(50_000)))).toBe('not-an-answer');
  });

  test('more than a megabyte, unread', async () => {
    expect(await why('a'.repeat(MOST_CHARACTERS + 1))).toBe('too-large');
  });

  test('two keys of one name: the one that fits opens', async () => {
    const { privateKeys } = keys;
    const same = privateKeys.map(({ pkcs8 }) => ({ keyId: 'old', pkcs8 }));
    const jwe = await seal(JSON.stringify(payload()));
    expect(await why(jwe, sign(jwe), { ...keys, privateKeys: same })).toBe('opened');
  });

  test('no key name: every key is tried', async () => {
    const jwe = await seal(JSON.stringify(payload()), { kid: undefined });
    expect(await why(jwe)).toBe('opened');
  });
});
