// Endpoints, encryption keys, events and deliveries as Kayle sends them, in our own terms (contract §8.1–8.3, §8.6). Fields of
// newer servers may be missing on older ones; unknown event types and delivery states are kept as their word.
import * as v from 'valibot';
import type {
  CheckEvent,
  CheckEventType,
  Delivery,
  DeliveryStatus,
  EncryptionKey,
  EventDelivery,
  WebhookEndpoint,
} from '../../check.ts';
import {
  dataOf,
  id,
  orNull,
  pageOf,
  shownTextOrNull,
  time,
  timeOrNull,
  wholeNumber,
  wordOrNull,
} from './wire.ts';

/** Both eras: an attempt's outcome is its session's. */
const EVENT_TYPE: ReadonlyMap<string, CheckEventType> = new Map([
  ['verification.session.succeeded', 'succeeded'],
  ['verification.session.failed', 'failed'],
  ['verification.session.expired', 'expired'],
  ['verification.session.cancelled', 'cancelled'],
  ['verification.attempt.succeeded', 'succeeded'],
  ['verification.attempt.failed', 'failed'],
]);

/** What can be subscribed to today, in the server's words. */
export const EVENT_TYPES = [
  'verification.session.succeeded',
  'verification.session.failed',
  'verification.session.expired',
  'verification.session.cancelled',
] as const;

export function eventTypeOf(word: string): CheckEventType {
  return EVENT_TYPE.get(word) ?? 'unknown';
}

const DELIVERY_STATUS: ReadonlyMap<string, DeliveryStatus> = new Map([
  ['pending', 'pending'],
  ['delivering', 'delivering'],
  ['succeeded', 'succeeded'],
  ['failed', 'failed'],
]);

/** The URL is shown, never fetched: it is kept as the server has it. */
export const endpoint = v.pipe(
  v.object({
    id,
    organization_id: wordOrNull,
    name: shownTextOrNull,
    labels: v.nullish(v.array(v.string()), []),
    url: v.pipe(v.string(), v.maxLength(4096)),
    enabled: v.boolean(),
    subscribed_event_types: v.nullish(v.array(v.string()), []),
    undelivered_payload_retention_hours: orNull(wholeNumber),
    created_at: time,
    updated_at: time,
    disabled_at: timeOrNull,
  }),
  v.transform(
    (wire): WebhookEndpoint => ({
      remoteId: wire.id,
      organizationId: wire.organization_id,
      name: wire.name,
      labels: wire.labels,
      url: wire.url,
      enabled: wire.enabled,
      eventTypes: wire.subscribed_event_types,
      retentionHours: wire.undelivered_payload_retention_hours,
      createdAt: wire.created_at,
      updatedAt: wire.updated_at,
      disabledAt: wire.disabled_at,
    }),
  ),
);

const secret = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{8,256}$/));

export const endpointData = dataOf(endpoint);
export const endpointPage = pageOf(endpoint);
export const createdEndpoint = dataOf(
  v.pipe(
    v.object({ endpoint, signing_secret: secret }),
    v.transform((wire) => ({ endpoint: wire.endpoint, signingSecret: wire.signing_secret })),
  ),
);
export const secretData = dataOf(
  v.pipe(
    v.object({ signing_secret: secret }),
    v.transform((wire) => wire.signing_secret),
  ),
);

const base64Url = v.pipe(v.string(), v.regex(/^[\w-]{1,2048}$/));

const encryptionKey = v.pipe(
  v.object({
    id,
    webhook_endpoint_id: id,
    key_id: v.pipe(v.string(), v.maxLength(128)),
    // Somebody else may have registered another kind, which is no reason not to see the rest.
    jwk: v.fallback(orNull(v.object({ kty: v.literal('RSA'), n: base64Url, e: base64Url })), null),
    is_active: v.boolean(),
    created_at: time,
    disabled_at: timeOrNull,
  }),
  v.transform(
    (wire): EncryptionKey => ({
      remoteId: wire.id,
      endpointId: wire.webhook_endpoint_id,
      keyId: wire.key_id,
      active: wire.is_active,
      jwk: wire.jwk,
      createdAt: wire.created_at,
      disabledAt: wire.disabled_at,
    }),
  ),
);
export const encryptionKeyData = dataOf(encryptionKey);
export const encryptionKeyPage = pageOf(encryptionKey);

const deliveryFacts = {
  id,
  webhook_endpoint_id: id,
  status: v.string(),
  last_status_code: orNull(v.number()),
  attempt_count: v.nullish(wholeNumber, 0),
  last_attempt_at: timeOrNull,
  payload_expires_at: timeOrNull,
  payload_scrubbed_at: timeOrNull,
  payload_retention_reason: wordOrNull,
};
const eventDelivery = v.object(deliveryFacts);

function toEventDelivery(wire: v.InferOutput<typeof eventDelivery>): EventDelivery {
  return {
    remoteId: wire.id,
    endpointId: wire.webhook_endpoint_id,
    status: DELIVERY_STATUS.get(wire.status) ?? 'unknown',
    lastStatus: wire.last_status_code,
    attempts: wire.attempt_count,
    lastAttemptAt: wire.last_attempt_at,
    payloadExpiresAt: wire.payload_expires_at,
    payloadScrubbedAt: wire.payload_scrubbed_at,
    retentionReason: wire.payload_retention_reason,
  };
}

const delivery = v.pipe(
  v.object({
    ...deliveryFacts,
    event_id: id,
    webhook_encryption_key_id: orNull(id),
    next_attempt_at: timeOrNull,
    created_at: time,
    updated_at: time,
  }),
  v.transform(
    (wire): Delivery => ({
      ...toEventDelivery(wire),
      eventId: wire.event_id,
      keyRemoteId: wire.webhook_encryption_key_id,
      nextAttemptAt: wire.next_attempt_at,
      createdAt: wire.created_at,
      updatedAt: wire.updated_at,
    }),
  ),
);
export const deliveryData = dataOf(delivery);
export const deliveryPage = pageOf(delivery);

const event = v.pipe(
  v.object({
    id,
    type: v.pipe(v.string(), v.maxLength(128)),
    trigger_id: id,
    created_at: time,
    deliveries: v.nullish(v.array(eventDelivery), []),
  }),
  v.transform(
    (wire): CheckEvent => ({
      remoteId: wire.id,
      type: eventTypeOf(wire.type),
      typeWord: wire.type,
      triggerId: wire.trigger_id,
      createdAt: wire.created_at,
      deliveries: wire.deliveries.map(toEventDelivery),
    }),
  ),
);
export const eventData = dataOf(event);
export const eventPage = pageOf(event);
