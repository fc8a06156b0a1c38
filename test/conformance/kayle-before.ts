// What the real server had before a recorded exchange, put into the sandbox: the thing its path names, the endpoints its body
// chooses, the rows its list shows and one more where it says that there are more. A table by route; in any order of exchanges.
import type { KayleState } from '../sandbox/kayle/rows.ts';
import type { World } from '../sandbox/world/world.ts';
import { type Exchange, jsonBody, memberOf, textAt } from './golden.ts';
import { deliveryRow, endpointRow, keyRow, putDelivery, putEvent, sessionRow } from './kayle-rows.ts';

export interface Scene {
  world: World;
  exchange: Exchange;
  /** Whose key was shown; `''` for none. */
  orgId: string;
}

interface Place extends Scene {
  state: KayleState;
  now: number;
  /** The path's id, decoded. */
  id: string;
  /** `data` of a success; undefined for a refusal. */
  made: unknown;
  code: string;
  query: URLSearchParams;
}

type Prepare = (place: Place) => void;

const ROUTES: readonly (readonly [method: string, path: RegExp, Prepare])[] = [
  ['POST', /^\/v1\/sessions$/, chosenEndpoints],
  ['GET', /^\/v1\/sessions$/, listedSessions],
  ['GET', /^\/v1\/sessions\/([^/]+)$/, namedSession],
  ['POST', /^\/v1\/sessions\/([^/]+)\/cancel$/, namedSession],
  ['GET', /^\/v1\/webhooks\/endpoints$/, listedEndpoints],
  ['GET', /^\/v1\/webhooks\/endpoints\/([^/]+)\/keys$/, listedKeys],
  ['POST', /^\/v1\/webhooks\/keys\/([^/]+)\/(?:de|re)activate$/, namedKey],
  ['*', /^\/v1\/webhooks\/endpoints\/([^/]+)(?:\/.*)?$/, namedEndpoint],
  ['GET', /^\/v1\/(?:webhooks\/)?events$/, listedEvents],
  ['*', /^\/v1\/(?:webhooks\/)?events\/([^/]+)(?:\/replay)?$/, namedEvent],
  ['GET', /^\/v1\/webhooks\/deliveries$/, listedDeliveries],
  ['POST', /^\/v1\/webhooks\/deliveries\/([^/]+)\/retry$/, namedDelivery],
];

/** Whether the sandbox has the route. */
export function isPrepared(method: string, pathname: string): boolean {
  return ROUTES.some(([of, path]) => (of === '*' || of === method) && path.test(pathname));
}

export function prepare(scene: Scene): void {
  const { exchange, world } = scene;
  const url = new URL(exchange.path, 'http://h');
  for (const [method, path, run] of ROUTES) {
    const match = path.exec(url.pathname);
    if (match === null || (method !== '*' && method !== exchange.method)) continue;
    run({
      ...scene,
      state: world.state.kayle,
      now: world.now(),
      id: decodeURIComponent(match[1] ?? ''),
      made: exchange.status < 300 ? memberOf(exchange.answer, 'data') : undefined,
      code: textAt(exchange.answer, 'error', 'code'),
      query: url.searchParams,
    });
    return;
  }
}

/** A refusal as "not found" is of a thing that is not there, or not theirs. */
function settle<R>(rows: Map<string, R>, { id, exchange, code }: Place, make: () => R): void {
  if (code === 'NOT_FOUND') rows.delete(id);
  else if (exchange.status < 400 || exchange.status === 409) rows.set(id, make());
}

function namedSession(place: Place): void {
  const { state, made, id, orgId, now } = place;
  settle(state.sessions, place, () => sessionRow({ ...Object(made), id }, orgId, now));
}

function namedEndpoint(place: Place): void {
  const { state, id, orgId, now, exchange } = place;
  // A change's answer tells what was before, too, but for what it changed: on and off is the one that shows.
  const enabled = memberOf(jsonBody(exchange), 'enabled');
  const before = typeof enabled === 'boolean' ? { enabled: !enabled, disabled_at: enabled ? OLD : null } : {};
  settle(state.endpoints, place, () => endpointRow({ ...Object(place.made), ...before, id }, orgId, now));
}

function namedKey(place: Place): void {
  const { state, made, id, orgId, now } = place;
  settle(state.keyMaterial, place, () => keyRow({ ...Object(made), id }, now));
  const endpointId = textAt(made, 'webhook_endpoint_id');
  if (endpointId !== '') state.endpoints.set(endpointId, endpointRow({ id: endpointId }, orgId, now));
}

