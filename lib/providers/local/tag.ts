// The tag of a site: a readable part and a short keyed hash, so that an address tells its owner whom it was given to, can
// be recomputed from the account alone, and cannot be guessed for another site. Leans on lib/crypto's HMAC-SHA-256 over
// framed parts; draws no randomness and knows no mailbox.
import { randomBytes, toBase64 } from '../../crypto/bytes.ts';
import { mac } from '../../crypto/mac.ts';
import { AppError } from '../../error.ts';
import type { TagFormat } from '../../model.ts';
import { normalHost } from '../../site.ts';

/** Crockford's base32: no i, l, o, u, so that a tag can be read out and spells nothing. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** How many addresses one site can have; verification tries them all. */
export const VARIANTS = 16;

const MAX_SITE_PART = 20;

/** Keeps these hashes apart from any other use of the same key. */
const PURPOSE = 'moniker address tag 1';

/** Characters of the hash: 30 bits beside a readable part, 40 where it stands alone. */
const FORMATS: Readonly<Record<TagFormat, { hash: number; joiner: string | null }>> = {
  'site-hash': { hash: 6, joiner: '-' },
  hash: { hash: 8, joiner: null },
  'site.hash': { hash: 6, joiner: '.' },
};

/**
 * @param site registrable domain, any case, Unicode or punycode
 * @param room characters there are; the readable part is cut to fit, the hash never
 * @returns the tag in lower case, or null if not even the hash fits
 * @throws AppError `rejected`, field `site` (no host) or `variant` (not 0 … 15)
 */
export function tagOf(
  key: Uint8Array,
  format: TagFormat,
  site: string,
  variant: number,
  room: number,
): string | null {
  const host = normalHost(site);
  if (host === null) throw new AppError('rejected', { field: 'site' });
  if (!Number.isInteger(variant) || variant < 0 || variant >= VARIANTS) {
    throw new AppError('rejected', { field: 'variant' });
  }
  return shapeTag(mac(key, PURPOSE, host, String(variant)), format, sitePart(host), room);
}

/** A tag of no site: the same form, from random bytes (at least five). */
export function shapeTag(bytes: Uint8Array, format: TagFormat, name: string, room: number): string | null {
  const { hash, joiner } = FORMATS[format];
  const digits = base32(bytes).slice(0, hash);
  if (digits.length > room) return null;
  const readable = joiner === null ? '' : name.slice(0, Math.max(0, room - hash - joiner.length));
  return readable === '' ? digits : `${readable}${joiner}${digits}`;
}

/** `www.shop.example` never comes here: sites are registrable domains, so the first label names them. */
function sitePart(host: string): string {
  const [label = ''] = host.split('.');
  return label.replace(/[^a-z0-9]/g, '').slice(0, MAX_SITE_PART) || 'site';
}

/** First eight digits, five bits each, most significant first. */
function base32(bytes: Uint8Array): string {
  const bits = bytes.subarray(0, 5).reduce((sum, byte) => sum * 256 + byte, 0);
  return Array.from({ length: 8 }, (_, at) => ALPHABET[Math.floor(bits / 32 ** (7 - at)) % 32]).join('');
}

/** @returns 32 random bytes, base64: the `tagKey` of a new account. */
export function freshTagKey(): string {
  return toBase64(randomBytes(32));
}
