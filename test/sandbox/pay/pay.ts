// The payment provider, on a site of its own as in real checkouts: card fields in one small page that the shop embeds, or each in
// a frame of its own. Checks the number's check digit (ISO/IEC 7812-1) and the date; cards that the sandbox keeps are charged to
// their budget, and no number is kept.
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { charge } from '../aliaskit/charge.ts';
import type { Refusal } from '../aliaskit/rows.ts';
import { assets } from '../shop/assets.ts';
import { price } from '../shop/products.ts';
import type { World } from '../world/world.ts';
import { cardForm, embedded, FIELDS, fieldFrame, submitFrame } from './views.ts';

/** The check digit of ISO/IEC 7812-1 annex B. */
function checksOut(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return /^\d{12,19}$/.test(number) && sum % 10 === 0;
}

function inFuture(expiry: string, now: number): boolean {
  const parts = /^(\d{2})\s*\/\s*(?:20)?(\d{2})$/.exec(expiry);
  if (parts === null) return false;
  const [month, year] = [Number(parts[1]), 2000 + Number(parts[2])];
  return month >= 1 && month <= 12 && Date.UTC(year, month) > now;
}

const amountOf = (text: string | undefined): number => (/^\d{1,7}$/.test(text ?? '') ? Number(text) : 0);

const DECLINED: Record<Refusal, string> = {
  budget_exceeded: 'Declined: this is more than the card’s budget has left.',
  frozen: 'Declined: this card is frozen.',
  cancelled: 'Declined: this card was cancelled.',
};

/** The form, its frames and its answers; under the provider's own name, or under the shop's for a checkout without another site. */
export function payRoutes(world: World): Hono {
  const app = new Hono();
  app.get('/frame', (c) => c.html(embedded(cardForm(amountOf(c.req.query('amount')), {}))));
  app.get('/field/:name', (c) => {
    const field = FIELDS.find(({ name }) => name === c.req.param('name'));
    return field === undefined ? c.notFound() : c.html(embedded(fieldFrame(field), '/pay.js'));
  });
  app.get('/submit', (c) => c.html(embedded(submitFrame(amountOf(c.req.query('amount'))), '/pay.js')));
  app.post('/frame', async (c) => pay(c, world));
  return app;
}

async function pay(c: Context, world: World): Promise<Response> {
  const form = await c.req.parseBody();
  const cents = amountOf(c.req.query('amount'));
  const number = String(form.number ?? '').replace(/[\s-]/g, '');
  const wrong = {
    ...(!checksOut(number) && { number: 'This number is not a card number.' }),
    ...(!inFuture(String(form.expiry ?? '').trim(), world.now()) && { expiry: 'This card has expired.' }),
    ...(!/^\d{3,4}$/.test(String(form.cvc ?? '')) && { cvc: 'Three or four digits.' }),
  };
  if (Object.keys(wrong).length > 0) return c.html(embedded(cardForm(cents, wrong)), 422);
  const charged = charge(world, number.slice(-4), cents);
  if (charged !== null && !charged.taken)
    return c.html(
      embedded(html`<p id="declined" class="error" role="alert">${DECLINED[charged.why]}</p>`),
      402,
    );
  const words =
    charged === null ? 'Nothing was charged: this is a demo.' : 'The card’s budget has been charged.';
  return c.html(embedded(html`<p id="paid" role="status">Paid ${price(cents)}. ${words}</p>`));
}

export function createPay(world: World, shopOrigin: () => string): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    const policy = `default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors ${shopOrigin()}`;
    c.header('content-security-policy', policy);
  });
  app.route('/', assets());
  app.route('/', payRoutes(world));
  return app;
}
