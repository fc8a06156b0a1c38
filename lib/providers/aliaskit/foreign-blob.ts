// Cards sealed by other clients: the layouts an AES-256-GCM blob commonly has, tried one after the other (contract §6.9). The tag
// makes a wrong guess fail, not lie. Pure; leans on lib/crypto. Refuses nothing but what opens under no guess.
import * as v from 'valibot';
import { decrypt, TAG_LENGTH } from '../../crypto/aead.ts';
import { type Bytes, concat, fromBase64, fromHex, fromUtf8 } from '../../crypto/bytes.ts';

/** Neither identity nor header is part of what others bind to: nobody published any. */
const NO_CONTEXT = new Uint8Array(0);

type Parts = readonly [iv: Uint8Array, ciphertext: Uint8Array, tag: Uint8Array];

const LAYOUTS: readonly ((box: Bytes) => Parts)[] = [12, 16].flatMap((ivLength) => [
  (box) => [
    box.subarray(0, ivLength),
    box.subarray(ivLength, box.length - TAG_LENGTH),
    box.subarray(box.length - TAG_LENGTH),
  ],
  (box) => [
    box.subarray(0, ivLength),
    box.subarray(ivLength + TAG_LENGTH),
    box.subarray(ivLength, ivLength + TAG_LENGTH),
  ],
]);

/** IV of 16 bytes and a tag: the longest head any layout needs. */
const SHORTEST = 32;

/**
 * @param text the blob as it came
 * @param box its bytes, if it is base64
 * @returns the plaintext, or null
 */
export function openForeign(key: Bytes, text: string, box: Bytes | null): Uint8Array | null {
  const guesses = [
    ...(box !== null && box.length >= SHORTEST ? LAYOUTS.map((layout) => layout(box)) : []),
    ...envelopeParts(text),
    ...(box === null ? [] : envelopeParts(asText(box))),
  ];
  for (const [iv, ciphertext, tag] of guesses) {
    const plain = decrypt(key, NO_CONTEXT, iv, concat(ciphertext, tag));
    if (plain !== null) return plain;
  }
  return null;
}

const envelope = v.object({
  iv: v.string(),
  ciphertext: v.optional(v.string()),
  data: v.optional(v.string()),
  tag: v.optional(v.string(), ''),
});

/** A JSON envelope, its parts in hex or base64; the tag may stand behind the ciphertext instead of by itself. */
function envelopeParts(text: string): Parts[] {
  const parsed = v.safeParse(envelope, jsonOrNull(text));
  if (!parsed.success) return [];
  const { iv, ciphertext, data, tag } = parsed.output;
  const parts = [iv, ciphertext ?? data ?? '', tag].map(partBytes);
  const [first, second, third] = parts;
  return first && second && third ? [[first, second, third]] : [];
}

function jsonOrNull(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Hex is tried first: its digits are base64 too, but the lengths here make the reverse guess absurd. */
function partBytes(text: string): Bytes | null {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  for (const read of [
    () => fromHex(text),
    () => fromBase64(base64.padEnd(Math.ceil(base64.length / 4) * 4, '=')),
  ]) {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return null;
}

function asText(bytes: Bytes): string {
  try {
    return fromUtf8(bytes);
  } catch (error) {
    if (error instanceof TypeError) return '';
    throw error;
  }
}
