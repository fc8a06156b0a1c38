// Kayle's API over HTTP, for its own host name and below a path: turns the route tables into a Hono app and keeps the order of
// checks (contract §2): size, key, frozen organisation, scope, and then whatever the operation finds.
import { readFile } from 'node:fs/promises';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { World } from '../world/world.ts';
import { analyticsRoutes } from './analytics.ts';
import { ok, type Route } from './call.ts';
import { endpointRoutes } from './endpoints.ts';
import { bare, forbidden, frozen, nowhere, Refusal, text, unauthorized } from './errors.ts';
import { hashOf, randomOf } from './house.ts';
import { keyRoutes } from './key-material.ts';
import { outboxRoutes } from './outbox.ts';
import type { KayleState, KeyRow, OrgRow, Scope } from './rows.ts';
import { sessionRoutes } from './sessions.ts';
import { addVerifyRoutes } from './verify.ts';

const OPENAPI = new URL('../../vectors/kayle/openapi.json', import.meta.url);
const MOST_BYTES = 2 * 1024 * 1024;
const DASHBOARD = 'https://kayle.id';

const AREAS: readonly { path: RegExp; read: readonly Scope[]; write: Scope }[] = [
  { path: /^\/v1\/sessions(?:\/|$)/, read: ['sessions:read', 'sessions:write'], write: 'sessions:write' },
  {
    path: /^\/v1\/(?:webhooks|events)(?:\/|$)/,
    read: ['webhooks:read', 'webhooks:write'],
    write: 'webhooks:write',
  },
  { path: /^\/v1\/analytics(?:\/|$)/, read: ['analytics:read'], write: 'analytics:read' },
];

const ROUTES: readonly Route[] = [
  ...sessionRoutes,
  ...endpointRoutes,
  ...keyRoutes,
  ...outboxRoutes,
  ...analyticsRoutes,
];

/** Headers of every answer (§1), and CORS for the dashboard alone: PATCH is not among the methods. */
function dress(response: Response, method: string, origin: string | undefined): Response {
  const { headers } = response;
  headers.set('access-control-allow-credentials', 'true');
  headers.set('vary', method === 'OPTIONS' ? 'Origin, Access-Control-Request-Headers' : 'Origin');
  if (origin === DASHBOARD) headers.set('access-control-allow-origin', DASHBOARD);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('x-frame-options', 'DENY');
  headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  headers.set('content-security-policy', "base-uri 'self'; frame-ancestors 'none'; object-src 'none'");
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  return response;
}

/** @param verifyOrigin where the pages for those who are asked are */
export function createKayle(world: World, verifyOrigin: () => string): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    const origin = c.req.header('origin');
    if (c.req.method === 'OPTIONS') {
      const headers = {
        'access-control-allow-headers': 'Authorization,Content-Type',
        'access-control-allow-methods': 'GET,POST,PUT,DELETE,OPTIONS',
      };
      return dress(new Response(null, { status: 204, headers }), 'OPTIONS', origin);
    }
    await next();
    c.res = dress(new Response(c.res.body, c.res), c.req.method, origin);
    return undefined;
  });

  addVerifyRoutes(app, world);
  app.get('/', () =>
    ok({ message: 'Hello from Kayle ID!', docs: 'https://docs.kayle.id', status: 'healthy' }),
  );
  app.get('/openapi', async () => {
    const headers = { 'content-type': 'application/json' };
    return new Response(await readFile(OPENAPI, 'utf8'), { headers });
  });
  app.get('/reference', async (c) => c.html(reference(JSON.parse(await readFile(OPENAPI, 'utf8')))));

  const guarded =
    (run: (c: Context, who: { key: KeyRow; org: OrgRow }, body: unknown) => Response) =>
    async (c: Context): Promise<Response> => {
      try {
        const body = await c.req.text();
        if (body.length > MOST_BYTES) throw bare(413, 'PAYLOAD_TOO_LARGE', 'Payload too large');
        const who = authenticate(world.state.kayle, c.req.header('authorization'));
        if (who.org.frozen) throw frozen();
        checkScope(c.req.path, c.req.method, who.key);
        const response = run(c, who, body);
        if (c.req.method !== 'GET') world.changed();
        return response;
      } catch (error) {
        if (error instanceof Refusal) return error.answer();
        console.error('sandbox Kayle:', error);
        return new Response('Internal Server Error', { status: 500 });
      }
    };

  for (const route of ROUTES)
    app.on(
      route.method,
      route.path,
      guarded((c, { org }, body) =>
        route.run({
          world,
          state: world.state.kayle,
          random: randomOf(world.state.kayle),
          org,
          param: (name) => c.req.param(name) ?? '',
          query: new URL(c.req.url).searchParams,
          body: jsonOf(String(body), c.req.header('content-type')),
          verifyOrigin: verifyOrigin(),
        }),
      ),
    );
  app.all(
    '/v1/*',
    guarded(() => nowhere().answer()),
  );
  app.notFound(() => nowhere().answer());
  return app;
}

/** `Bearer`, one blank, the key; blanks around it do not matter. @throws Refusal */
function authenticate(state: KayleState, header: string | undefined): { key: KeyRow; org: OrgRow } {
  if (!header?.startsWith('Bearer ')) throw unauthorized();
  const key = state.keys.get(hashOf(header.slice('Bearer '.length).trim()));
  const org = state.orgs.get(key?.orgId ?? '');
  if (key === undefined || org === undefined || key.disabled) throw unauthorized();
  return { key, org };
}

function checkScope(path: string, method: string, { scopes }: KeyRow): void {
  const area = AREAS.find((one) => one.path.test(path));
  if (area === undefined) return;
  const enough = method === 'GET' || method === 'HEAD' ? area.read : [area.write];
  if (!enough.some((scope) => scopes.includes(scope))) throw forbidden();
}

/** Undefined without a JSON content type: the service then acts as if nothing had been sent. */
function jsonOf(body: string, type: string | undefined): unknown {
  if (!/^application\/([a-z-.]+\+)?json\b/i.test(type ?? '')) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw text(400, 'Malformed JSON in request body');
  }
}

/** A plain page in place of Scalar's, whose script comes from a network of its own and would not load here. */
function reference({ info, paths }: { info: { title: string }; paths: Record<string, object> }) {
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { summary?: string }>).map(
      ([method, { summary = '' }]) =>
        html`<tr><td>${method.toUpperCase()}</td><td>${path}</td><td>${summary}</td></tr>`,
    ),
  );
  return html`<!doctype html>
<html lang="en"><head><title>Scalar API Reference</title><meta charset="utf-8"></head>
<body><h1>${info.title}</h1><table>${rows}</table></body></html>`;
}
