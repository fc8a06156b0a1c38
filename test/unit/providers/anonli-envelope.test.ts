// Labels and notes of anon.li: every vector to the byte, every reason to stay closed, and the round trip of any text that
// fits. The IV of a vector is put in the place of the platform's chance, so that sealing can be compared too.
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { encrypt } from '../../../lib/crypto/aead.ts';
import { fromBase64Url, fromHex, toBase64Url, utf8 } from '../../../lib/crypto/bytes.ts';
import {
  type MetadataField,
  MOST_TEXT_BYTES,
  openEnvelope,
  sealEnvelope,
  textBytes,
} from '../../../lib/providers/anonli/envelope.ts';
import server from '../../vectors/anonli/server.json';
import { limits, negative, vectors } from '../../vectors/anonli/vault.json';

afterEach(() => vi.restoreAllMocks());

const fieldOf = (text: string): MetadataField => (text === 'note' ? 'note' : 'label');

const entries = [
  ...vectors.flatMap((vector) =>
    vector.metadata.map((entry) => ({
      ...entry,
      of: vector.name,
      key: fromBase64Url(vector.vault_key),
      alias_id: vector.alias_id,
    })),
  ),
  ...server.metadata.map((entry) => ({ ...entry, of: 'server', key: fromHex(server.vault_key_hex) })),
];

describe.each(entries)('$of, $field of $alias_id', ({ key, alias_id, field, plaintext, envelope }) => {
  test('opens', () => {
    expect(openEnvelope(key, alias_id, fieldOf(field), envelope)).toBe(plaintext);
  });

  test('is sealed to the same bytes', () => {
    const iv = fromBase64Url((JSON.parse(envelope) as { iv: string }).iv);
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((target) => {
      if (target instanceof Uint8Array) target.set(iv);
      return target;
    });
    expect(sealEnvelope(key, alias_id, fieldOf(field), plaintext)).toBe(envelope);
  });
});

function vectorOf(name: string) {
  const found = vectors.find((vector) => vector.name === name);
  if (found === undefined) throw new Error(`no vector ${name}`);
  return found;
}
const ascii = vectorOf('ascii');
const key = fromBase64Url(ascii.vault_key);
const id = ascii.alias_id;

describe('stays closed', () => {
  const envelopes = negative.filter((one) => one.metadata !== undefined);

  test('of every negative vector on envelopes', () => expect(envelopes).toHaveLength(3));

  test.each(envelopes)('$why', (one) => {
    const vector = vectorOf(one.vector);
    const envelope = vector.metadata[one.metadata ?? -1]?.envelope ?? '';
    const other = vectorOf(one.with_vault_key_of ?? one.vector);
    expect(openEnvelope(fromBase64Url(vector.vault_key), id, 'label', envelope)).toBe('Shopping');
    const wrong = fromBase64Url(other.vault_key);
    expect(openEnvelope(wrong, one.alias_id ?? '', fieldOf(one.field ?? ''), envelope)).toBeNull();
  });

  const parts = JSON.parse(ascii.metadata[0]?.envelope ?? '') as Record<string, unknown>;
  const open = (envelope: string) => openEnvelope(key, id, 'label', envelope);

  test.each([
    ['version 2', { ...parts, v: 2 }],
    ['a version in words', { ...parts, v: '1' }],
    ['another algorithm', { ...parts, alg: 'AES-128-GCM' }],
    ['an IV of one character', { ...parts, iv: 'A' }],
    ['an IV of 16 bytes', { ...parts, iv: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['padding', { ...parts, ct: `${String(parts.ct)}=` }],
    ['less than a tag', { ...parts, ct: 'AAAA' }],
    ['no ciphertext', { ...parts, ct: undefined }],
    ['a number for ciphertext', { ...parts, ct: 7 }],
    ['a list', [parts]],
    ['nothing', null],
  ])('%s', (_what, value) => expect(open(JSON.stringify(value))).toBeNull());

  test.each(['', 'Shopping', '{', '['.repeat(100_000)])('what is no JSON', (text) =>
    expect(open(text)).toBeNull(),
  );

  test('what is no UTF-8 inside', () => {
    const context = utf8(`anon.li:alias-metadata:v1:${id}:label`);
    const { iv, sealed } = encrypt(key, context, Uint8Array.of(0x53, 0xff));
    expect(open(JSON.stringify({ ...parts, iv: toBase64Url(iv), ct: toBase64Url(sealed) }))).toBeNull();
  });

  test('but not for an order, blanks or members of other clients', () => {
    const { v, alg, iv, ct } = parts;
    expect(open(JSON.stringify({ later: [1], ct, iv, alg, v }, null, 2))).toBe('Shopping');
  });
});

describe('a text that fits', () => {
  const texts = fc
    .string({ unit: 'binary', maxLength: 1600 })
    .filter((text) => text.isWellFormed() && textBytes(text) <= MOST_TEXT_BYTES);

  test('comes back to the character, in an envelope that the server takes', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('label', 'note'), fc.string(), (text, field, aliasId) => {
        const envelope = sealEnvelope(key, aliasId, field, text);
        expect(envelope.length).toBeLessThanOrEqual(limits.envelope_max_chars);
        expect(envelope).toMatch(/^\{"v":1,"alg":"AES-256-GCM","iv":"[\w-]{16}","ct":"[\w-]{22,}"\}$/);
        expect(openEnvelope(key, aliasId, field, envelope)).toBe(text);
      }),
    );
  });

  test('opens no more after any change of its bytes', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 255 }), (text, at, change) => {
        const parts = JSON.parse(sealEnvelope(key, id, 'note', text)) as { iv: string; ct: string };
        const sealed = fromBase64Url(parts.ct);
        const place = at % sealed.length;
        sealed[place] = (sealed[place] ?? 0) ^ change;
        const spoilt = JSON.stringify({ ...parts, ct: toBase64Url(sealed) });
        expect(openEnvelope(key, id, 'note', spoilt)).toBeNull();
      }),
    );
  });
});

describe('a text that does not fit', () => {
  test('is measured in bytes, not in characters', () => {
    expect(MOST_TEXT_BYTES).toBe(limits.max_plaintext_utf8_bytes);
    expect(textBytes('日本')).toBe(6);
    const most = `${'日'.repeat(491)}xx`;
    expect(sealEnvelope(key, id, 'note', most)).toHaveLength(2047);
    expect(() => sealEnvelope(key, id, 'note', `${most}x`)).toThrow(
      expect.objectContaining({ code: 'rejected', detail: { field: 'note' } }),
    );
  });

  test('is refused where its envelope would be the first too large', () => {
    const { first_too_large: first } = vectorOf('after-change-password');
    const text = 'x'.repeat(first?.plaintext_utf8_bytes ?? 0);
    expect(first?.envelope_chars).toBeGreaterThan(limits.envelope_max_chars);
    expect(() => sealEnvelope(key, id, 'label', text)).toThrow(
      expect.objectContaining({ code: 'rejected', detail: { field: 'label' } }),
    );
  });

  test('nor may it hold half a character', () => {
    expect(() => sealEnvelope(key, id, 'label', 'a\ud83d')).toThrow(
      expect.objectContaining({ code: 'rejected' }),
    );
  });
});
