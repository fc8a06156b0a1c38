// A copy of the shop's pages on another registrable domain, as a thief would make it. It keeps what is typed into it,
// for tests to assert that nothing of value was; it never sends a mail and never confirms a code.
import { type Context, Hono } from 'hono';
import { cardForm, embedded } from './pay/views.ts';
import { assets, secured } from './shop/assets.ts';
import { CORNER_SHOP } from './shop/brand.ts';
import { logInPage, secondFactorPage, signUpPage, verifyPage } from './shop/views/forms.ts';
import { frontPage } from './shop/views/front.ts';
import type { Frame } from './shop/views/layout.ts';
import type { World } from './world/world.ts';

const frame: Frame = { brand: CORNER_SHOP, title: CORNER_SHOP.slogan, person: null };

const WRONG = 'This code is not right. Please look again.';

export function createLookalike(world: World): Hono {
  const app = new Hono();
  const keep = async (c: Context): Promise<void> => {
    const form = Object.entries(await c.req.parseBody()).map(([name, value]) => [name, String(value)]);
    world.caught.push({ at: world.now(), path: c.req.path, form: Object.fromEntries(form) });
  };
  app.use(secured(() => "'none'"));
  // Card fields to be shown in somebody else's page.
  app.get('/frame', (c) => c.html(embedded(cardForm(0, {}))));
  app.post('/frame', async (c) => {
    await keep(c);
    return c.html(embedded(cardForm(0, { number: WRONG })), 422);
  });
  app.route('/', assets());
  app.get('/', (c) => c.html(frontPage(frame, '')));
  app.get('/signup', (c) => c.html(signUpPage(frame, {}, {}, '', false)));
  app.post('/signup', async (c) => {
    await keep(c);
    return c.redirect('/verify', 303);
  });
  app.get('/verify', (c) => c.html(verifyPage(frame, 'your address', 'single')));
  app.post('/verify', async (c) => {
    await keep(c);
    return c.html(verifyPage(frame, 'your address', 'single', WRONG), 422);
  });
  app.get('/login', (c) => c.html(logInPage(frame, {})));
  app.post('/login', async (c) => {
    await keep(c);
    return c.redirect('/login/two-factor', 303);
  });
  app.get('/login/two-factor', (c) => c.html(secondFactorPage(frame, 6)));
  app.post('/login/two-factor', async (c) => {
    await keep(c);
    return c.html(secondFactorPage(frame, 6, WRONG), 422);
  });
  return app;
}
