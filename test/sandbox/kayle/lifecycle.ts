// How a session goes on and ends, and what its end sets off: one event, and a delivery for every endpoint that wants it (contract
// §7.2, §8.3–8.6). Changes rows only; sending is sending.ts's.
import { createHash } from 'node:crypto';
import type { World } from '../world/world.ts';
import { randomOf } from './house.ts';
import type { DeliveryRow, EndpointRow, EventRow, EventType, KayleState, SessionRow } from './rows.ts';
import { seal } from './seal.ts';
import { yearsOf } from './share-fields.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses between the eight tries. */
export const PAUSES = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];
const ALL_TRIES = PAUSES.reduce((sum, pause) => sum + pause, 0);

export type Claims = Readonly<Record<string, string | boolean | null>>;

export interface Holder {
  document_type_code: string;
  issuing_country_code: string;
  family_name: string;
  given_names: string;
  document_number: string;
  nationality_code: string;
  /** `YYYY-MM-DD` */
  date_of_birth: string;
  sex_marker: string;
  document_expiry_date: string;
  mrz_optional_data: string;
}

export const isActive = ({ status }: SessionRow): boolean => status === 'created' || status === 'in_progress';

export function connect(world: World, session: SessionRow): void {
  session.status = 'in_progress';
  session.updatedAt = world.now();
}

/** The phone shares: required claims and the optional ones the person chose. An age that is not reached ends like one that is. */
export function succeed(world: World, session: SessionRow, holder: Holder, chosen: readonly string[]): void {
  const keys = Object.keys(session.shareFields);
  const selected = keys.filter((key) => session.shareFields[key]?.required === true || chosen.includes(key));
  const values = claimsOf(keys, holder, session.orgId, world.now());
  const claims = Object.fromEntries(keys.map((key) => [key, selected.includes(key) ? values[key] : null]));
  end(world, session, 'succeeded', 'verification.session.succeeded', {
    claims,
    selected_field_keys: selected,
  });
}

export function fail(world: World, session: SessionRow, code: string): void {
  session.failureCode = code;
  end(world, session, 'failed', 'verification.session.failed', { failure_code: code, ...tries(session) });
}

export function expire(world: World, session: SessionRow): void {
  end(world, session, 'expired', 'verification.session.expired', {});
}

export function cancel(world: World, session: SessionRow): void {
  const failedBefore = session.nfcTries + session.livenessTries > 0;
  const reason = failedBefore ? 'cancelled_after_failed_check' : 'cancelled';
  end(world, session, 'cancelled', 'verification.session.cancelled', { ...notVerified(session), reason });
}

/** Consent taken back after the end: what was not delivered yet is deleted, and the session reads cancelled (§7.2). */
export function withdraw(world: World, session: SessionRow): boolean {
  const { kayle: state } = world.state;
  const events = new Set(
    [...state.events.values()].flatMap(({ id, sessionId }) => (sessionId === session.id ? [id] : [])),
  );
  const deliveries = [...state.deliveries.values()].filter(({ eventId }) => events.has(eventId));
  session.withdrawn = true;
  if (deliveries.some(({ status }) => status === 'succeeded')) return false;
  const ended = session.status === 'succeeded' ? 'success' : 'failure';
  for (const delivery of deliveries) scrub(delivery, world.now(), 'privacy_request');
  const reason = `privacy_cancelled_after_terminal_${ended}`;
  end(world, session, 'cancelled', 'verification.session.cancelled', { ...notVerified(session), reason });
  return true;
}

const tries = ({ nfcTries, livenessTries }: SessionRow): object => ({
  nfc_tries_used: nfcTries,
  liveness_tries_used: livenessTries,
});
const notVerified = (session: SessionRow): object => ({ outcome: 'not_verified', ...tries(session) });

/** Deletes a sealed answer; one that was still to be sent is given up on. */
export function scrub(delivery: DeliveryRow, now: number, reason: string): void {
  delivery.jwe = null;
  delivery.payloadExpiresAt = null;
  delivery.payloadScrubbedAt = now;
  delivery.retentionReason = reason;
  delivery.dueAt = null;
  if (delivery.status !== 'succeeded') delivery.status = 'failed';
  delivery.updatedAt = now;
}

function end(
  world: World,
  session: SessionRow,
  status: SessionRow['status'],
  type: EventType,
  data: object,
): void {
  const { kayle: state } = world.state;
  const now = world.now();
  Object.assign(session, { status, completedAt: now, updatedAt: now });
  const event: EventRow = {
    id: `evt_${randomOf(state).alnum(64)}`,
    orgId: session.orgId,
    type,
    sessionId: session.id,
    createdAt: now,
  };
  state.events.set(event.id, event);
  const metadata = { contract_version: 1, event_id: event.id, verification_session_id: session.id };
  for (const endpoint of state.endpoints.values()) {
    const meant = session.endpointIds === null || session.endpointIds.includes(endpoint.id);
    if (meant && endpoint.orgId === session.orgId && endpoint.enabled && endpoint.eventTypes.includes(type))
      enqueue(state, event, endpoint, { data, metadata, type });
  }
  world.changed();
}

function enqueue(state: KayleState, event: EventRow, endpoint: EndpointRow, payload: object): void {
  const key = [...state.keyMaterial.values()].find((one) => one.endpointId === endpoint.id && one.active);
  const now = event.createdAt;
  const row: DeliveryRow = {
    id: `whd_${randomOf(state).alnum(64)}`,
    eventId: event.id,
    endpointId: endpoint.id,
    keyMaterialId: key?.id ?? null,
    status: key === undefined ? 'failed' : 'pending',
    attempts: key === undefined ? 1 : 0,
    dueAt: key === undefined ? null : now,
    jwe: key === undefined ? null : seal(payload, key),
    payloadExpiresAt: key === undefined ? null : now + ALL_TRIES + endpoint.retentionHours * HOUR,
    payloadScrubbedAt: null,
    retentionReason: key === undefined ? 'no_active_key' : 'pending_delivery',
    lastStatus: null,
    lastAttemptAt: null,
    createdAt: now,
    updatedAt: now,
  };
  state.deliveries.set(row.id, row);
}

function claimsOf(
  keys: readonly string[],
  holder: Holder,
  orgId: string,
  now: number,
): Record<string, string | boolean | null> {
  const own: Readonly<Record<string, string | null>> = {
    ...holder,
    kayle_document_id: documentId(holder, orgId),
    kayle_human_id: null,
  };
  return Object.fromEntries(
    keys.map((key) => {
      const years = yearsOf(key);
      return [key, years === null ? (own[key] ?? null) : isOver(holder.date_of_birth, years, now)];
    }),
  );
}

/** The same for the same document and organisation (§15). */
function documentId(
  { issuing_country_code, document_type_code, document_number }: Holder,
  orgId: string,
): string {
  const parts = [orgId, issuing_country_code, document_type_code, document_number];
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/** By UTC days: the birthday itself counts. */
function isOver(birthDate: string, years: number, now: number): boolean {
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number);
  return Date.UTC(year + years, month - 1, day) <= now;
}
