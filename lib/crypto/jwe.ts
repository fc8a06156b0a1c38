// Opens JWE in compact form (RFC 7516 §7.1) of the one kind we ask for: RSA-OAEP-256 around an AES-256-GCM key (RFC 7518 §4.3,
// §5.3). Leans on aead.ts and rsa.ts. Refuses every other algorithm, compression and critical extensions instead of guessing,
// and never takes an algorithm from the text for what to do: the text only says whether it is ours.
import { decrypt, IV_LENGTH, TAG_LENGTH } from './aead.ts';
import { type Bytes, concat, fromBase64Url, fromUtf8, utf8 } from './bytes.ts';
import { rsaDecrypt } from './rsa.ts';

const KEY_LENGTH = 32;

export interface Jwe {
  /** The key's name at whoever sealed it; null if not given. */
  keyId: string | null;
  /** What the tag covers besides the text: the first segment as it came (RFC 7516 §5.1, step 14). */
  context: Bytes;
  wrappedKey: Bytes;
  iv: Bytes;
  sealed: Bytes;
}

/** `malformed`: not five segments of base64url with a JSON header; `unsupported`: another algorithm, or an extension. */
export type JweFault = 'malformed' | 'unsupported';

/** @param text without blanks around it. @returns its parts, none of them proven yet. */
export function parseJwe(text: string): Jwe | JweFault {
  const segments = text.split('.');
  if (segments.length !== 5) return 'malformed';
  const [head = '', ...rest] = segments;
  const [header, wrappedKey, iv, body, tag] = [head, ...rest].map(bytesOrNull);
  if (!header || !wrappedKey || !iv || !body || !tag) return 'malformed';
  const members = objectOrNull(header);
  if (members === null) return 'malformed';
  const { alg, enc, kid = null } = members;
  if (alg !== 'RSA-OAEP-256' || enc !== 'A256GCM' || 'zip' in members || 'crit' in members)
    return 'unsupported';
  const whole =
    iv.length === IV_LENGTH && tag.length === TAG_LENGTH && (kid === null || typeof kid === 'string');
  if (!whole) return 'malformed';
  return { keyId: kid, context: utf8(head), wrappedKey, iv, sealed: concat(body, tag) };
}

/**
 * @param key of `importRsaPrivateKey`
 * @returns the plaintext; `wrong-key` if the inner key was wrapped for another one (or damaged); `damaged` if header, text or
 * tag are not as they were sealed
 */
export async function openJwe(jwe: Jwe, key: CryptoKey): Promise<Bytes | 'wrong-key' | 'damaged'> {
  const inner = await rsaDecrypt(key, jwe.wrappedKey);
  if (inner === null || inner.length !== KEY_LENGTH) return 'wrong-key';
  return decrypt(inner, jwe.context, jwe.iv, jwe.sealed) ?? 'damaged';
}

function bytesOrNull(segment: string): Bytes | null {
  try {
    return fromBase64Url(segment);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function objectOrNull(bytes: Bytes): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(fromUtf8(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    // Not UTF-8, not JSON, or nested absurdly: in each case not a header.
    return null;
  }
}
