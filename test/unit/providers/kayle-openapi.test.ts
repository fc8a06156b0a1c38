// The client against the service's own description of itself: every request it makes is one the document allows, every answer the
// document promises is one it can read, at its fullest and at its barest.
import { describe, expect, test } from 'vitest';
import { createTransport } from '../../../lib/providers/http.ts';
import { kayle } from '../../../lib/providers/kayle/kayle.ts';
import { EVENT_TYPES } from '../../../lib/providers/kayle/webhook-shapes.ts';
import document from '../../vectors/kayle/openapi.json';
import { createOpenapi, type OpenapiDocument, type Variant } from './openapi.ts';

const openapi = createOpenapi(document as unknown as OpenapiDocument);
const KEY = `kk_${'a'.repeat(32)}`;
const SESSION = `vs_${'a'.repeat(64)}`;
const asked = new Set<string>();

function connect(variant: Variant) {
  const account = {
    id: 'a',
    kind: 'kayle' as const,
    name: '',
    createdAt: 0,
    baseUrl: 'https://api.kayle.id',
    apiKey: KEY,
  };
  const fetch = openapi.fetch(variant, (operation) => asked.add(operation));
  const { checks, webhooks, insights } = kayle(account, (options) => createTransport({ ...options, fetch }));
  if (checks === undefined || webhooks === undefined || insights === undefined)
    throw new Error('a slot is missing');
  return { checks, webhooks, insights };
}
type Slots = ReturnType<typeof connect>;

const TIMES = { createdFrom: 0, createdTo: 1 };
const JWK = { kty: 'RSA' as const, n: 'a'.repeat(342), e: 'AQAB' };

/** Each with everything it can be given. */
const CALLS: Readonly<Record<string, (slots: Slots) => Promise<unknown>>> = {
  'checks.create': ({ checks }) =>
    checks.create({
      shareFields: { age_over_18: { required: true, reason: 'To sell you wine' } },
      redirectUrl: 'https://a.example/',
      endpointIds: ['whe_1', 'whe_2'],
    }),
  'checks.get': ({ checks }) => checks.get(SESSION),
  'checks.list': ({ checks }) => checks.list({ after: SESSION, status: 'in-progress', limit: 7, ...TIMES }),
  'checks.cancel': ({ checks }) => checks.cancel(SESSION),
  'webhooks.endpoints': ({ webhooks }) => webhooks.endpoints({ after: 'whe_1', enabled: true }),
  'webhooks.endpoint': ({ webhooks }) => webhooks.endpoint('whe_1'),
  'webhooks.create': ({ webhooks }) =>
    webhooks.create({
      url: 'https://a.example/',
      name: 'A',
      labels: ['a'],
      enabled: false,
      eventTypes: EVENT_TYPES,
      retentionHours: 168,
    }),
  'webhooks.edit': ({ webhooks }) => webhooks.edit('whe_1', { name: null, enabled: false }),
  'webhooks.remove': ({ webhooks }) => webhooks.remove('whe_1'),
  'webhooks.revealSecret': ({ webhooks }) => webhooks.revealSecret('whe_1'),
  'webhooks.rotateSecret': ({ webhooks }) => webhooks.rotateSecret('whe_1'),
  'webhooks.keys': ({ webhooks }) => webhooks.keys('whe_1', { after: 'whk_1' }),
  'webhooks.registerKey': ({ webhooks }) => webhooks.registerKey('whe_1', { keyId: 'k1', jwk: JWK }),
  'webhooks.activate': ({ webhooks }) => webhooks.setKeyActive('whk_1', true),
  'webhooks.deactivate': ({ webhooks }) => webhooks.setKeyActive('whk_1', false),
  'webhooks.events': ({ webhooks }) =>
    webhooks.events({ after: 'evt_1', type: EVENT_TYPES[0], limit: 7, ...TIMES }),
  'webhooks.event': ({ webhooks }) => webhooks.event('evt_1'),
  'webhooks.replay': ({ webhooks }) => webhooks.replay('evt_1'),
  'webhooks.deliveries': ({ webhooks }) =>
    webhooks.deliveries({
      after: 'whd_1',
      status: 'failed',
      endpointId: 'whe_1',
      eventId: 'evt_1',
      limit: 7,
    }),
  'webhooks.retry': ({ webhooks }) => webhooks.retry('whd_1'),
  'insights.overview': ({ insights }) => insights.overview(),
};

describe.each<Variant>(['full', 'bare'])('at its %s-est', (variant) => {
  test.each(Object.keys(CALLS))('%s', async (name) => {
    const answer = await CALLS[name]?.(connect(variant));
    // What was read must not have fallen back on nothing: numbers are numbers, times are times.
    expect(JSON.stringify(answer ?? null)).not.toContain('NaN');
  });
});

test('nothing of the document is left unused but the second name of events', async () => {
  for (const call of Object.values(CALLS)) await call(connect('full'));
  const patterns = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
  const unused = patterns.filter(({ method, path }) => {
    const pattern = new RegExp(`^${method} ${path.replace(/:[^/]+/g, '[^/]+')}$`);
    return ![...asked].some((operation) => pattern.test(operation));
  });
  expect(unused.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /v1/events/:event_id',
    'GET /v1/events',
    'POST /v1/events/:event_id/replay',
  ]);
});

test("the events that can be subscribed to are the document's", () => {
  expect(Object.keys(document.webhooks)).toEqual([...EVENT_TYPES]);
});
