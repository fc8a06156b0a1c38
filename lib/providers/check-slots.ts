// What an account that asks for identity checks can do: the slots `checks`, `webhooks` and `insights` of provider.ts, and the
// keyless reading of the person who is asked. Leans on the nouns of lib/check.ts; knows no transport. Nothing here retries.
import type {
  AskedCheck,
  AskedPrivacy,
  AskedStatus,
  Check,
  CheckEvent,
  CheckInsights,
  CheckStatus,
  CheckWish,
  CreatedCheck,
  Delivery,
  DeliveryStatus,
  EncryptionKey,
  PublicRsaJwk,
  WebhookEndpoint,
} from '../check.ts';

/** One page of a list that goes on after an item. Follow it with `follow` of cursors.ts, which notices repeated pages. */
export interface CursorPage<T> {
  items: T[];
  /** Pass as `after` to the next call; null at the end. */
  next: string | null;
}

export interface CheckQuery {
  after?: string | undefined;
  /** Milliseconds since the epoch, inclusive. */
  createdFrom?: number;
  createdTo?: number;
  status?: Exclude<CheckStatus, 'completed' | 'unknown'>;
  /** 1 to 100; 100 unless told. */
  limit?: number;
}

export interface CheckSlot {
  /**
   * Asks for a check. There is no idempotency key: on `doubtful`, list from the time of the intent and look for the same
   * claims before asking again. The link and its token are told here and never again.
   */
  create(wish: CheckWish, signal?: AbortSignal): Promise<CreatedCheck>;
  get(remoteId: string, signal?: AbortSignal): Promise<Check>;
  /** In the server's order, which is by random id: bound by `createdFrom`, follow to the end and sort. */
  list(query: CheckQuery, signal?: AbortSignal): Promise<CursorPage<Check>>;
  /** Can be repeated; what has ended stays as it ended. @throws AppError `not-found` (never was, or deleted after 30 days) */
  cancel(remoteId: string, signal?: AbortSignal): Promise<void>;
}

export interface EndpointWish {
  url: string;
  /** 1 to 120 characters. */
  name?: string;
  /** At most 8 of at most 40 characters, no two alike. */
  labels?: readonly string[];
  enabled?: boolean;
  /** In the server's words; all unless told. An empty list is refused here: the server would deliver nothing and show all. */
  eventTypes?: readonly string[];
  retentionHours?: 0 | 24 | 72 | 168;
}

export interface EndpointChange extends Partial<Omit<EndpointWish, 'name'>> {
  /** Null takes the name away. */
  name?: string | null;
}

export interface EventQuery {
  after?: string | undefined;
  type?: string;
  createdFrom?: number;
  createdTo?: number;
  limit?: number;
}

export interface DeliveryQuery {
  after?: string | undefined;
  status?: Exclude<DeliveryStatus, 'unknown'>;
  endpointId?: string;
  eventId?: string;
  limit?: number;
}

export interface WebhookSlot {
  endpoints(
    query?: { after?: string | undefined; enabled?: boolean },
    signal?: AbortSignal,
  ): Promise<CursorPage<WebhookEndpoint>>;
  endpoint(remoteId: string, signal?: AbortSignal): Promise<WebhookEndpoint>;
  /** Not idempotent: on `doubtful`, list and look. The secret can be revealed again. */
  create(
    wish: EndpointWish,
    signal?: AbortSignal,
  ): Promise<{ endpoint: WebhookEndpoint; signingSecret: string }>;
  /** Disabling is `{enabled: false}`. */
  edit(remoteId: string, change: EndpointChange, signal?: AbortSignal): Promise<WebhookEndpoint>;
  /** With its keys and deliveries; `not-found` counts as done. */
  remove(remoteId: string, signal?: AbortSignal): Promise<void>;
  /** @returns `whsec_…` */
  revealSecret(remoteId: string, signal?: AbortSignal): Promise<string>;
  /** The old secret stops at once; tries under way are signed with the new one. */
  rotateSecret(remoteId: string, signal?: AbortSignal): Promise<string>;
  /** Empty, not `not-found`, for an endpoint that is not there. */
  keys(
    endpointId: string,
    query?: { after?: string | undefined },
    signal?: AbortSignal,
  ): Promise<CursorPage<EncryptionKey>>;
  /** Becomes the endpoint's one active key; the others are switched off, and still open what was sealed to them. */
  registerKey(
    endpointId: string,
    key: { keyId: string; jwk: PublicRsaJwk },
    signal?: AbortSignal,
  ): Promise<EncryptionKey>;
  /** Switching one on switches the endpoint's others off. */
  setKeyActive(keyRemoteId: string, active: boolean, signal?: AbortSignal): Promise<EncryptionKey>;
  events(query?: EventQuery, signal?: AbortSignal): Promise<CursorPage<CheckEvent>>;
  event(remoteId: string, signal?: AbortSignal): Promise<CheckEvent>;
  /** Sends what is still kept once more. @throws AppError `conflict` if nothing is (reason `WEBHOOK_PAYLOAD_EXPIRED`) or can be */
  replay(eventId: string, signal?: AbortSignal): Promise<CheckEvent>;
  deliveries(query?: DeliveryQuery, signal?: AbortSignal): Promise<CursorPage<Delivery>>;
  /** @throws AppError `conflict` while it is being delivered, or if its answer was deleted (reason `WEBHOOK_PAYLOAD_EXPIRED`) */
  retry(deliveryId: string, signal?: AbortSignal): Promise<Delivery>;
}

export interface InsightSlot {
  overview(signal?: AbortSignal): Promise<CheckInsights>;
}

/** What the person who is asked may read: by the session's id alone, without a key, undocumented and breakable. */
export interface AskedReader {
  details(sessionId: string, signal?: AbortSignal): Promise<AskedCheck>;
  status(sessionId: string, signal?: AbortSignal): Promise<AskedStatus>;
  privacy(sessionId: string, signal?: AbortSignal): Promise<AskedPrivacy>;
}
