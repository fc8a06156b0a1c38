// Recorded things of Kayle as rows of the sandbox, so that an exchange finds what the real server had when it was asked. Leans on
// the recorded answers; what they do not tell (a secret, a token, a sealed text) is made up and never compared.
import {
  type DeliveryRow,
  type DeliveryStatus,
  type EndpointRow,
  EVENT_TYPES,
  type EventRow,
  type KayleState,
  type KeyMaterialRow,
  type SessionRow,
  type Status,
} from '../sandbox/kayle/rows.ts';
import { readShareFields } from '../sandbox/kayle/share-fields.ts';
import { memberOf, textAt } from './golden.ts';

type Row = SessionRow | EndpointRow | KeyMaterialRow | EventRow | DeliveryRow;

const timeAt = (value: unknown, name: string): number | null => {
  const time = Date.parse(textAt(value, name));
  return Number.isNaN(time) ? null : time;
};
const numberAt = (value: unknown, name: string): number | null => {
  const found = memberOf(value, name);
  return typeof found === 'number' ? found : null;
};
const textOrNull = (value: unknown, name: string): string | null => textAt(value, name) || null;
const listAt = (value: unknown, name: string): unknown[] => {
  const found = memberOf(value, name);
  return Array.isArray(found) ? found : [];
};

/** @param value as recorded, or anything with at least an `id` */
export function sessionRow(value: unknown, orgId: string, now: number): SessionRow {
  const fields = memberOf(value, 'share_fields');
  const target = memberOf(value, 'webhook_endpoint_id');
  const createdAt = timeAt(value, 'created_at') ?? now;
  return {
    id: textAt(value, 'id'),
    orgId,
    status: (textAt(value, 'status') || 'created') as Status,
    failureCode: textOrNull(value, 'failure_code'),
    nfcTries: numberAt(value, 'nfc_tries_used') ?? 0,
    livenessTries: numberAt(value, 'liveness_tries_used') ?? 0,
    shareFields:
      typeof fields === 'object' && fields !== null
        ? (structuredClone(fields) as SessionRow['shareFields'])
        : readShareFields(undefined),
    redirectUrl: textOrNull(value, 'redirect_url'),
    endpointIds: typeof target === 'string' ? [target] : Array.isArray(target) ? target.map(String) : null,
    cancelToken: 'recorded',
    cancelTokenUsed: false,
    withdrawn: false,
    createdAt,
    updatedAt: timeAt(value, 'updated_at') ?? createdAt,
    expiresAt: timeAt(value, 'expires_at') ?? createdAt + 3_600_000,
    completedAt: timeAt(value, 'completed_at'),
  };
}

export function endpointRow(value: unknown, orgId: string, now: number): EndpointRow {
  const createdAt = timeAt(value, 'created_at') ?? now;
  const types = listAt(value, 'subscribed_event_types');
  return {
    id: textAt(value, 'id'),
    orgId,
    name: textOrNull(value, 'name'),
    labels: listAt(value, 'labels').map(String),
    url: textAt(value, 'url') || 'https://hooks.example.com/recorded',
    enabled: memberOf(value, 'enabled') !== false,
    eventTypes: types.length === 0 ? [...EVENT_TYPES] : EVENT_TYPES.filter((type) => types.includes(type)),
    retentionHours: numberAt(value, 'undelivered_payload_retention_hours') ?? 72,
    secret: 'whsec_recorded',
    createdAt,
    updatedAt: timeAt(value, 'updated_at') ?? createdAt,
    disabledAt: timeAt(value, 'disabled_at'),
  };
}

export function keyRow(value: unknown, now: number): KeyMaterialRow {
  const createdAt = timeAt(value, 'created_at') ?? now;
  return {
    id: textAt(value, 'id'),
    endpointId: textAt(value, 'webhook_endpoint_id'),
    keyId: textAt(value, 'key_id'),
    n: textAt(value, 'jwk', 'n'),
    e: textAt(value, 'jwk', 'e'),
    active: memberOf(value, 'is_active') === true,
    createdAt,
    updatedAt: timeAt(value, 'updated_at') ?? createdAt,
    disabledAt: timeAt(value, 'disabled_at'),
  };
}

/** @param kept whether its sealed answer is still there; else as recorded */
export function deliveryRow(value: unknown, eventId: string, now: number, kept?: boolean): DeliveryRow {
  const createdAt = timeAt(value, 'created_at') ?? now;
  const scrubbedAt = kept === true ? null : timeAt(value, 'payload_scrubbed_at');
  return {
    id: textAt(value, 'id'),
    eventId: textAt(value, 'event_id') || eventId,
    endpointId: textAt(value, 'webhook_endpoint_id'),
    keyMaterialId: textOrNull(value, 'webhook_encryption_key_id'),
    status: (textAt(value, 'status') || 'failed') as DeliveryStatus,
    attempts: numberAt(value, 'attempt_count') ?? 1,
    dueAt: null,
    jwe: scrubbedAt === null ? 'recorded' : null,
    payloadExpiresAt: timeAt(value, 'payload_expires_at'),
    payloadScrubbedAt: scrubbedAt,
    retentionReason: textOrNull(value, 'payload_retention_reason'),
    lastStatus: numberAt(value, 'last_status_code'),
    lastAttemptAt: timeAt(value, 'last_attempt_at'),
    createdAt,
    updatedAt: timeAt(value, 'updated_at') ?? createdAt,
  };
}

/** With the deliveries it lists. */
export function putEvent(state: KayleState, value: unknown, orgId: string, now: number): void {
  const id = textAt(value, 'id');
  const type = EVENT_TYPES.find((one) => one === textAt(value, 'type')) ?? EVENT_TYPES[0];
  const createdAt = timeAt(value, 'created_at') ?? now;
  state.events.set(id, { id, orgId, type, sessionId: textAt(value, 'trigger_id'), createdAt });
  for (const one of listAt(value, 'deliveries')) {
    const row = deliveryRow(one, id, now);
    state.deliveries.set(row.id, row);
  }
}

/** With a stub of its event, by which it belongs to an organisation. */
export function putDelivery(state: KayleState, row: DeliveryRow, orgId: string): void {
  state.deliveries.set(row.id, row);
  if (!state.events.has(row.eventId)) putEvent(state, { id: row.eventId }, orgId, row.createdAt);
}

/** A row under another id. */
export function rename<R extends Row>(rows: Map<string, R>, from: string, to: string): void {
  const row = rows.get(from);
  if (row === undefined || from === to) return;
  rows.delete(from);
  row.id = to;
  rows.set(to, row);
}
