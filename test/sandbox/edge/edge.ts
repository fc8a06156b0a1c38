// The front door: picks the site by the Host header, writes the journal, applies faults on order. The sites live on
// different host names of one port because browsers judge sites by name; an unknown name is refused (421).
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { errorResponse, factsOfStatus } from '../aliaskit/errors.ts';
import { errorResponse as anonliError, codeOfStatus } from '../anonli/errors.ts';
import { HOSTS } from '../info.ts';
import { faultOf } from '../kayle/errors.ts';
import type { World } from '../world/world.ts';
import { type Fault, spoilAnswer } from './faults.ts';

/** Whatever can answer a request: a Hono app. */
export interface Site {
  fetch(request: Request, env: HttpBindings): Response | Promise<Response>;
}

/** Host names a person or a test may use for the API and the admin routes. */
const API_NAMES: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost']);

const isAdmin = (url: URL): boolean => API_NAMES.has(url.hostname) && url.pathname.startsWith('/__sandbox');

const isAnonli = (url: URL): boolean =>
  url.hostname === HOSTS.anonli || (API_NAMES.has(url.hostname) && url.pathname.startsWith('/anonli/'));

const isKayle = (url: URL): boolean =>
  url.hostname === HOSTS.kayle || (API_NAMES.has(url.hostname) && url.pathname.startsWith('/kayle/'));

/** `sites` by host name; the API's own app under `127.0.0.1`. */
export function createEdge(
  world: World,
  sites: Readonly<Record<string, Site>>,
): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();

  const answer = async (request: Request, env: HttpBindings): Promise<Response> => {
    const { hostname } = new URL(request.url);
    const name = API_NAMES.has(hostname) ? '127.0.0.1' : hostname;
    const site = Object.hasOwn(sites, name) ? sites[name] : undefined;
    if (site === undefined) return new Response('No such site here', { status: 421 });
    return site.fetch(request, env);
  };
  const errorOf = (url: URL, status: number): Response => {
    const { aliaskit, anonli } = world.state.settings;
    if (isKayle(url)) return faultOf(status);
    if (!isAnonli(url)) return errorResponse(factsOfStatus(status), aliaskit.errors);
    const told = anonliError(
      { code: codeOfStatus(status), message: `Fault on order: ${status}` },
      anonli,
      'req_0000000000000000',
    );
    return new Response(told.body, { status, headers: told.headers });
  };
  const spoilt = (fault: Fault, request: Request, env: HttpBindings): Promise<Response> =>
    spoilAnswer(fault, {
      env,
      // A request's body is read once; a fault may serve it twice.
      proceed: () => answer(request.clone(), env),
      errorBody: (status) => errorOf(new URL(request.url), status),
    });

  app.all('*', async (c) => {
    const url = new URL(c.req.url);
    if (isAdmin(url)) return answer(c.req.raw, c.env);
    const entry = world.journal.note(c.req.raw);
    // Of one clock with what it says; Node would stamp its own.
    c.env.outgoing.setHeader('Date', new Date(world.now()).toUTCString());
    const fault = world.faults.take(c.req.method, url.pathname);
    const response = await (fault === undefined ? answer(c.req.raw, c.env) : spoilt(fault, c.req.raw, c.env));
    entry.status = response.headers.has('x-hono-already-sent') ? null : response.status;
    entry.took = Date.now() - entry.at;
    return response;
  });
  return app;
}
