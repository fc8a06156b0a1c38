// Signing up: the form, what it refuses, the mailed code and its check.
import { Hono } from 'hono';
import { codeOf, formOf } from './form.ts';
import type { ShopOptions } from './session.ts';
import type { Shop } from './site.ts';
import { addUser, type CodeVerdict, confirmByToken, findUser, tryCode } from './users.ts';
import { signUpPage, verifyPage, type Wrong } from './views/forms.ts';
import { personOf } from './views/person.ts';

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function refused(email: string, options: ShopOptions): boolean {
  const address = email.toLowerCase();
  return (
    options.rejectAll ||
    options.reject.some((one) =>
      one.startsWith('@') ? address.endsWith(one) : address === one.toLowerCase(),
    )
  );
}

function faultsOf(typed: { name: string; email: string; password: string }, options: ShopOptions): Wrong {
  return {
    ...(typed.name === '' && { name: 'Please tell us your name.' }),
    ...(!ADDRESS.test(typed.email) && { email: 'Please enter a valid e-mail address.' }),
    ...(ADDRESS.test(typed.email) &&
      refused(typed.email, options) && {
        email: 'We cannot accept this e-mail address. Please use another one.',
      }),
    ...(typed.password.length < 8 && { password: 'At least 8 characters, please.' }),
  };
}

const SAID: Record<Exclude<CodeVerdict, 'right'>, string> = {
  wrong: 'This code is not right. Please look again.',
  expired: 'This code has expired. Please send for a new one.',
  spent: 'Too many tries. Please send for a new code.',
};

export function signUpRoutes(shop: Shop): Hono {
  const app = new Hono();
  const { world, sessions, mailer } = shop;

  app.get('/signup', (c) => {
    const session = sessions.open(c);
    const frame = shop.frame(session, 'Create your account');
    const { asksPerson } = sessions.options(session);
    return c.html(signUpPage(frame, {}, {}, new URL(c.req.url).search, asksPerson));
  });

  app.post('/signup', async (c) => {
    const session = sessions.open(c);
    const options = sessions.options(session);
    const form = await formOf(c);
    const person = personOf(form);
    const name = person ? `${form('given')} ${form('family')}` : form('name');
    const typed = { name, email: form('email'), password: form('password') };
    const wrong = faultsOf(typed, options);
    const user = Object.keys(wrong).length > 0 ? null : await addUser(world, { ...typed, person });
    if (user === null) {
      const said =
        Object.keys(wrong).length > 0 ? wrong : { email: 'There is already an account with this address.' };
      const frame = shop.frame(session, 'Create your account');
      const { search } = new URL(c.req.url);
      return c.html(signUpPage(frame, typed, said, search, options.asksPerson), 422);
    }
    session.pending = user.email;
    await mailer.sendCode(user, options);
    return c.redirect('/verify', 303);
  });

  app.get('/verify', (c) => {
    const session = sessions.open(c);
    if (session.pending === null) return c.redirect('/signup', 303);
    const frame = shop.frame(session, 'Check your mail');
    return c.html(verifyPage(frame, session.pending, sessions.options(session).code_boxes));
  });

  app.post('/verify', async (c) => {
    const session = sessions.open(c);
    const user = findUser(world, session.pending);
    if (user === undefined) return c.redirect('/signup', 303);
    const verdict = tryCode(world, user, codeOf(await formOf(c)));
    if (verdict !== 'right') {
      const frame = shop.frame(session, 'Check your mail');
      const { code_boxes } = sessions.options(session);
      return c.html(verifyPage(frame, user.email, code_boxes, SAID[verdict]), 422);
    }
    Object.assign(session, {
      pending: null,
      user: user.email,
      notice: 'Your address is confirmed. Welcome!',
    });
    return c.redirect('/account', 303);
  });

  app.get('/confirm', (c) => {
    const session = sessions.open(c);
    const user = confirmByToken(world, new URL(c.req.url).searchParams.get('token') ?? '');
    if (user === undefined) {
      session.notice = 'This link is not good any more.';
      return c.redirect(session.pending === null ? '/' : '/verify', 303);
    }
    Object.assign(session, {
      pending: null,
      user: user.email,
      notice: 'Your address is confirmed. Welcome!',
    });
    return c.redirect('/account', 303);
  });

  app.post('/verify/resend', async (c) => {
    const session = sessions.open(c);
    const user = findUser(world, session.pending);
    if (user === undefined) return c.redirect('/signup', 303);
    await mailer.sendCode(user, sessions.options(session));
    session.notice = 'A new code is on its way.';
    return c.redirect('/verify', 303);
  });
  return app;
}
