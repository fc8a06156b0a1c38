// Authenticator entries that a service holds, as we keep and show them: never their secret, which no route gives back, and no code,
// which is asked for when it is wanted. Types alone; leans on nothing.

export interface HeldTotp {
  id: string;
  accountId: string;
  /** The identity it belongs to. */
  addressId: string;
  remoteId: string;
  /** The service's name, in the words it was registered with; hostile text. */
  issuer: string;
  /** Registrable domain it is offered on: ours alone, guessed once and changed by hand. */
  site: string | null;
  /** Null where the service does not tell. */
  digits: number | null;
  /** Seconds; null where the service does not tell. */
  period: number | null;
  createdAt: number;
}

/** One as a screen or a menu sees it. */
export interface HeldTotpView {
  id: string;
  issuer: string;
  site: string | null;
  /** Address of the identity. */
  email: string;
  /** The account's name: who can read the secret. */
  holder: string;
}

/** A code of one, fetched a moment ago. */
export interface HeldCode {
  code: string;
  /** Seconds from one code to the next; 30 where the service does not tell. */
  period: number;
  /** Milliseconds since the epoch at which the code stops being right, by the service's own clock. */
  validUntil: number;
}
