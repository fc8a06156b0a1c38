// Authenticator secrets held by the provider, who can read them: it computes the codes. Types alone; our own secrets never
// come here unless the user moves one, warned.
import type { TotpAlgorithm } from '../model.ts';

/** An entry without its secret. Nulls are what the provider does not tell. */
export interface RemoteTotp {
  remoteId: string;
  /** The service's name; empty for none. */
  issuer: string;
  algorithm: TotpAlgorithm | null;
  digits: number | null;
  /** Seconds. */
  period: number | null;
  createdAt: number | null;
}

export interface TotpWish {
  /** Base32. */
  secret: string;
  issuer: string;
  algorithm: TotpAlgorithm;
  digits: number;
  /** Seconds. */
  period: number;
}

export interface RemoteCode {
  code: string;
  /** Milliseconds that the code is still right, counted from the answer; at least three seconds. */
  remaining: number;
}

export interface TotpSlot {
  register(identityId: string, wish: TotpWish, signal?: AbortSignal): Promise<RemoteTotp>;
  list(identityId: string, signal?: AbortSignal): Promise<RemoteTotp[]>;
  /** Never one that is about to end: rather waits for the next, up to three seconds longer. */
  code(identityId: string, totpId: string, signal?: AbortSignal): Promise<RemoteCode>;
  /** For good; `not-found` counts as done. */
  remove(identityId: string, totpId: string, signal?: AbortSignal): Promise<void>;
}
