// The signature on what Kayle sends to webhooks (contract §8.5): `t=<unix seconds>,v1=<hex>`, HMAC-SHA-256 under the whole
// secret, `whsec_` included, over time, dot and body. Compared in constant time against every secret that may have made it; a
// replaced secret proves nothing of what was signed after it was replaced.

import { equal, fromHex, utf8 } from '../../crypto/bytes.ts';
import { hmacSha256 } from '../../crypto/mac.ts';
import type { SignatureVerdict, SigningSecret } from '../../sealed-answer.ts';

/** Milliseconds between signing and reading within which it counts as fresh. */
export const WINDOW = 5 * 60 * 1000;

/**
 * @param body exactly as it came
 * @param now milliseconds since the epoch
 */
export function checkSignature(
  header: string | null,
  body: string,
  secrets: readonly SigningSecret[],
  now: number,
): SignatureVerdict {
  if (header === null || header.trim() === '') return { kind: 'absent' };
  const parts = parseHeader(header);
  if (parts === null) return { kind: 'malformed' };
  if (secrets.length === 0) return { kind: 'unchecked' };
  const message = utf8(`${parts.seconds}.${body}`);
  // All of them are compared, whichever fits: the time taken tells nothing of which.
  const fits = secrets
    .map(({ value }) => hmacSha256(utf8(value), message))
    .map((mac) => parts.macs.map((given) => equal(mac, given)).includes(true));
  const fitting = secrets.filter((_, at) => fits[at]);
  if (fitting.length === 0) return { kind: 'wrong' };
  const signedAt = Number(parts.seconds) * 1000;
  // Whoever made somebody replace a secret may hold it: what it signed later is not known to be the service's.
  const good = fitting.some(({ until }) => until === null || signedAt <= until + WINDOW);
  return good ? { kind: ageOf(signedAt, now), signedAt } : { kind: 'former', signedAt };
}

/** @param now milliseconds since the epoch, by the service's clock where that is known */
export function ageOf(signedAt: number, now: number): 'fresh' | 'old' | 'ahead' {
  if (now - signedAt > WINDOW) return 'old';
  return signedAt - now > WINDOW ? 'ahead' : 'fresh';
}

/** Order does not matter and newer versions may stand beside `v1`; more than one `v1` is what a change of secret looks like. */
function parseHeader(header: string) {
  if (header.length > 2048) return null;
  const pairs = header.split(',').map((part) => part.trim().split('='));
  const seconds = pairs.find(([name]) => name === 't')?.[1] ?? '';
  const macs = pairs.flatMap(([name, value = '']) => (name === 'v1' ? [value] : []));
  if (!/^\d{1,12}$/.test(seconds) || macs.length === 0) return null;
  if (!macs.every((mac) => /^[0-9a-f]{64}$/i.test(mac))) return null;
  return { seconds, macs: macs.map(fromHex) };
}
