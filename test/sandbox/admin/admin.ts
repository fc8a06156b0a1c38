// `/__sandbox/…`: everything a test may do that AliasKit's API cannot (contract §13). JSON in, JSON out, decoded with
// valibot; a wrong body answers 400 with what was wrong. Meant for tests on loopback: there is no authorization.
import { Hono } from 'hono';
import * as v from 'valibot';
import type { World } from '../world/world.ts';
import { type AdminCall, NotThere } from './call.ts';
import { adminRoutes } from './routes.ts';

const spread = (pattern: string): [method: string, path: string] => {
  const [method = '', path = ''] = pattern.split(' ');
  return [method, path];
};

/** The app below `/__sandbox`; `info` is what `--json` prints. */
export function createAdmin(
  world: World,
  info: () => object,
  { realtime, courier }: Pick<AdminCall, 'realtime' | 'courier'>,
): Hono {
  const app = new Hono();
  app.get('/', (c) => c.json({ info: info(), routes: Object.keys(adminRoutes) }));
  for (const [pattern, run] of Object.entries(adminRoutes)) {
    const [method, path] = spread(pattern);
    app.on(method, path, async (c) => {
      const text = await c.req.text();
      const body: unknown = text === '' ? {} : JSON.parse(text);
      const reply = await run({
        world,
        realtime,
        courier,
        body,
        param: (name) => c.req.param(name) ?? '',
        query: new URL(c.req.url).searchParams,
      });
      if (method !== 'GET') world.changed();
      return Response.json(reply);
    });
  }
  app.onError((error) => {
    if (error instanceof NotThere) return Response.json({ error: error.message }, { status: 404 });
    if (error instanceof SyntaxError) return Response.json({ error: 'not JSON' }, { status: 400 });
    if (error instanceof v.ValiError)
      return Response.json({ error: error.message, at: v.getDotPath(error.issues[0]) }, { status: 400 });
    console.error('sandbox admin:', error);
    return Response.json({ error: String(error) }, { status: 500 });
  });
  app.notFound(() => Response.json({ error: 'no such admin route' }, { status: 404 }));
  return app;
}
