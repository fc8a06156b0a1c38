// A receiver of webhooks, as an integrator would run one: keeps what it got, answers what it is told to, and lists it for whoever
// asks. A box a name, so that endpoints do not mix. It never checks or opens anything: that is the product's part.
import { Hono } from 'hono';
import type { World } from '../world/world.ts';

const MOST_KEPT = 500;

const WANTED = ['content-type', 'x-kayle-delivery-id', 'x-kayle-event', 'x-kayle-signature'];

/** Below `/receiver`: POST keeps, GET lists the newest first; `/:box/moved` answers anything with a redirect. */
export function createReceiver(world: World): Hono {
  const app = new Hono();
  app.post('/:box', async (c) => {
    const { kayle: state } = world.state;
    const box = c.req.param('box');
    const headers = WANTED.map((name) => [name, c.req.header(name) ?? ''] as const);
    const status = state.boxStatus.get(box) ?? 200;
    if (status >= 200 && status < 300) {
      state.received.push({
        box,
        at: world.now(),
        headers: Object.fromEntries(headers),
        body: await c.req.text(),
      });
      if (state.received.length > MOST_KEPT) state.received.shift();
      world.changed();
    }
    return new Response(null, { status });
  });
  app.get('/:box', (c) => {
    const rows = world.state.kayle.received.filter(({ box }) => box === c.req.param('box')).reverse();
    return c.json({
      received: rows.map(({ at, headers, body }) => ({ at: new Date(at).toISOString(), headers, body })),
    });
  });
  app.all('/:box/moved', (c) => c.redirect(`../${c.req.param('box')}`, 302));
  return app;
}
