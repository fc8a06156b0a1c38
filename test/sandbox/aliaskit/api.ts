// The AliasKit API over HTTP: turns the route table into a Hono app and keeps the order of checks (contract §1.4):
// 401, 429, 404 route and 405, 403 scope, then whatever the operation finds (404, 400, 402, 409).
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { Post } from '../post/send.ts';
import type { KeyRow } from '../world/state.ts';
import type { World } from '../world/world.ts';
import type { JsonObject, Route } from './call.ts';
import { ApiError, errorResponse } from './errors.ts';
import { authenticate } from './keys.ts';
import { takeToken } from './rate-limit.ts';
import { routes } from './routes.ts';

interface Env {
  Bindings: HttpBindings;
  Variables: { key: KeyRow };
}

const METHODS_ALLOWED = 'GET, POST, PATCH, PUT, DELETE, OPTIONS';

async function readBody(c: Context): Promise<JsonObject> {
  const text = await c.req.text();
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ApiError({ type: 'invalid_request', message: 'The body is not valid JSON' });
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new ApiError({ type: 'invalid_request', message: 'The body must be a JSON object' });
  return value as JsonObject;
}

const runs =
  (route: Route, world: World, post: Post) =>
  async (c: Context<Env>): Promise<Response> => {
    const key = c.get('key');
    if (!key.scopes.includes(route.scope))
      throw new ApiError({ type: 'forbidden', message: `This key lacks the scope ${route.scope}` });
    const reply = await route.run({
      world,
      post,
      key,
      param: (name) => c.req.param(name) ?? '',
      query: new URL(c.req.url).searchParams,
      asker: {
        ip: c.env.incoming.socket.remoteAddress ?? '',
        userAgent: c.req.header('user-agent') ?? '',
      },
      body: () => readBody(c),
    });
    if (c.req.method !== 'GET') world.changed();
    return Response.json(reply.body, { status: reply.status });
  };

/** The app below `/api/v1`. */
export function createApi(world: World, post: Post): Hono<Env> {
  const app = new Hono<Env>();
  const switches = () => world.state.settings.aliaskit;

  app.use(async (c, next) => {
    const open = switches().cors === '*';
    if (open && c.req.method === 'OPTIONS') {
      c.header('access-control-allow-origin', '*');
      c.header('access-control-allow-methods', METHODS_ALLOWED);
      c.header('access-control-allow-headers', 'authorization, content-type');
      return c.body(null, 204);
    }
    await next();
    if (open) c.header('access-control-allow-origin', '*');
    return undefined;
  });
  app.use(async (c, next) => {
    const key = authenticate(world, c.req.header('authorization') ?? null);
    takeToken(world, key);
    c.set('key', key);
    await next();
  });

  for (const path of new Set(routes.map((route) => route.path))) {
    const here = routes.filter((route) => route.path === path);
    for (const route of here) app.on([...route.methods], path, runs(route, world, post));
    const allow = here.flatMap((route) => route.methods).join(', ');
    app.all(path, () => {
      throw new ApiError({
        type: 'invalid_request',
        status: 405,
        message: 'Method not allowed',
        headers: { allow },
      });
    });
  }
  app.notFound(() => errorResponse({ type: 'not_found', message: 'No such endpoint' }, switches().errors));
  app.onError((error) => {
    if (error instanceof ApiError) return errorResponse(error.facts, switches().errors);
    console.error('sandbox api:', error);
    return errorResponse({ type: 'internal_error', message: 'Something went wrong' }, switches().errors);
  });
  return app;
}
