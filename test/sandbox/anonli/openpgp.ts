// As much of OpenPGP as it takes to know an armoured public key by its fingerprint (RFC 9580 §6, §4.2, §5.5.4.2, version 4).
// Leans on node:crypto; checks no signature, and reads nothing but the first packet.
import { createHash } from 'node:crypto';

const ARMOUR =
  /^\s*-----BEGIN PGP PUBLIC KEY BLOCK-----\r?\n(?:[^\r\n:]+:[^\r\n]*\r?\n)*\r?\n([A-Za-z0-9+/=\s]+?)(?:\r?\n=[A-Za-z0-9+/]{4})?\r?\n-----END PGP PUBLIC KEY BLOCK-----\s*$/;
const PUBLIC_KEY = 6;
const VERSION = 4;

/** @returns upper-case hex; null if it is no armoured version 4 public key. */
export function fingerprintOf(armoured: string): string | null {
  const body = bodyOfFirst(Buffer.from(ARMOUR.exec(armoured)?.[1] ?? '', 'base64'));
  if (body === null || body[0] !== VERSION) return null;
  const head = Buffer.from([0x99, body.length >> 8, body.length & 0xff]);
  return createHash('sha1').update(head).update(body).digest('hex').toUpperCase();
}

/** The content of the first packet, if that is a public key: lengths of one and two octets, in both header formats. */
function bodyOfFirst(bytes: Buffer): Buffer | null {
  const [tag = 0, first = 0, second = 0] = bytes;
  const modern = (tag & 0xc0) === 0xc0;
  const kind = modern ? tag & 0x3f : (tag & 0x3c) >> 2;
  if ((tag & 0x80) === 0 || kind !== PUBLIC_KEY) return null;
  const wide = modern ? first >= 192 && first < 224 : (tag & 0x03) === 1;
  const length = wide ? (modern ? (first - 192) * 256 + second + 192 : first * 256 + second) : first;
  const start = wide ? 3 : 2;
  return length > 0 && bytes.length >= start + length ? bytes.subarray(start, start + length) : null;
}
