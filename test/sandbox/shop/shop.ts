// The demo shop: a real small site that signs people up, confirms their address by a mailed code, and asks for a second
// factor at log-in. Routes only; people are in users.ts, mails in letters.ts, pages in views/.
import { type Context, Hono } from 'hono';
import { HOSTS } from '../info.ts';
import { payRoutes } from '../pay/pay.ts';
import type { World } from '../world/world.ts';
import { accountRoutes } from './account-routes.ts';
import { assets, secured } from './assets.ts';
import { CORNER_SHOP } from './brand.ts';
import { logInRoutes } from './log-in-routes.ts';
import type { Mailer } from './mailer.ts';
import { createSessions } from './session.ts';
import { signUpRoutes } from './sign-up-routes.ts';
import type { Shop } from './site.ts';
import { findUser } from './users.ts';
import { checkoutPage } from './views/checkout.ts';
import { frontPage, plainPage } from './views/front.ts';
import type { Frame } from './views/layout.ts';

export function createShop(world: World, mailer: Mailer, payOrigin: () => string): Hono {
  const app = new Hono();
  const shop: Shop = {
    world,
    mailer,
    sessions: createSessions(world),
    frame(session, title) {
      const { notice } = session;
      session.notice = null;
      return { brand: CORNER_SHOP, title, person: findUser(world, session.user)?.name ?? null, notice };
    },
  };
  const open = (c: Context, title: string): Frame => shop.frame(shop.sessions.open(c), title);

  // A shop that was broken into shows somebody else's frame beside its own, and lets it.
  const strange = (c: Context): string | null =>
    c.req.query('extra') === 'hostile' ? `http://${HOSTS.lookalike}:${world.port}` : null;
  app.use(secured((c) => ["'self'", payOrigin(), strange(c) ?? ''].join(' ').trim()));
  app.route('/', assets());
  app.get('/', (c) => c.html(frontPage(open(c, CORNER_SHOP.slogan), c.req.query('q')?.trim() ?? '')));
  app.get('/checkout', (c) => {
    const { item = '', pay = 'frame' } = c.req.query();
    return c.html(
      checkoutPage(open(c, 'Basket'), item, { pay, payOrigin: payOrigin(), strange: strange(c) }),
    );
  });
  app.route('/checkout/own', payRoutes(world));
  app.get('/help', (c) =>
    c.html(plainPage(open(c, 'Help'), 'Write to us, or come by: the kettle is on from nine to five.')),
  );
  app.post('/newsletter', (c) =>
    c.html(plainPage(open(c, 'Thank you'), 'The next letter goes out on the first of the month.')),
  );
  app.route('/', signUpRoutes(shop));
  app.route('/', logInRoutes(shop));
  app.route('/', accountRoutes(shop));
  app.notFound((c) => c.html(plainPage(open(c, 'Not here'), 'We looked on every shelf.'), 404));
  return app;
}
