// anon.li over HTTP, for its own host name and below a path: turns the route table into a Hono app and keeps the order of
// checks (contract §1.4): 401, monthly quota, organisation, ban, burst limiter, then whatever the operation finds.
import { type Context, Hono } from 'hono';
import type { World } from '../world/world.ts';
import { authenticate, randomOf } from './accounts.ts';
import type { Mailing, Reply, Route } from './call.ts';
import { ApiError, burstResponse, errorResponse, refuse, TooMany } from './errors.ts';
import { chargeQuota, peekQuota, type RateHeaders, takeBurst } from './rates.ts';
import { followLink } from './recipients.ts';
import { routes } from './routes.ts';
import type { Who } from './rows.ts';
import { bootstrap, bootstrapAddress } from './vault.ts';

const NO_STORE = { 'cache-control': 'no-store, max-age=0', pragma: 'no-cache', expires: '0' };
const APP_ORIGIN = 'https://anon.li';
const CORS = [
  ['access-control-allow-origin', APP_ORIGIN],
  ['access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE, OPTIONS'],
  ['access-control-allow-headers', 'Content-Type, Authorization, X-Api-Secret'],
  ['access-control-max-age', '86400'],
] as const;
const PAGE = '<!DOCTYPE html><html lang="en"><head><title>404</title></head><body>Not found</body></html>';

/** The app of the whole host: `/api/v1/…` and `/api/vault/bootstrap`. */
export function createAnonli(world: World, post: Mailing): Hono {
  const app = new Hono();
  const requestId = (): string => `req_${randomOf(world.state.anonli).hex(16)}`;

  const refused = (error: unknown, headers: RateHeaders): Response => {
    if (error instanceof TooMany) return burstResponse(error);
    const { anonli } = world.state.settings;
    if (error instanceof ApiError)
      return errorResponse(error.facts, anonli, requestId(), error.facts.routed === true ? headers : {});
    console.error('sandbox anon.li:', error);
    const facts = { code: 'INTERNAL_ERROR', message: 'Internal server error' } as const;
    return errorResponse(facts, anonli, requestId());
  };

  const answer = (reply: Reply, headers: RateHeaders): Response => {
    const { envelope, deletions } = world.state.settings.anonli;
    if (reply.deletion && deletions === 'success') return Response.json({ success: true }, { headers });
    const { page } = reply;
    const count = Array.isArray(reply.data) ? reply.data.length : 0;
    const list = page && { ...page, has_more: page.offset + count < page.total };
    const meta = { request_id: requestId(), ...list };
    const body = {
      data: reply.data,
      ...(envelope === 'meta' && { meta }),
      ...(envelope === 'beside' && list),
    };
    return Response.json(body, { status: reply.status, headers });
  };

  const runs =
    (route: Route) =>
    async (c: Context): Promise<Response> => {
      let headers: RateHeaders = NO_STORE;
      try {
        const who = authenticate(world.state.anonli, c.req.header('authorization'));
        if (who === undefined)
          throw refuse(
            'UNAUTHORIZED',
            route.path === '/me' ? 'Unauthorized' : 'Unauthorized - API key required',
          );
        headers = { ...NO_STORE, ...countRequest(world, route, who) };
        checkOrganisation(world, route, who);
        if (route.creates && who.user.aliasBan)
          throw refuse('FORBIDDEN', 'Alias creation is disabled for this account');
        takeBurst(world, route.limiter, who.user.id);
        if (route.personal && who.key.orgId !== null)
          throw new ApiError({ code: 'FORBIDDEN', message: 'A personal API key is required', routed: true });
        const url = new URL(c.req.url);
        const reply = await route.run({
          world,
          state: world.state.anonli,
          random: randomOf(world.state.anonli),
          who,
          id: c.req.param('id') ?? '',
          query: url.searchParams,
          text: await c.req.text(),
          generate: url.searchParams.get('generate') === 'true',
          post,
        });
        if (c.req.method !== 'GET') world.changed();
        return answer(reply, headers);
      } catch (error) {
        return refused(error, headers);
      }
    };

  app.use(async (c, next) => {
    await next();
    // No other page's script may read an answer, an extension's included: it needs the permission for the site (§1.1).
    if (c.req.header('origin') === APP_ORIGIN) for (const [name, value] of CORS) c.header(name, value);
    c.header('x-request-id', randomOf(world.state.anonli).alnum(21));
  });
  const served = new Map<string, string[]>();
  for (const route of routes) {
    const path = `/api/v1${route.path}`;
    served.set(path, [...(served.get(path) ?? []), route.method]);
    app.on(route.method, path, runs(route));
  }
  app.post('/api/vault/bootstrap', async (c) => {
    try {
      takeBurst(world, 'vaultBootstrap', 'loopback');
      const address = bootstrapAddress(await c.req.text());
      takeBurst(world, 'vaultBootstrap', `of ${address}`);
      return answer({ status: 200, data: bootstrap(world.state.anonli, address) }, NO_STORE);
    } catch (error) {
      const refusal = refused(error, NO_STORE);
      refusal.headers.set('cache-control', NO_STORE['cache-control']);
      return refusal;
    }
  });
  app.get('/verify-recipient', (c) => {
    const good = followLink(world.state.anonli, c.req.query('token') ?? '', world.now());
    if (good) world.changed();
    return c.html(good ? '<p>Verified.</p>' : '<p>This link does not hold any more.</p>', good ? 200 : 400);
  });
  served.set('/api/vault/bootstrap', ['POST']);
  // Every OPTIONS is answered, and none of them opens the API to other origins (§1.1).
  for (const [path, methods] of served) {
    const own = methods.includes('GET') ? [...methods, 'HEAD'] : methods;
    const allow = [...own, 'OPTIONS'].sort().join(', ');
    app.options(path, (c) => c.body(null, 204, { allow }));
    app.all(path, (c) => c.body(null, 405));
  }
  app.notFound((c) =>
    c.html(PAGE, 404, { 'cache-control': 'private, no-cache, no-store, max-age=0, must-revalidate' }),
  );
  return app;
}

/** Counts a charged request; and says what every answer says of it, by the switch. */
function countRequest(world: World, { charged }: Route, { owner, user }: Who): RateHeaders {
  const mode = world.state.settings.anonli.rate_headers;
  const counted = charged ? chargeQuota(world, owner, user.tier) : null;
  if (mode === 'none') return {};
  if (mode === 'page') return counted ?? peekQuota(world, owner, user.tier);
  return counted ?? { 'x-ratelimit-limit': 'unlimited' };
}

/** What an organisation's key may do depends on its organisation, and it acts as a mere member (§1.5). */
function checkOrganisation(world: World, route: Route, { key }: Who): void {
  if (key.orgId === null) return;
  const org = world.state.anonli.orgs.get(key.orgId);
  if (org === undefined || org.suspended) throw refuse('FORBIDDEN', 'Organization is suspended');
  if (!org.subscribed)
    throw refuse('PAYMENT_REQUIRED', 'An active Business subscription is required for this organization.');
  if (route.admin) throw refuse('FORBIDDEN', 'Insufficient organization role');
}
