// `/v1/webhooks/endpoints` (contract §8.1): where answers go, and the secrets they are signed with. A bad URL is a schema's
// complaint; a body that is missing where one is needed brings the service down, as recorded.
import { afterKnown, type Call, newestFirst, objectOf, ok, owned, pageOf, type Route } from './call.ts';
import { type Issue, missing, text, zodError } from './errors.ts';
import { custom, customLast, flagOf, notOneOf, ofText, webhookId, wrongType } from './issues.ts';
import { type EndpointRow, EVENT_TYPES, type EventType } from './rows.ts';
import { isWebhookUrl } from './safe-url.ts';
import { endpointShape } from './shapes.ts';

type JsonObject = Readonly<Record<string, unknown>>;
type Settable = Pick<EndpointRow, 'url' | 'name' | 'labels' | 'enabled' | 'eventTypes' | 'retentionHours'>;

const RETENTIONS = [0, 24, 72, 168];
const isEventType = (value: unknown): value is EventType => EVENT_TYPES.some((type) => type === value);

export function endpointOf({ state, org, param }: Call, place: string): EndpointRow {
  const id = webhookId(param('endpoint_id'), 'endpoint_id');
  return owned(state.endpoints.get(id), org, () => missing('Webhook endpoint', `webhooks/${place}`));
}

/** What a body sets, in the schema's order of complaints. @param partial a change: nothing is required, a name may be taken away */
function read(
  body: JsonObject,
  mode: Parameters<typeof isWebhookUrl>[1],
  partial: boolean,
): Partial<Settable> {
  const {
    url,
    labels,
    enabled,
    subscribed_event_types: types,
    undelivered_payload_retention_hours: hours,
  } = body;
  const name = typeof body.name === 'string' ? body.name.trim() : body.name;
  const issues = [
    ...urlIssues(url, mode, partial),
    ...nameIssues(name, partial),
    ...labelIssues(labels),
    ...(enabled === undefined || typeof enabled === 'boolean'
      ? []
      : [wrongType('boolean', ['enabled'], enabled)]),
    ...typeIssues(types),
    ...(hours === undefined || RETENTIONS.some((one) => one === hours) ? [] : [badRetention]),
  ];
  if (issues.length > 0) throw zodError(...issues);
  return {
    ...(typeof url === 'string' && { url }),
    ...((typeof name === 'string' || name === null) && { name }),
    ...(Array.isArray(labels) && { labels: labels.map((label) => String(label).trim()) }),
    ...(typeof enabled === 'boolean' && { enabled }),
    ...(Array.isArray(types) && { eventTypes: types.filter(isEventType) }),
    ...(typeof hours === 'number' && { retentionHours: hours }),
  };
}

function urlIssues(url: unknown, mode: Parameters<typeof isWebhookUrl>[1], partial: boolean): Issue[] {
  if (url === undefined && partial) return [];
  if (typeof url !== 'string') return [wrongType('string', ['url'], url)];
  const bad = 'Must be an https:// URL pointing to a public host with no embedded credentials.';
  return isWebhookUrl(url, mode) ? [] : [custom(bad, ['url'])];
}

function nameIssues(name: unknown, partial: boolean): Issue[] {
  if (name === undefined || (name === null && partial)) return [];
  if (typeof name !== 'string') return [wrongType('string', ['name'], name)];
  if (name === '') return [ofText.small(1, ['name'])];
  return name.length > 120 ? [ofText.big(120, ['name'])] : [];
}

function labelIssues(labels: unknown): Issue[] {
  if (labels === undefined) return [];
  if (!Array.isArray(labels)) return [wrongType('array', ['labels'], labels)];
  if (labels.length > 8) return [customLast('At most 8 labels are allowed.', ['labels'])];
  const seen = new Set<string>();
  return labels.flatMap((label: unknown, at) => {
    const path = ['labels', at];
    if (typeof label !== 'string') return [wrongType('string', path, label)];
    const folded = label.trim().toLowerCase();
    if (folded === '') return [customLast('Labels must be non-empty strings.', path)];
    if (folded.length > 40) return [customLast('Labels must be 40 characters or fewer.', path)];
    if (seen.has(folded)) return [customLast('Labels must be unique case-insensitively.', path)];
    seen.add(folded);
    return [];
  });
}

