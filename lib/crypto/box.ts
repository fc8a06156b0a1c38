// Sealed boxes: AES-256-GCM (NIST SP 800-38D), layout `version(1) ‖ iv(12) ‖ ciphertext ‖ tag(16)`, bound to a context (the
// associated data) that says where they lie; elsewhere they do not open. Two hands, one format: @noble/ciphers at once, since
// awaiting WebCrypto inside an IndexedDB transaction ends it early in Firefox; WebCrypto in bulk outside. IVs are random and
// made here only: no caller can repeat one.
import { gcm } from '@noble/ciphers/aes.js';
import { type Bytes, concat, randomBytes } from './bytes.ts';

const VERSION = 1;
const IV_LENGTH = 12;
const TAG_LENGTH = 16;
const HEAD = 1 + IV_LENGTH;
const NOTHING: Bytes = new Uint8Array();
/** Sealed in one go: enough to keep WebCrypto's threads busy, few enough to bound what waits in its queue. */
const BATCH = 1024;
/** Parts that are being opened while the caller works on an earlier one. */
const AHEAD = 2;

/** Seals at once; for use inside a transaction. @param key 32 bytes. */
export function seal(key: Uint8Array, context: Bytes, plain: Uint8Array): Bytes {
  const iv = randomBytes(IV_LENGTH);
  return join(iv, gcm(checkKey(key), iv, context).encrypt(plain));
}

/**
 * Opens at once; for use inside a transaction. @param key 32 bytes.
 * @returns the plaintext, or null if the box is damaged, of another context, or under another key.
 */
export function open(key: Uint8Array, context: Bytes, box: Uint8Array): Bytes | null {
  const cipherKey = checkKey(key);
  if (!wellFormed(box)) return null;
  try {
    return new Uint8Array(gcm(cipherKey, box.subarray(1, HEAD), context).decrypt(box.subarray(HEAD)));
  } catch (error) {
    // Lengths are right by now: what is left is a tag that does not match.
    if (error instanceof Error) return null;
    throw error;
  }
}

/** @returns a key for the bulk functions that no one can read out again. */
export async function importBoxKey(key: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', checkKey(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Seals many with WebCrypto; never inside a transaction. @returns each item with its box, in the order given. */
export function sealMany<Item extends { context: Bytes; plain: Bytes }>(
  key: CryptoKey,
  items: readonly Item[],
): Promise<{ item: Item; box: Bytes }[]> {
  return inBatches(items, async (item) => {
    const iv = randomBytes(IV_LENGTH);
    const sealed = await crypto.subtle.encrypt(algorithm(iv, item.context), key, item.plain);
    return { item, box: join(iv, new Uint8Array(sealed)) };
  });
}

/**
 * Opens many with WebCrypto, a part at a time; never inside a transaction. While the caller works on one part the next ones are
 * being opened, and what was needed on the way can go.
 * @param contexts one a box.
 * @returns the plaintexts in the order given, null where `open` gives null; as many a part as the caller may not count on.
 */
export async function* openParts(
  key: CryptoKey,
  contexts: readonly Bytes[],
  boxes: readonly Bytes[],
): AsyncGenerator<(Bytes | null)[], void, undefined> {
  const begun: Promise<(Bytes | null)[]>[] = [];
  for (let at = 0; at < boxes.length || begun.length > 0; at += BATCH) {
    if (at < boxes.length) begun.push(openPart(key, contexts, boxes.slice(at, at + BATCH), at));
    if (begun.length < AHEAD && at + BATCH < boxes.length) continue;
    const part = await begun.shift();
    if (part !== undefined) yield part;
  }
}

async function openPart(
  key: CryptoKey,
  contexts: readonly Bytes[],
  boxes: readonly Bytes[],
  from: number,
): Promise<(Bytes | null)[]> {
  // No function of ours between WebCrypto and its promise: for small boxes that costs as much as the opening.
  const opening = boxes.map((box, at) =>
    wellFormed(box)
      ? crypto.subtle.decrypt(
          algorithm(box.subarray(1, HEAD), contexts[from + at] ?? NOTHING),
          key,
          box.subarray(HEAD),
        )
      : null,
  );
  try {
    return (await Promise.all(opening)).map((plain) => plain && new Uint8Array(plain));
  } catch (error) {
    ensureDamage(error);
    return (await Promise.allSettled(opening)).map((opened) => {
      if (opened.status === 'fulfilled') return opened.value && new Uint8Array(opened.value);
      ensureDamage(opened.reason);
      return null;
    });
  }
}

/** WebCrypto: a failed tag is an OperationError; anything else is a fault of ours. */
function ensureDamage(reason: unknown): void {
  if (!(reason instanceof DOMException && reason.name === 'OperationError')) throw reason;
}

/** Tags of 128 bits are what WebCrypto takes where nothing is said. */
function algorithm(iv: Bytes, context: Bytes): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: context };
}

async function inBatches<In, Out>(items: readonly In[], work: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  for (let at = 0; at < items.length; at += BATCH) {
    results.push(...(await Promise.all(items.slice(at, at + BATCH).map(work))));
  }
  return results;
}

function join(iv: Bytes, sealed: Uint8Array): Bytes {
  return concat(Uint8Array.of(VERSION), iv, sealed);
}

function wellFormed(box: Uint8Array): boolean {
  return box.length >= HEAD + TAG_LENGTH && box[0] === VERSION;
}

function checkKey<Key extends Uint8Array>(key: Key): Key {
  if (key.length !== 32) throw new RangeError('box key must be 32 bytes');
  return key;
}
