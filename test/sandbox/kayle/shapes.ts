// Rows as Kayle writes them: its names, its order of members, its times. Pure. The cancel token is in no answer but the first.
import { createPublicKey } from 'node:crypto';
import {
  type DeliveryRow,
  type EndpointRow,
  EVENT_TYPES,
  type EventRow,
  type KayleState,
  type KeyMaterialRow,
  type SessionRow,
} from './rows.ts';

export const iso = (time: number): string => new Date(time).toISOString();
export const isoOrNull = (time: number | null): string | null => (time === null ? null : iso(time));

/** One target reads back as text, several as a list. */
const targets = (ids: string[] | null): string | string[] | null =>
  ids === null ? null : ids.length === 1 ? (ids[0] ?? null) : ids;

export function sessionShape(row: SessionRow, verifyOrigin: string): object {
  return {
    id: row.id,
    status: row.status,
    failure_code: row.failureCode,
    nfc_tries_used: row.nfcTries,
    liveness_tries_used: row.livenessTries,
    contract_version: 1,
    share_fields: row.shareFields,
    redirect_url: row.redirectUrl,
    webhook_endpoint_id: targets(row.endpointIds),
    verification_url: `${verifyOrigin}/${row.id}`,
    expires_at: iso(row.expiresAt),
    completed_at: isoOrNull(row.completedAt),
    created_at: iso(row.createdAt),
    updated_at: iso(row.updatedAt),
  };
}

export function createdShape(row: SessionRow, verifyOrigin: string): object {
  return {
    ...sessionShape(row, verifyOrigin),
    verification_url: `${verifyOrigin}/${row.id}?cancel_token=${row.cancelToken}`,
    cancel_token: row.cancelToken,
  };
}

/** An empty list of events reads back as all of them, though nothing is delivered (contract §8.1). */
export function endpointShape(row: EndpointRow): object {
  return {
    id: row.id,
    organization_id: row.orgId,
    name: row.name,
    labels: row.labels,
    url: row.url,
    enabled: row.enabled,
    subscribed_event_types: row.eventTypes.length === 0 ? EVENT_TYPES : row.eventTypes,
    undelivered_payload_retention_hours: row.retentionHours,
    created_at: iso(row.createdAt),
    updated_at: iso(row.updatedAt),
    disabled_at: isoOrNull(row.disabledAt),
  };
}

export function keyShape(row: KeyMaterialRow): object {
  return {
    id: row.id,
    webhook_endpoint_id: row.endpointId,
    key_id: row.keyId,
    algorithm: 'RSA-OAEP-256',
    key_type: 'RSA',
    jwk: { e: row.e, n: row.n, alg: 'RSA-OAEP-256', kty: 'RSA', key_ops: ['encrypt'] },
    is_active: row.active,
    created_at: iso(row.createdAt),
    updated_at: iso(row.updatedAt),
    disabled_at: isoOrNull(row.disabledAt),
  };
}

/** Bits of an RSA modulus; null for what is no such key. */
export function modulusBits({ n, e }: { n: string; e: string }): number | null {
  try {
    return (
      createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' }).asymmetricKeyDetails?.modulusLength ??
      null
    );
  } catch {
    // Node throws for a key it cannot build, whatever is wrong with it.
    return null;
  }
}

const attemptShape = (row: DeliveryRow): object => ({
  id: row.id,
  webhook_endpoint_id: row.endpointId,
  status: row.status,
  last_status_code: row.lastStatus,
  attempt_count: row.attempts,
  last_attempt_at: isoOrNull(row.lastAttemptAt),
  payload_expires_at: isoOrNull(row.payloadExpiresAt),
  payload_retention_reason: row.retentionReason,
  payload_scrubbed_at: isoOrNull(row.payloadScrubbedAt),
});

/** The next try is never told (contract §8.6). */
export function deliveryShape(row: DeliveryRow): object {
  return {
    ...attemptShape(row),
    event_id: row.eventId,
    webhook_encryption_key_id: row.keyMaterialId,
    next_attempt_at: null,
    created_at: iso(row.createdAt),
    updated_at: iso(row.updatedAt),
  };
}

export function eventShape(row: EventRow, state: KayleState): object {
  return {
    id: row.id,
    type: row.type,
    trigger_type: 'verification_session',
    trigger_id: row.sessionId,
    created_at: iso(row.createdAt),
    deliveries: [...state.deliveries.values()].filter(({ eventId }) => eventId === row.id).map(attemptShape),
  };
}
