// The customer's own pages, for those logged in: the account and two-factor log-in on and off.
import { type Context, Hono } from 'hono';
import type { ShopUser } from '../world/state.ts';
import { CORNER_SHOP } from './brand.ts';
import { codeOf, formOf } from './form.ts';
import type { Session } from './session.ts';
import type { Shop } from './site.ts';
import { confirmTotp, findUser, offerTotp } from './users.ts';
import { accountPage, qrSvg, twoFactorPage } from './views/account.ts';

export function accountRoutes(shop: Shop): Hono {
  const app = new Hono();
  const { world, sessions } = shop;

  const forCustomer =
    (page: (c: Context, user: ShopUser, session: Session) => Response | Promise<Response>) =>
    (c: Context): Response | Promise<Response> => {
      const session = sessions.open(c);
      const user = findUser(world, session.user);
      return user === undefined ? c.redirect('/login', 303) : page(c, user, session);
    };

  app.get(
    '/account',
    forCustomer((c, user, session) => c.html(accountPage(shop.frame(session, 'Your account'), user))),
  );

  const setUp = (
    c: Context,
    user: ShopUser,
    session: Session,
    error?: string,
  ): Response | Promise<Response> => {
    const { digits } = world.state.settings.shop.totp;
    const offer = offerTotp(world, user, CORNER_SHOP.name);
    const frame = shop.frame(session, 'Set up two-factor log-in');
    const page = twoFactorPage(frame, offer, sessions.options(session).qr, digits, error);
    return c.html(page, error === undefined ? 200 : 422);
  };
  app.get(
    '/account/two-factor',
    forCustomer((c, user, session) => setUp(c, user, session)),
  );
  app.get(
    '/account/two-factor/qr.svg',
    forCustomer((c, user) =>
      c.body(qrSvg(offerTotp(world, user, CORNER_SHOP.name).uri), 200, { 'content-type': 'image/svg+xml' }),
    ),
  );
  app.post(
    '/account/two-factor',
    forCustomer(async (c, user, session) => {
      if (!confirmTotp(world, user, codeOf(await formOf(c))))
        return setUp(c, user, session, 'This code is not right. Please try the next one.');
      session.notice = 'Two-factor log-in is on.';
      return c.redirect('/account', 303);
    }),
  );
  app.post(
    '/account/two-factor/off',
    forCustomer((c, user, session) => {
      Object.assign(user, { totpSecret: null, pendingTotpSecret: null });
      world.changed();
      session.notice = 'Two-factor log-in is off.';
      return c.redirect('/account', 303);
    }),
  );
  return app;
}