function namedEvent(place: Place): void {
  const { state, made, id, orgId, now, code } = place;
  if (code === 'NOT_FOUND') {
    state.events.delete(id);
    return;
  }
  for (const [one, row] of state.deliveries) if (row.eventId === id) state.deliveries.delete(one);
  putEvent(state, { ...Object(made), id }, orgId, now);
  if (code === 'WEBHOOK_PAYLOAD_EXPIRED')
    putDelivery(state, { ...deliveryRow({ id: `whd_of_${id}` }, id, now), ...GONE(now) }, orgId);
}

const GONE = (now: number) => ({ jwe: null, payloadScrubbedAt: now, retentionReason: 'delivered' });

function namedDelivery(place: Place): void {
  const { state, made, id, orgId, now, code } = place;
  if (code === 'NOT_FOUND') {
    state.deliveries.delete(id);
    return;
  }
  const row = deliveryRow({ ...Object(made), id }, `evt_of_${id}`, now, true);
  const told = { WEBHOOK_PAYLOAD_EXPIRED: GONE(now), CONFLICT: { status: 'delivering' as const } };
  putDelivery(state, { ...row, ...(code in told ? Reflect.get(told, code) : {}) }, orgId);
}

/** Endpoints that a new session chooses: able where it was made, switched off where they were not to be had. */
function chosenEndpoints({ state, exchange, orgId, now, code }: Place): void {
  const wish = memberOf(jsonBody(exchange), 'webhook_endpoint_id');
  const ids = Array.isArray(wish) ? wish : [wish];
  for (const id of ids)
    if (typeof id === 'string' && id !== '') {
      const enabled = code !== 'WEBHOOK_ENDPOINT_UNAVAILABLE';
      state.endpoints.set(id, endpointRow({ id, enabled }, orgId, now));
    }
}

/**
 * Exactly what a list shows, what it goes on after, and one more if it says so.
 * @param drop the organisation's rows of this kind
 * @param put one of them; the cursor's comes first in a newest-first list, the further one last
 */
function listed({ made, exchange, query, now }: Place, drop: () => void, put: (value: object) => void): void {
  if (!Array.isArray(made)) return;
  drop();
  const cursor = query.get('starting_after');
  if (cursor !== null) put({ id: cursor, created_at: new Date(now + 1000).toISOString() });
  for (const item of made) put(Object(item));
  const more = memberOf(exchange.answer, 'pagination', 'has_more') === true;
  const limit = Number(memberOf(exchange.answer, 'pagination', 'limit') ?? 0);
  const last = Object(made.at(-1) ?? {});
  if (!more) return;
  for (let at = made.length; at <= limit; at += 1)
    put({ ...last, id: `${String(last.id).slice(0, 3)}${'z'.repeat(61)}${100 + at}`, created_at: OLD });
}
const OLD = '2020-01-01T00:00:00.000Z';

function dropOwn<R extends { orgId: string }>(rows: Map<string, R>, orgId: string): void {
  for (const [id, row] of rows) if (row.orgId === orgId) rows.delete(id);
}

function listedSessions(place: Place): void {
  const { state, orgId, now } = place;
  const put = (value: object): void => {
    const row = sessionRow(value, orgId, now);
    state.sessions.set(row.id, row);
  };
  listed(place, () => dropOwn(state.sessions, orgId), put);
}

function listedEndpoints(place: Place): void {
  const { state, orgId, now } = place;
  const put = (value: object): void => {
    const row = endpointRow(value, orgId, now);
    state.endpoints.set(row.id, row);
  };
  listed(place, () => dropOwn(state.endpoints, orgId), put);
}

function listedKeys(place: Place): void {
  const { state, id, orgId, now } = place;
  const drop = (): void => {
    for (const [one, row] of state.keyMaterial) if (row.endpointId === id) state.keyMaterial.delete(one);
  };
  const put = (value: object): void => {
    const row = keyRow({ ...value, webhook_endpoint_id: id }, now);
    state.keyMaterial.set(row.id, row);
    state.endpoints.set(id, endpointRow({ id }, orgId, now));
  };
  listed(place, drop, put);
}

function listedEvents(place: Place): void {
  const { state, orgId, now } = place;
  listed(
    place,
    () => dropOwn(state.events, orgId),
    (value) => putEvent(state, value, orgId, now),
  );
}

function listedDeliveries(place: Place): void {
  const { state, orgId, now } = place;
  listed(
    place,
    () => dropOwn(state.events, orgId),
    (value) => putDelivery(state, deliveryRow(value, 'evt_of_a_list', now), orgId),
  );
}
