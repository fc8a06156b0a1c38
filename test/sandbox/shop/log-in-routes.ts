// Logging in: e-mail and password, then the second factor where the customer has one, and out again.
import { Hono } from 'hono';
import { codeOf, formOf } from './form.ts';
import type { Shop } from './site.ts';
import { findUser, logIn, totpFits } from './users.ts';
import { logInPage, secondFactorPage } from './views/forms.ts';

export function logInRoutes(shop: Shop): Hono {
  const app = new Hono();
  const { world, sessions } = shop;

  app.get('/login', (c) => c.html(logInPage(shop.frame(sessions.open(c), 'Log in'), {})));

  app.post('/login', async (c) => {
    const session = sessions.open(c);
    const form = await formOf(c);
    const user = await logIn(world, form('email'), form('password'));
    if (user === undefined) {
      const frame = shop.frame(session, 'Log in');
      return c.html(logInPage(frame, { email: form('email') }, 'E-mail or password is not right.'), 422);
    }
    if (user.totpSecret !== null) {
      Object.assign(session, { half: user.email, user: null });
      return c.redirect('/login/two-factor', 303);
    }
    session.user = user.email;
    return c.redirect('/account', 303);
  });

  app.get('/login/two-factor', (c) => {
    const session = sessions.open(c);
    if (session.half === null) return c.redirect('/login', 303);
    const { totp } = world.state.settings.shop;
    return c.html(secondFactorPage(shop.frame(session, 'Two-factor log-in'), totp.digits));
  });

  app.post('/login/two-factor', async (c) => {
    const session = sessions.open(c);
    const user = findUser(world, session.half);
    if (user === undefined) return c.redirect('/login', 303);
    if (!totpFits(world, user, codeOf(await formOf(c)))) {
      const frame = shop.frame(session, 'Two-factor log-in');
      const { digits } = world.state.settings.shop.totp;
      return c.html(secondFactorPage(frame, digits, 'This code is not right. Please try the next one.'), 422);
    }
    Object.assign(session, { half: null, user: user.email, notice: 'You are logged in.' });
    return c.redirect('/account', 303);
  });

  app.post('/logout', (c) => {
    const session = sessions.open(c);
    Object.assign(session, { user: null, half: null, notice: 'You are logged out.' });
    return c.redirect('/', 303);
  });
  return app;
}
