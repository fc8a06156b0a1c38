// Labels and notes as anon.li keeps them (contract §2.5): AES-256-GCM under the vault key, bound to the alias's id and the
// field, in a JSON text of at most 2048 characters. Pure and synchronous, so that it also runs inside a database transaction.
// Reads strictly: what is not exactly such an envelope stays closed, and its text is nobody's to replace unasked.
import * as v from 'valibot';
import { decrypt, encrypt, IV_LENGTH, TAG_LENGTH } from '../../crypto/aead.ts';
import { type Bytes, fromBase64Url, fromUtf8, toBase64Url, utf8 } from '../../crypto/bytes.ts';
import { AppError } from '../../error.ts';

export const METADATA_FIELDS = ['label', 'note'] as const;
export type MetadataField = (typeof METADATA_FIELDS)[number];

const ALGORITHM = 'AES-256-GCM';
/** The server's limit on the JSON text. */
const MOST_CHARACTERS = 2048;
/** `{"v":1,"alg":"AES-256-GCM","iv":"","ct":""}` and the 16 characters of the IV. */
const FIXED_CHARACTERS = 59;
/** Three bytes become four characters; a last incomplete group takes one more than its bytes (RFC 4648 §5, no padding). */
const MOST_SEALED_BYTES = Math.floor(((MOST_CHARACTERS - FIXED_CHARACTERS) * 3) / 4);

/** The longest text that fits, in UTF-8 bytes: 1475. Counted in bytes, because the server's limit is. */
export const MOST_TEXT_BYTES = MOST_SEALED_BYTES - TAG_LENGTH;

/** @returns how many UTF-8 bytes of `MOST_TEXT_BYTES` a label or note takes. */
export function textBytes(text: string): number {
  return utf8(text).length;
}

/**
 * @param key the vault key, 32 bytes
 * @param aliasId the id exactly as the API gives it, never the address
 * @returns the envelope in its canonical form; another one each time
 * @throws AppError `rejected` with the field if the text is longer than 1475 UTF-8 bytes, or holds half a character (a lone
 * surrogate), which no encoding would bring back
 */
export function sealEnvelope(key: Uint8Array, aliasId: string, field: MetadataField, text: string): string {
  const plain = utf8(text);
  if (plain.length > MOST_TEXT_BYTES || !text.isWellFormed()) throw new AppError('rejected', { field });
  const { iv, sealed } = encrypt(key, contextOf(aliasId, field), plain);
  return JSON.stringify({ v: 1, alg: ALGORITHM, iv: toBase64Url(iv), ct: toBase64Url(sealed) });
}

/**
 * @returns the text; null if this is no such envelope, or was sealed for another alias or field, or under another key (an
 * older vault, another member's, a newer format): show it as closed, keep it, and never write over it unasked
 */
export function openEnvelope(
  key: Uint8Array,
  aliasId: string,
  field: MetadataField,
  envelope: string,
): string | null {
  const parts = parseEnvelope(envelope);
  if (parts === null) return null;
  const plain = decrypt(key, contextOf(aliasId, field), parts.iv, parts.sealed);
  return plain === null ? null : textOrNull(plain);
}

const contextOf = (aliasId: string, field: MetadataField): Bytes =>
  utf8(`anon.li:alias-metadata:v1:${aliasId}:${field}`);

const binary = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return fromBase64Url(dataset.value);
    } catch {
      // fromBase64Url throws for nothing else.
      addIssue({ message: 'not base64url' });
      return NEVER;
    }
  }),
);

/** Order and further members do not matter, nor do blanks: the server stores what other clients write as it is. */
const envelopeShape = v.object({
  v: v.literal(1),
  alg: v.literal(ALGORITHM),
  iv: v.pipe(
    binary,
    v.check((bytes) => bytes.length === IV_LENGTH),
  ),
  ct: v.pipe(
    binary,
    v.check((bytes) => bytes.length >= TAG_LENGTH),
  ),
});

function parseEnvelope(envelope: string): { iv: Bytes; sealed: Bytes } | null {
  const parsed = v.safeParse(envelopeShape, jsonOrNull(envelope), { abortEarly: true });
  return parsed.success ? { iv: parsed.output.iv, sealed: parsed.output.ct } : null;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Besides SyntaxError, absurd nesting may exhaust the stack: the text's fault as well.
    return null;
  }
}

function textOrNull(plain: Bytes): string | null {
  try {
    return fromUtf8(plain);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
