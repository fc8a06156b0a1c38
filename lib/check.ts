// The nouns of identity checks: who asked whom for which claims, how it stands, how answers travel. Plain JSON that provider,
// worker and screens share, beside those of lib/model.ts; leans on nothing. Times are milliseconds since the epoch. Texts
// of organisations and reasons are hostile: shown as text, never as markup; URLs here are http(s) or null.

/** Where a check stands. `completed` is of older servers, which do not say how it ended; `unknown` is a newer word. */
export const CHECK_STATUSES = [
  'created',
  'in-progress',
  'succeeded',
  'failed',
  'expired',
  'cancelled',
  'completed',
  'unknown',
] as const;
export type CheckStatus = (typeof CHECK_STATUSES)[number];

/** One thing that is asked for. */
export interface AskedClaim {
  /** The provider's key: `family_name`, `age_over_18`; may be one we do not know. */
  claim: string;
  required: boolean;
  /** Why, in the asker's words; hostile text. */
  reason: string;
  /** False where the service added it by itself. */
  chosen: boolean;
}

/** What is sent to ask: by claim, never empty of intent (a missing map asks for everything). */
export type ShareFields = Readonly<Record<string, { required: boolean; reason: string }>>;

/** A check as its asker sees it. Holds no claim values: those travel only in sealed answers. */
export interface Check {
  /** `vs_…` */
  remoteId: string;
  status: CheckStatus;
  /** The server's own word for it, for statuses we do not know. */
  statusWord: string;
  /** The server's own code; null unless it failed. */
  failureCode: string | null;
  /** Tries used of three; null on servers that do not count. */
  tries: { chip: number; liveness: number } | null;
  claims: AskedClaim[];
  redirectUrl: string | null;
  /** Where the answer goes: null is every subscribed endpoint. */
  endpointIds: string[] | null;
  /** The page for the person who is asked, without its cancel token. */
  pageUrl: string;
  createdAt: number;
  updatedAt: number;
  expiresAt: number;
  /** When it ended, however it did. */
  completedAt: number | null;
}

/** What only the answer to the creation tells. Secret: the link with its token lets anyone act for the person asked. */
export interface CreatedCheck {
  check: Check;
  /** To be given to the person; holds the cancel token where the server gave one. */
  link: string;
  cancelToken: string | null;
}

export interface CheckWish {
  shareFields: ShareFields;
  /** https, on a domain the organisation verified. */
  redirectUrl?: string;
  /** One to 25; absent: every subscribed endpoint. */
  endpointIds?: readonly string[];
}

/** Who asks, as Kayle's public page may know them. */
export interface AskingOrganization {
  id: string;
  name: string;
  /** Whether its owner completed an identity check of their own; null where not said. */
  ownerChecked: boolean | null;
  /** Registrable domains it proved to own. */
  verifiedDomains: string[];
  logoUrl: string | null;
  /** `sole`, `business`, or a newer word. */
  businessType: string | null;
  businessName: string | null;
  jurisdiction: string | null;
  registrationNumber: string | null;
  websiteUrl: string | null;
  privacyPolicyUrl: string | null;
  termsUrl: string | null;
  description: string | null;
}

/** A check as the person who is asked may read it, by its id alone. */
export interface AskedCheck {
  sessionId: string;
  claims: AskedClaim[];
  /** Nothing but one age threshold, and ids made for this organisation. */
  ageOnly: boolean;
  organization: AskingOrganization;
  /** Where to turn when it goes wrong. */
  recourse: {
    appealUrl: string | null;
    complaintsUrl: string | null;
    otherWayUrl: string | null;
    email: string | null;
  };
  /** The public pages do not say; kept for the day they do. */
  expiresAt: number | null;
}

/** How a check stands, as the person who is asked may read it. */
export interface AskedStatus {
  sessionId: string;
  status: CheckStatus;
  statusWord: string;
  ended: boolean;
  completedAt: number | null;
  redirectUrl: string | null;
}

