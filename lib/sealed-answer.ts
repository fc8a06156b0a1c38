// Sealed answers, before and after they are opened: plain JSON that provider, worker and screens share. Leans on the nouns of
// lib/check.ts; holds no behaviour. Claim values are what a person proved: sealed at rest, never in a log or an error.
import type { CheckEventType } from './check.ts';

/** A sealed answer as it lay at a receiver: the JWE text and the headers that came with it. */
export interface SealedAnswer {
  jwe: string;
  /** `X-Kayle-Signature`; null where it was not kept. */
  signature: string | null;
}

/**
 * Whether a signature is the service's. `old` and `ahead` are genuine, but more than five minutes from our clock: an answer
 * opened later, sent again by somebody else, or a clock that is wrong. `former`: by a secret that had been replaced by then;
 * `absent`: none came; `unchecked`: no secret is known.
 */
export type SignatureVerdict =
  | { kind: 'fresh' | 'old' | 'ahead' | 'former'; signedAt: number }
  | { kind: 'absent' | 'unchecked' | 'wrong' | 'malformed' };

/** Why a sealed answer stays closed. */
export type SealedTrouble =
  | 'too-large'
  /** No JWE, or a part of one. */
  | 'malformed'
  /** Sealed in a way we did not ask for. */
  | 'unsupported'
  /** Its signature is not of any secret we know. */
  | 'forged'
  /** Sealed to a key that is not on this device. */
  | 'no-key'
  /** Names a key of ours, but was sealed to another. */
  | 'wrong-key'
  /** Changed after it was sealed. */
  | 'damaged'
  /** Opened, and not an answer. */
  | 'not-an-answer';

export type OpenedAnswer =
  | { kind: 'opened'; answer: CheckAnswer; signature: SignatureVerdict; keyId: string }
  | { kind: 'closed'; why: SealedTrouble; signature: SignatureVerdict };

/** What an endpoint's answers are signed with. */
export interface SigningSecret {
  /** `whsec_…` */
  value: string;
  /** When another replaced it, milliseconds since the epoch by our clock; null while it is in use. */
  until: number | null;
}

/** What opening takes. All of it secret: sealed at rest, in the worker only. */
export interface AnswerKeys {
  /** By the name registered with the service; PKCS #8 in base64. Old ones too, for old answers. */
  privateKeys: readonly { keyId: string; pkcs8: string }[];
  /** Of the same endpoint, former ones too: a signature of another endpoint proves nothing. */
  secrets: readonly SigningSecret[];
}

/** A sealed answer, opened. */
export interface CheckAnswer {
  type: CheckEventType;
  /** The server's own word: `verification.session.succeeded`. */
  typeWord: string;
  eventId: string | null;
  /** `vs_…` */
  sessionId: string;
  /** Only what the person selected; `null` is "selected, but the document has none". */
  claims: { claim: string; value: string | boolean | null }[];
  failureCode: string | null;
  /** Why it was cancelled, in the server's word. */
  cancelReason: string | null;
}
