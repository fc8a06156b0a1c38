// `/v1/verify/…` (contract §12.1): what anyone may read who knows a session's id, and the cancel that takes its token. Reading here
// expires a session whose time is over. Consent and handoff belong to the phone: they are not served.
import type { Hono } from 'hono';
import type { World } from '../world/world.ts';
import { ok } from './call.ts';
import { brief, Refusal } from './errors.ts';
import { cancel, expire, isActive, withdraw } from './lifecycle.ts';
import type { OrgRow, SessionRow } from './rows.ts';
import { isoOrNull } from './shapes.ts';
import { isAgeOnly, yearsOf } from './share-fields.ts';

const BASE = '/v1/verify/session/:id';

const notFound = () => brief(404, 'SESSION_NOT_FOUND', 'Verification session not found.');

function found(world: World, id: string): { session: SessionRow; org: OrgRow } {
  if (!/^vs_[A-Za-z0-9]{64}$/.test(id)) throw brief(400, 'INVALID_SESSION_ID', 'Invalid session ID.');
  const { kayle: state } = world.state;
  const session = state.sessions.get(id);
  const org = state.orgs.get(session?.orgId ?? '');
  if (session === undefined || org === undefined || org.frozen) throw notFound();
  return { session, org };
}

/** As the calls that expire by being asked. */
function touched(world: World, id: string): { session: SessionRow; org: OrgRow } {
  const both = found(world, id);
  if (isActive(both.session) && world.now() >= both.session.expiresAt) expire(world, both.session);
  return both;
}

function organisation(org: OrgRow): object {
  return {
    organization_id: org.id,
    organization_name: org.name,
    organization_owner_id_check_completed: org.ownerChecked,
    organization_verified_apex_domains: org.domains,
    ...(org.domains.length > 0 && {
      organization_logo: null,
      organization_business_type: 'business',
      organization_business_name: `${org.name} Ltd`,
      organization_business_jurisdiction: 'GB',
      organization_business_registration_number: '01234567',
    }),
    organization_privacy_policy_url: org.privacyPolicy,
    organization_terms_of_service_url: org.terms,
    organization_website: org.website,
    organization_description: org.description,
  };
}

function details({ session, org }: { session: SessionRow; org: OrgRow }): object {
  const claims = Object.keys(session.shareFields);
  const ageOnly = isAgeOnly(claims);
  return {
    session_id: session.id,
    share_fields: session.shareFields,
    is_age_only: ageOnly,
    age_threshold: ageOnly ? (claims.map(yearsOf).find((years) => years !== null) ?? null) : null,
    ...organisation(org),
    rp_fallback: {
      appeal_url: org.appealUrl,
      complaints_url: org.complaintsUrl,
      fallback_idv_url: org.fallbackUrl,
      support_email: org.supportEmail,
    },
  };
}

function status(session: SessionRow): object {
  const ended = !isActive(session);
  const word = session.status === 'succeeded' || session.status === 'failed' ? session.status : 'cancelled';
  const attempt = {
    id: session.id,
    status: ended ? word : 'in_progress',
    failure_code: session.failureCode,
    handoff_claimed: session.status !== 'created',
    retry_allowed: false,
    completed_at: isoOrNull(session.completedAt),
  };
  return {
    session_id: session.id,
    status: session.status,
    is_terminal: ended,
    completed_at: isoOrNull(session.completedAt),
    redirect_url: session.redirectUrl,
    same_device_only: false,
    latest_attempt: session.status === 'created' ? null : attempt,
  };
}

function privacy(world: World, { session, org }: { session: SessionRow; org: OrgRow }): object {
  const { kayle: state } = world.state;
  const sent = [...state.deliveries.values()].filter(
    ({ eventId }) => state.events.get(eventId)?.sessionId === session.id,
  );
  const done = sent.filter((one) => one.status === 'succeeded').length;
  return {
    session_id: session.id,
    ...organisation(org),
    status: session.status,
    is_terminal: !isActive(session),
    has_withdrawn_consent: session.withdrawn,
    result_webhook_deliveries: {
      total_count: sent.length,
      succeeded_count: done,
      undelivered_count: sent.length - done,
    },
  };
}

/** The token works once; on a session that has ended it takes the consent back. */
function cancelPublicly(world: World, { session }: { session: SessionRow }, body: unknown): Response {
  const token =
    typeof body === 'object' && body !== null && 'cancel_token' in body ? body.cancel_token : undefined;
  if (typeof token !== 'string') throw brief(400, 'INVALID_REQUEST', 'A cancel token is required.');
  if (token !== session.cancelToken) throw brief(401, 'CANCEL_TOKEN_INVALID', 'The cancel token is invalid.');
  const over = session.status === 'expired' || session.status === 'cancelled';
  if (!over && session.cancelTokenUsed) throw brief(401, 'CANCEL_TOKEN_USED', 'The cancel token was used.');
  session.cancelTokenUsed = true;
  if (isActive(session)) cancel(world, session);
  else if (!over) withdraw(world, session);
  return new Response(null, { status: 204 });
}

/** Adds the routes; the same ones stand on the API's host and, passed on, on that of the pages. */
export function addVerifyRoutes(app: Hono, world: World): void {
  const answered = async (work: () => Response | Promise<Response>): Promise<Response> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refusal) return error.answer();
      throw error;
    }
  };
  app.get(`${BASE}/details`, (c) => answered(() => ok(details(found(world, c.req.param('id'))))));
  app.get(`${BASE}/status`, (c) => answered(() => ok(status(touched(world, c.req.param('id')).session))));
  app.get(`${BASE}/privacy-context`, (c) =>
    answered(() => ok(privacy(world, touched(world, c.req.param('id'))))),
  );
  app.get(`${BASE}/redirect-permitted`, (c) =>
    answered(() => {
      const { redirectUrl } = found(world, c.req.param('id')).session;
      return ok({ permitted: redirectUrl !== null, redirect_url: redirectUrl });
    }),
  );
  app.post(`${BASE}/cancel`, (c) =>
    answered(async () => {
      const body: unknown = await c.req.json().catch(() => undefined);
      return cancelPublicly(world, touched(world, c.req.param('id')), body);
    }),
  );
}
