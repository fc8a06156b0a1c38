// Events and deliveries (contract §8.3, §8.6): listed newest first, sent once more while the sealed answer is still kept. Events
// stand under two paths, of which one is kept for older integrations.
import { afterKnown, type Call, newestFirst, ok, owned, pageOf, type Route } from './call.ts';
import { cursorOf } from './endpoints.ts';
import { delivering, missing, notReplayable, payloadGone } from './errors.ts';
import { choiceOf, timeOf, webhookId } from './issues.ts';
import { DELIVERY_STATUSES, type DeliveryRow, EVENT_TYPES, type EventRow } from './rows.ts';
import { deliveryShape, eventShape } from './shapes.ts';

function listEvents({ state, org, query }: Call): Response {
  const type = choiceOf(query, 'type', EVENT_TYPES);
  const from = timeOf(query, 'created_from') ?? Number.NEGATIVE_INFINITY;
  const to = timeOf(query, 'created_to') ?? Number.POSITIVE_INFINITY;
  const rows = newestFirst(state.events.values()).filter(
    (row) =>
      row.orgId === org.id &&
      (type === null || row.type === type) &&
      row.createdAt >= from &&
      row.createdAt <= to,
  );
  return pageOf(rows, afterKnown(rows, cursorOf(query)), query, (row) => eventShape(row, state));
}

function eventOf({ state, org, param }: Call, place: string): EventRow {
  const id = webhookId(param('event_id'), 'event_id');
  return owned(state.events.get(id), org, () => missing('Webhook event', `webhooks/events#${place}`));
}

/** Back to the beginning of the schedule. */
function requeue(row: DeliveryRow, now: number): void {
  Object.assign(row, {
    status: 'pending',
    attempts: 0,
    dueAt: now,
    lastAttemptAt: null,
    lastStatus: null,
    retentionReason: 'pending_delivery',
    updatedAt: now,
  });
}

function replay(call: Call): Response {
  const { state, world } = call;
  const event = eventOf(call, 'replay');
  const deliveries = [...state.deliveries.values()].filter(({ eventId }) => eventId === event.id);
  const kept = deliveries.filter(({ jwe, status }) => jwe !== null && status !== 'delivering');
  if (kept.length === 0) {
    const gone = deliveries.some(({ payloadScrubbedAt }) => payloadScrubbedAt !== null);
    throw gone ? payloadGone() : notReplayable();
  }
  for (const row of kept) requeue(row, world.now());
  return ok(eventShape(event, state), 202);
}

const organisationOf = ({ state }: Call, row: DeliveryRow): string | undefined =>
  state.events.get(row.eventId)?.orgId;

function listDeliveries(call: Call): Response {
  const { state, org, query } = call;
  const status = choiceOf(query, 'status', DELIVERY_STATUSES);
  const [endpointId, eventId] = ['endpoint_id', 'event_id'].map((name) => {
    const id = query.get(name);
    return id === null ? null : webhookId(id, name);
  });
  const rows = newestFirst(state.deliveries.values()).filter(
    (row) =>
      organisationOf(call, row) === org.id &&
      (status === null || row.status === status) &&
      (endpointId === null || row.endpointId === endpointId) &&
      (eventId === null || row.eventId === eventId),
  );
  return pageOf(rows, afterKnown(rows, cursorOf(query)), query, deliveryShape);
}

function retry(call: Call): Response {
  const { state, org, world, param } = call;
  const row = state.deliveries.get(webhookId(param('delivery_id'), 'delivery_id'));
  if (row === undefined || organisationOf(call, row) !== org.id)
    throw missing('Webhook delivery', 'webhooks/deliveries#retry');
  if (row.status === 'delivering') throw delivering();
  if (row.jwe === null) throw payloadGone();
  requeue(row, world.now());
  return ok(deliveryShape(row));
}

const eventRoutes = ['/v1/webhooks/events', '/v1/events'].flatMap((path): Route[] => [
  { method: 'GET', path, run: listEvents },
  {
    method: 'GET',
    path: `${path}/:event_id`,
    run: (call) => ok(eventShape(eventOf(call, 'get-by-id'), call.state)),
  },
  { method: 'POST', path: `${path}/:event_id/replay`, run: replay },
]);

export const outboxRoutes: readonly Route[] = [
  ...eventRoutes,
  { method: 'GET', path: '/v1/webhooks/deliveries', run: listDeliveries },
  { method: 'POST', path: '/v1/webhooks/deliveries/:delivery_id/retry', run: retry },
];
