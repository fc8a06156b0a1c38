// Bytes and their spellings: UTF-8, hex, base64 and base64url (RFC 4648), joining and comparing. Leans on what every
// browser and Node share (atob, TextEncoder), never on Buffer. Refuses sloppy input: what does not decode exactly, throws.

/** Bytes over an ordinary buffer: what WebCrypto and IndexedDB accept. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
// `fatal`: replacement characters would hide damage; `ignoreBOM`: a leading U+FEFF is the user's, keep it.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const LENGTH_BYTES = 4;
/** UTF-8 takes at most three bytes for each UTF-16 code unit. */
const MOST_BYTES = 3;

/** @returns UTF-8 bytes. Lone surrogates become U+FFFD, as everywhere in the web platform. */
export function utf8(text: string): Bytes {
  return new Uint8Array(encoder.encode(text));
}

/** @throws TypeError if the bytes are not well-formed UTF-8. */
export function fromUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @throws TypeError on anything but an even number of hex digits. */
export function fromHex(hex: string): Bytes {
  if (!/^(?:[0-9a-f]{2})*$/i.test(hex)) throw new TypeError('not hexadecimal');
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** @returns standard base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // In slices, because a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x2000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  }
  return btoa(binary);
}

/** @throws TypeError on anything but canonical, padded base64 (spaces and stray bits included). */
export function fromBase64(text: string): Bytes {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) throw new TypeError('not base64');
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  // Bits after the last whole byte must be zero, or two spellings would mean the same bytes.
  if (toBase64(bytes) !== text) throw new TypeError('not canonical base64');
  return bytes;
}

/** @returns base64url without padding (RFC 4648 §5). */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws TypeError on anything but canonical, unpadded base64url. */
export function fromBase64Url(text: string): Bytes {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new TypeError('not base64url');
  const padded = text
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .padEnd(Math.ceil(text.length / 4) * 4, '=');
  return fromBase64(padded);
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Joins texts so that no two different lists give the same bytes: each is preceded by its length in bytes
 * (32 bits, big-endian). Plain joining would let `ab`,`c` pass for `a`,`bc`.
 */
export function frame(...texts: readonly string[]): Bytes {
  return concat(
    ...texts.flatMap((text) => {
      const bytes = utf8(text);
      const length = new Uint8Array(LENGTH_BYTES);
      new DataView(length.buffer).setUint32(0, bytes.length);
      return [length, bytes];
    }),
  );
}

/**
 * `frame(...before, text, ...after)` for each of many texts, written into one buffer: thousands of small ones would cost as much
 * as what they are for.
 */
export function frameEach(
  before: readonly string[],
  texts: readonly string[],
  after: readonly string[],
): Bytes[] {
  const head = frame(...before);
  const tail = frame(...after);
  const around = head.length + LENGTH_BYTES + tail.length;
  const most = texts.reduce((sum, text) => sum + around + MOST_BYTES * text.length, 0);
  const whole = new Uint8Array(most);
  const numbers = new DataView(whole.buffer);
  let at = 0;
  return texts.map((text) => {
    const from = at;
    whole.set(head, from);
    const start = from + head.length + LENGTH_BYTES;
    const written = writeText(whole, start, text);
    numbers.setUint32(start - LENGTH_BYTES, written);
    whole.set(tail, start + written);
    at = start + written + tail.length;
    return whole.subarray(from, at);
  });
}

/** @returns how many bytes of UTF-8 were written. */
function writeText(whole: Bytes, at: number, text: string): number {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return encoder.encodeInto(text, whole.subarray(at)).written;
    whole[at + index] = code;
  }
  return text.length;
}

/** Compares in a time that depends on the lengths only. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (const [at, byte] of a.entries()) difference |= byte ^ (b[at] ?? 0);
  return difference === 0;
}

/** @returns bytes from the platform's cryptographic generator. */
export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}
