// `/v1/sessions` (contract §7.4, §7.5): made, read, listed by random id, cancelled. Reading expires nothing; cancelling what has
// ended changes nothing and succeeds. No idempotency: each creation is another session.
import { afterKnown, byId, type Call, objectOf, ok, owned, pageOf, type Route } from './call.ts';
import { CREATE, type Issue, missing, zodError } from './errors.ts';
import { choiceOf, custom, ofList, ofText, sessionId, timeOf, wrongType } from './issues.ts';
import { cancel, isActive } from './lifecycle.ts';
import { type SessionRow, STATUSES } from './rows.ts';
import { isRedirectUrl, redirectDomain } from './safe-url.ts';
import { createdShape, sessionShape } from './shapes.ts';
import { isAgeOnly, readShareFields } from './share-fields.ts';

const HOUR = 60 * 60 * 1000;
const DAILY_LIMIT = 5;

const notFound = (place: string) => () => missing('Session', `sessions#${place}`);

function create(call: Call): Response {
  const { state, org, world, random } = call;
  const body = objectOf(call.body);
  const { redirect_url: redirectUrl, webhook_endpoint_id: endpoints } = body;
  const issues = [...redirectIssues(redirectUrl, state.mode), ...endpointIssues(endpoints)];
  if (issues.length > 0) throw zodError(...issues);
  if (typeof redirectUrl === 'string') {
    const domain = redirectDomain(redirectUrl, org.domains, state.mode);
    if (domain === 'suffix') throw CREATE.publicSuffix();
    if (domain === 'foreign') throw CREATE.domain();
  }
  const shareFields = readShareFields(body.share_fields);
  const endpointIds = targetsOf(call, endpoints);
  if (org.missing.length > 0) throw CREATE.onboarding(org.missing);
  if (!org.termsAccepted) throw CREATE.terms();
  const now = world.now();
  if (!org.ownerChecked && !isAgeOnly(Object.keys(shareFields)) && madeToday(call) >= DAILY_LIMIT)
    throw CREATE.dailyLimit();
  const row: SessionRow = {
    id: `vs_${random.alnum(64)}`,
    orgId: org.id,
    status: 'created',
    failureCode: null,
    nfcTries: 0,
    livenessTries: 0,
    shareFields,
    redirectUrl: typeof redirectUrl === 'string' ? redirectUrl : null,
    endpointIds,
    cancelToken: random.alnum(48),
    cancelTokenUsed: false,
    withdrawn: false,
    createdAt: now,
    updatedAt: now,
    expiresAt: now + HOUR,
    completedAt: null,
  };
  state.sessions.set(row.id, row);
  return ok(createdShape(row, call.verifyOrigin));
}

function redirectIssues(value: unknown, mode: Parameters<typeof isRedirectUrl>[1]): Issue[] {
  const path = ['redirect_url'];
  if (value === undefined) return [];
  if (typeof value !== 'string') return [wrongType('string', path, value)];
  const bad = custom('Must be an https:// URL with no embedded credentials.', path);
  return [
    ...(value.length > 2048 ? [ofText.big(2048, path)] : []),
    ...(isRedirectUrl(value, mode) ? [] : [bad]),
  ];
}

function endpointIssues(value: unknown): Issue[] {
  const path = ['webhook_endpoint_id'];
  if (value === undefined || typeof value === 'string') return [];
  if (!Array.isArray(value)) return [wrongType('string', path, value)];
  if (value.length === 0) return [ofList.small(1, path)];
  return value.length > 25 ? [ofList.big(25, path)] : [];
}

function targetsOf({ state, org }: Call, value: unknown): string[] | null {
  if (value === undefined) return null;
  const ids = [...new Set(Array.isArray(value) ? value.map(String) : [String(value)])];
  const usable = (id: string): boolean => {
    const row = state.endpoints.get(id);
    return row !== undefined && row.orgId === org.id && row.enabled;
  };
  if (!ids.every(usable)) throw CREATE.endpoint();
  return ids;
}

const madeToday = ({ state, org, world }: Call): number =>
  [...state.sessions.values()].filter(
    (row) =>
      row.orgId === org.id &&
      row.createdAt > world.now() - 24 * HOUR &&
      !isAgeOnly(Object.keys(row.shareFields)),
  ).length;

function list({ state, org, query, verifyOrigin }: Call): Response {
  const status = choiceOf(query, 'status', STATUSES);
  const from = timeOf(query, 'created_from') ?? Number.NEGATIVE_INFINITY;
  const to = timeOf(query, 'created_to') ?? Number.POSITIVE_INFINITY;
  const after = query.get('starting_after');
  if (after !== null) sessionId(after, ['starting_after']);
  const rows = byId(state.sessions.values()).filter(
    (row) =>
      row.orgId === org.id &&
      (status === null || row.status === status) &&
      row.createdAt >= from &&
      row.createdAt <= to &&
      (after === null || row.id > after),
  );
  return pageOf(rows, afterKnown(rows, null), query, (row) => sessionShape(row, verifyOrigin));
}

export const sessionRoutes: readonly Route[] = [
  { method: 'POST', path: '/v1/sessions', run: create },
  { method: 'GET', path: '/v1/sessions', run: list },
  {
    method: 'GET',
    path: '/v1/sessions/:id',
    run: ({ state, org, param, verifyOrigin }) => {
      const row = owned(state.sessions.get(sessionId(param('id'))), org, notFound('get-by-id'));
      return ok(sessionShape(row, verifyOrigin));
    },
  },
  {
    method: 'POST',
    path: '/v1/sessions/:id/cancel',
    run: ({ world, state, org, param }) => {
      const row = owned(state.sessions.get(sessionId(param('id'))), org, notFound('cancel-by-id'));
      if (isActive(row)) cancel(world, row);
      return new Response(null, { status: 204 });
    },
  },
];
