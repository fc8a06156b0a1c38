// The card key: 32 random bytes under which all cards of an account are sealed (contract §6.9). Made here and kept on the user's
// devices and recovery sheets; no request carries it, and whoever loses it loses the cards. Leans on lib/crypto.
import {
  type Bytes,
  concat,
  fromBase64,
  fromBase64Url,
  fromHex,
  randomBytes,
  toHex,
  utf8,
} from '../../crypto/bytes.ts';
import { checksum } from '../../crypto/mac.ts';
import { AppError } from '../../error.ts';

const PREFIX = 'ak_ck_';
const KEY_LENGTH = 32;
const KEY_ID_LENGTH = 4;
const KEY_ID_CONTEXT = utf8('aliaskit-card-key-id:v1');

/** @returns `ak_ck_` and 64 hex digits. */
export function createCardKey(): string {
  return PREFIX + toHex(randomBytes(KEY_LENGTH));
}

/**
 * @param text as typed, pasted or read from a sheet; blanks around and line breaks within are a sheet's
 * @returns the key without them, in the spelling it came in (hex, base64 or base64url): its owner's other programs know that
 * @throws AppError `bad-card-key`: anything that is not exactly 32 bytes is refused, never hashed into a key
 */
export function checkCardKey(text: string): string {
  const key = text.replace(/\s+/g, '');
  cardKeyBytes(key).fill(0);
  return key;
}

/** @returns 32 bytes; the caller clears them. @throws AppError `bad-card-key` */
export function cardKeyBytes(key: string): Bytes {
  const bytes = key.startsWith(PREFIX) ? decode(key.slice(PREFIX.length)) : null;
  if (bytes?.length !== KEY_LENGTH) throw new AppError('bad-card-key');
  return bytes;
}

/** 64 digits are hex; base64 of 32 bytes has 43 characters, or 44 with its padding. */
const SPELLINGS: Readonly<Record<number, (text: string) => Bytes>> = {
  64: fromHex,
  43: (text) => fromBase64Url(text.replaceAll('+', '-').replaceAll('/', '_')),
  44: (text) => fromBase64(text.replaceAll('-', '+').replaceAll('_', '/')),
};

function decode(text: string): Bytes | null {
  try {
    return SPELLINGS[text.length]?.(text) ?? null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** First four bytes of a hash: tells keys apart before trying one, and says nothing of the key. */
export function cardKeyId(key: Uint8Array): Bytes {
  return checksum(concat(KEY_ID_CONTEXT, key)).slice(0, KEY_ID_LENGTH);
}