function typeIssues(types: unknown): Issue[] {
  if (types === undefined) return [];
  if (!Array.isArray(types)) return [wrongType('array', ['subscribed_event_types'], types)];
  return types.flatMap((type: unknown, at) =>
    isEventType(type) ? [] : [notOneOf(EVENT_TYPES, ['subscribed_event_types', at])],
  );
}

const badRetention: Issue = {
  code: 'invalid_union',
  errors: RETENTIONS.map((value) => [
    { code: 'invalid_value', values: [value], path: [], message: `Invalid input: expected ${value}` },
  ]),
  path: ['undelivered_payload_retention_hours'],
  message: 'Invalid input',
};

function create({ state, org, world, random, body }: Call): Response {
  if (body === undefined) throw text(500, 'Internal Server Error');
  const wish = read(objectOf(body), state.mode, false);
  const now = world.now();
  const row: EndpointRow = {
    id: `whe_${random.alnum(32)}`,
    orgId: org.id,
    url: '',
    name: null,
    labels: [],
    enabled: true,
    eventTypes: [...EVENT_TYPES],
    retentionHours: 72,
    ...wish,
    secret: `whsec_${random.alnum(32)}`,
    createdAt: now,
    updatedAt: now,
    disabledAt: wish.enabled === false ? now : null,
  };
  state.endpoints.set(row.id, row);
  return ok({ endpoint: endpointShape(row), signing_secret: row.secret });
}

const NOTHING =
  'At least one of `name`, `labels`, `url`, `enabled`, `subscribed_event_types` or `undelivered_payload_retention_hours` must be provided.';

function update(call: Call): Response {
  webhookId(call.param('endpoint_id'), 'endpoint_id');
  const change = read(objectOf(call.body), call.state.mode, true);
  if (Object.keys(change).length === 0) throw zodError(custom(NOTHING, []));
  const row = endpointOf(call, 'endpoints#update');
  const now = call.world.now();
  if (change.enabled !== undefined && change.enabled !== row.enabled)
    row.disabledAt = change.enabled ? null : now;
  Object.assign(row, change, { updatedAt: now });
  return ok(endpointShape(row));
}

function remove(call: Call): Response {
  const { state } = call;
  const row = endpointOf(call, 'endpoints#delete');
  state.endpoints.delete(row.id);
  for (const [id, key] of state.keyMaterial) if (key.endpointId === row.id) state.keyMaterial.delete(id);
  for (const [id, delivery] of state.deliveries)
    if (delivery.endpointId === row.id) state.deliveries.delete(id);
  return ok({ message: 'Webhook endpoint deleted.', status: 'success' });
}

const PATH = '/v1/webhooks/endpoints';

export const endpointRoutes: readonly Route[] = [
  { method: 'POST', path: PATH, run: create },
  {
    method: 'GET',
    path: PATH,
    run: ({ state, org, query }) => {
      const enabled = flagOf(query, 'enabled');
      const rows = newestFirst(state.endpoints.values()).filter(
        (row) => row.orgId === org.id && (enabled === null || row.enabled === enabled),
      );
      return pageOf(rows, afterKnown(rows, cursorOf(query)), query, endpointShape);
    },
  },
  {
    method: 'GET',
    path: `${PATH}/:endpoint_id`,
    run: (call) => ok(endpointShape(endpointOf(call, 'endpoints#get-by-id'))),
  },
  { method: 'PATCH', path: `${PATH}/:endpoint_id`, run: update },
  { method: 'DELETE', path: `${PATH}/:endpoint_id`, run: remove },
  {
    method: 'POST',
    path: `${PATH}/:endpoint_id/signing-secret/reveal`,
    run: (call) => {
      const { id, secret } = endpointOf(call, 'endpoints#reveal-signing-secret');
      return ok({ endpoint_id: id, signing_secret: secret });
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:endpoint_id/signing-secret/rotate`,
    run: (call) => {
      const row = endpointOf(call, 'endpoints#rotate-signing-secret');
      row.secret = `whsec_${call.random.alnum(32)}`;
      row.updatedAt = call.world.now();
      return ok({ endpoint_id: row.id, signing_secret: row.secret });
    },
  },
];

/** A cursor of a webhook list: any id by its form. */
export function cursorOf(query: URLSearchParams): string | null {
  const text = query.get('starting_after');
  return text === null ? null : webhookId(text, 'starting_after');
}
