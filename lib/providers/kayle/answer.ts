// Opens a sealed answer (contract §8.4, §8.5): size, signature, decryption, and then only what the person selected. Leans on
// lib/crypto; keeps nothing. What does not prove itself stays closed and says why; nothing of a plaintext is in any error.
import * as v from 'valibot';
import { type Bytes, fromBase64, fromUtf8 } from '../../crypto/bytes.ts';
import { openJwe, parseJwe } from '../../crypto/jwe.ts';
import { importRsaPrivateKey } from '../../crypto/rsa.ts';
import type {
  AnswerKeys,
  CheckAnswer,
  OpenedAnswer,
  SealedAnswer,
  SealedTrouble,
} from '../../sealed-answer.ts';
import { checkSignature } from './signature.ts';
import { eventTypeOf } from './webhook-shapes.ts';
import { cleaned } from './wire.ts';

/** Characters of a sealed answer; a real one has about a thousand. */
export const MOST_CHARACTERS = 1024 * 1024;
/** Longest value that is shown; the longest real one is a line of a passport. */
const MOST_VALUE = 500;

/** @param now milliseconds since the epoch, for the signature's window */
export async function openAnswer(sealed: SealedAnswer, keys: AnswerKeys, now: number): Promise<OpenedAnswer> {
  if (sealed.jwe.length > MOST_CHARACTERS)
    return { kind: 'closed', why: 'too-large', signature: { kind: 'unchecked' } };
  // The form has no blanks: any were added by whatever showed or wrapped it.
  const text = sealed.jwe.replace(/\s+/g, '');
  const signature = checkSignature(sealed.signature, text, keys.secrets, now);
  const closed = (why: SealedTrouble): OpenedAnswer => ({ kind: 'closed', why, signature });
  if (signature.kind === 'wrong' || signature.kind === 'malformed') return closed('forged');

  const jwe = parseJwe(text);
  if (typeof jwe === 'string') return closed(jwe);
  const named = keys.privateKeys.filter(({ keyId }) => jwe.keyId === null || keyId === jwe.keyId);
  if (named.length === 0) return closed('no-key');
  for (const { keyId, pkcs8 } of named) {
    const plain = await openJwe(jwe, await importRsaPrivateKey(fromBase64(pkcs8)));
    if (plain === 'wrong-key') continue;
    if (plain === 'damaged') return closed('damaged');
    const answer = readAnswer(plain);
    return answer === null ? closed('not-an-answer') : { kind: 'opened', answer, signature, keyId };
  }
  return closed(jwe.keyId === null ? 'no-key' : 'wrong-key');
}

const NO_KEYS: AnswerKeys = { privateKeys: [], secrets: [] };

/**
 * The same where several endpoints have keys: only an endpoint with a key of the name in the text is tried, so that its own secrets
 * alone prove who sent it.
 * @returns with the keys that opened it, or null
 */
export async function openWithOneOf<Keys extends AnswerKeys>(
  sealed: SealedAnswer,
  sets: readonly Keys[],
  now: number,
): Promise<{ opened: OpenedAnswer; by: Keys | null }> {
  const jwe = sealed.jwe.length > MOST_CHARACTERS ? 'malformed' : parseJwe(sealed.jwe.replace(/\s+/g, ''));
  const named = (name: string | null) =>
    sets.filter(({ privateKeys }) => name === null || privateKeys.some(({ keyId }) => keyId === name));
  let closed: OpenedAnswer | null = null;
  for (const keys of typeof jwe === 'string' ? [] : named(jwe.keyId)) {
    const opened = await openAnswer(sealed, keys, now);
    if (opened.kind === 'opened') return { opened, by: keys };
    closed ??= opened;
  }
  return { opened: closed ?? (await openAnswer(sealed, NO_KEYS, now)), by: null };
}

const word = v.pipe(v.string(), v.maxLength(128));
const wordOrNull = v.fallback(v.nullish(word), null);
const payload = v.object({
  type: word,
  metadata: v.object({
    event_id: wordOrNull,
    verification_session_id: word,
  }),
  data: v.fallback(
    v.object({
      claims: v.fallback(v.record(word, v.unknown()), {}),
      selected_field_keys: v.fallback(v.array(word), []),
      failure_code: wordOrNull,
      reason: wordOrNull,
    }),
    { claims: {}, selected_field_keys: [], failure_code: null, reason: null },
  ),
});

/** @returns null if it is no answer at all; what is merely new in it is left out or kept as its word */
function readAnswer(plain: Bytes): CheckAnswer | null {
  const parsed = v.safeParse(payload, jsonOrNull(plain));
  if (!parsed.success) return null;
  const { type, metadata, data } = parsed.output;
  const claims = new Map(Object.entries(data.claims));
  return {
    type: eventTypeOf(type),
    typeWord: type,
    eventId: metadata.event_id ?? null,
    sessionId: metadata.verification_session_id,
    claims: [...new Set(data.selected_field_keys)].map((claim) => ({
      claim,
      value: readValue(claims.get(claim)),
    })),
    failureCode: data.failure_code ?? null,
    cancelReason: data.reason ?? null,
  };
}

/** Values are texts, yes or no, or nothing; of a kind that is new, its JSON is shown. */
function readValue(value: unknown): string | boolean | null {
  if (value === undefined || value === null || typeof value === 'boolean') return value ?? null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return cleaned(text).slice(0, MOST_VALUE);
}

function jsonOrNull(plain: Bytes): unknown {
  try {
    return JSON.parse(fromUtf8(plain));
  } catch {
    // Not UTF-8, not JSON, or nested absurdly: in each case not an answer.
    return null;
  }
}