/** A link as somebody looked at it: which check it names, without its cancel token. */
export type SeenLink =
  | {
      kind: 'check';
      sessionId: string;
      /** With its port, as the URL parser writes it. */
      host: string;
      origin: string;
      official: boolean;
      url: string;
      /** Of a service of March 2026 or before. */
      old: boolean;
    }
  | {
      kind: 'strange';
      why: 'unknown-host' | 'look-alike' | 'credentials' | 'insecure';
      host: string;
      sessionId: string | null;
    }
  | { kind: 'other' };

export interface AskedPrivacy {
  withdrawn: boolean;
  ended: boolean;
  /** How far the result has travelled already. */
  deliveries: { total: number; succeeded: number; undelivered: number };
}

/** How a check ended, as told to webhooks. `unknown` is a newer word. */
export type CheckEventType = 'succeeded' | 'failed' | 'expired' | 'cancelled' | 'unknown';

export interface WebhookEndpoint {
  remoteId: string;
  organizationId: string | null;
  name: string | null;
  labels: string[];
  url: string;
  enabled: boolean;
  /** In the server's words: `verification.session.succeeded`. */
  eventTypes: string[];
  /** How long an undelivered answer is kept; null on servers that do not say. */
  retentionHours: number | null;
  createdAt: number;
  updatedAt: number;
  disabledAt: number | null;
}

/** Public half of an RSA pair (RFC 7517, RFC 7518 §6.3.1). */
export interface PublicRsaJwk {
  kty: 'RSA';
  /** Base64url. */
  n: string;
  e: string;
  alg?: 'RSA-OAEP-256';
  key_ops?: string[];
}

export interface EncryptionKey {
  /** `whk_…` */
  remoteId: string;
  endpointId: string;
  /** The name we gave it; becomes `kid` of what is sealed to it. */
  keyId: string;
  active: boolean;
  /** Null where it is not an RSA key as we register them. */
  jwk: PublicRsaJwk | null;
  createdAt: number;
  disabledAt: number | null;
}

export type DeliveryStatus = 'pending' | 'delivering' | 'succeeded' | 'failed' | 'unknown';

/** One answer on its way to one endpoint, as events list it. */
export interface EventDelivery {
  remoteId: string;
  endpointId: string;
  status: DeliveryStatus;
  /** HTTP status of the last try; null if there was none. */
  lastStatus: number | null;
  attempts: number;
  lastAttemptAt: number | null;
  /** When the sealed answer will be deleted; null if it is, or if that is not known. */
  payloadExpiresAt: number | null;
  payloadScrubbedAt: number | null;
  /** `pending_delivery`, `no_active_key`, …, in the server's words. */
  retentionReason: string | null;
}

/** The same as the list of deliveries tells it. */
export interface Delivery extends EventDelivery {
  eventId: string;
  /** `whk_…`; null if there was no key to seal with. */
  keyRemoteId: string | null;
  /** Newer servers leave it null although a try is planned: see `nextTry` of lib/checks/delivery.ts. */
  nextAttemptAt: number | null;
  createdAt: number;
  updatedAt: number;
}

export interface CheckEvent {
  remoteId: string;
  type: CheckEventType;
  typeWord: string;
  /** `vs_…`, or the attempt's id on older servers. */
  triggerId: string;
  createdAt: number;
  deliveries: EventDelivery[];
}

export interface Outcomes {
  success: number;
  failure: number;
  expired: number;
  cancelled: number;
}

/** Fourteen UTC days, oldest first, the last one today. */
export interface CheckInsights {
  /** Everything the server still stores: about 30 days. */
  summary: Outcomes & { total: number; active: number };
  /** By the day the check was made. */
  days: (Outcomes & { date: string })[];
  /** Running totals since the first day. */
  totals: (Outcomes & { date: string; total: number; active: number })[];
}
