// A card sealed for AliasKit, format AKC1 (contract §6.9): `"AKC1" ‖ key id(4) ‖ IV(12) ‖ ciphertext ‖ tag(16)`, AES-256-GCM bound
// to header and identity, in base64. The service's own format is not published: what it wrote is read where a guess opens it
// (foreign-blob.ts), and what is written here its own tools will most likely not read. Pure; leans on lib/crypto.
import * as v from 'valibot';
import { BILLING_FIELDS, type CardSecret } from '../../cards/secret.ts';
import { decrypt, encrypt, IV_LENGTH, TAG_LENGTH } from '../../crypto/aead.ts';
import { type Bytes, concat, equal, fromBase64, fromUtf8, toBase64, utf8 } from '../../crypto/bytes.ts';
import { AppError } from '../../error.ts';
import { cardKeyBytes, cardKeyId } from './card-key.ts';
import { openForeign } from './foreign-blob.ts';
import { plainCard } from './plain-card.ts';

const MAGIC = utf8('AKC1');
const HEAD_LENGTH = 8;
/** The service's limit on the base64 text. */
const MOST_CHARACTERS = 16 * 1024;

/**
 * @param key `ak_ck_…`
 * @param identityId whose card it is; the blob opens for no other
 * @returns base64; another one each time
 * @throws AppError `bad-card-key`; `rejected`, field `billing`, if it grows beyond what the service takes
 */
export function sealCard(key: string, identityId: string, secret: CardSecret): string {
  const bytes = cardKeyBytes(key);
  const head = concat(MAGIC, cardKeyId(bytes));
  const plain = utf8(JSON.stringify(wireOf(secret)));
  const { iv, sealed } = encrypt(bytes, contextOf(head, identityId), plain);
  plain.fill(0);
  bytes.fill(0);
  const text = toBase64(concat(head, iv, sealed));
  if (text.length > MOST_CHARACTERS) throw new AppError('rejected', { field: 'billing' });
  return text;
}

/** Members in the contract's names and order; what is not known is left out. */
function wireOf({ number, cvc, expMonth, expYear, brand, billing }: CardSecret): Record<string, unknown> {
  return {
    v: 1,
    number,
    ...(cvc === null ? {} : { cvc }),
    ...(expMonth === null ? {} : { exp_month: expMonth }),
    ...(expYear === null ? {} : { exp_year: expYear }),
    ...(brand === null ? {} : { brand }),
    ...Object.fromEntries(
      BILLING_FIELDS.flatMap((field) => (billing[field] ? [[`billing_${field}`, billing[field]]] : [])),
    ),
  };
}

/**
 * @param blob what a reveal gave
 * @param last4 the card's, as it was listed: a swapped blob opens too, and is found by this
 * @throws AppError `bad-card-key`; `other-card-key` for a blob of another key; `card-unreadable` for one that is damaged, of
 * another identity, or in an unknown format; `card-mismatch` where the number does not end as it should
 */
export function openCard(key: string, identityId: string, blob: string, last4: string): CardSecret {
  const bytes = cardKeyBytes(key);
  try {
    const secret = decode(open(bytes, identityId, blob));
    if (!secret.number.endsWith(last4) || last4.length !== 4) throw new AppError('card-mismatch');
    return secret;
  } finally {
    bytes.fill(0);
  }
}

function open(key: Bytes, identityId: string, blob: string): Uint8Array {
  const box = blobBytes(blob);
  const ours = box !== null && box.length >= HEAD_LENGTH && equal(box.subarray(0, MAGIC.length), MAGIC);
  const plain = ours ? openOurs(key, identityId, box) : openForeign(key, blob, box);
  if (plain === null) throw new AppError('card-unreadable');
  return plain;
}

function openOurs(key: Bytes, identityId: string, box: Bytes): Uint8Array | null {
  const head = box.slice(0, HEAD_LENGTH);
  if (!equal(head.subarray(MAGIC.length), cardKeyId(key))) throw new AppError('other-card-key');
  if (box.length < HEAD_LENGTH + IV_LENGTH + TAG_LENGTH) return null;
  const iv = box.subarray(HEAD_LENGTH, HEAD_LENGTH + IV_LENGTH);
  return decrypt(key, contextOf(head, identityId), iv, box.subarray(HEAD_LENGTH + IV_LENGTH));
}

const contextOf = (head: Bytes, identityId: string): Bytes => concat(head, utf8(identityId));

/** Base64 or base64url, padded or not. @returns null for any other text */
function blobBytes(text: string): Bytes | null {
  const plain = text.trim().replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  try {
    return fromBase64(plain.padEnd(Math.ceil(plain.length / 4) * 4, '='));
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function decode(plain: Uint8Array): CardSecret {
  try {
    return v.parse(plainCard, JSON.parse(fromUtf8(plain)));
  } catch (error) {
    // Neither message may be told: both quote what they could not read.
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof v.ValiError)
      throw new AppError('card-unreadable');
    throw error;
  } finally {
    plain.fill(0);
  }
}
