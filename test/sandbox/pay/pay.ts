// The payment provider's frame, on a site of its own as in real checkouts: card fields in a small page that the shop
// embeds. Checks the number's check digit (ISO/IEC 7812-1) and the date; no money exists here and nothing is kept.
import { Hono } from 'hono';
import { html } from 'hono/html';
import { assets } from '../shop/assets.ts';
import { price } from '../shop/products.ts';
import { type Markup, sheets } from '../shop/views/layout.ts';
import { field } from '../shop/views/parts.ts';
import type { World } from '../world/world.ts';

const page = (main: Markup): Markup => html`<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Payment</title>
${sheets}</head><body class="embedded">${main}</body></html>`;

const cardForm = (cents: number, wrong: Readonly<Record<string, string>>): Markup =>
  page(html`<form id="pay-form" method="post" action="/frame?amount=${cents}">
${field({ id: 'card-name', name: 'name', label: 'Name on card', autocomplete: 'cc-name' })}
${field({ id: 'card-number', name: 'number', label: 'Card number', autocomplete: 'cc-number', inputmode: 'numeric', error: wrong.number })}
<div class="row">${field({ id: 'card-expiry', name: 'expiry', label: 'Expiry (MM/YY)', autocomplete: 'cc-exp', error: wrong.expiry })}
${field({ id: 'card-code', name: 'cvc', label: 'Security code', autocomplete: 'cc-csc', inputmode: 'numeric', maxlength: 4, error: wrong.cvc })}</div>
<button id="pay-submit" type="submit">Pay ${price(cents)}</button></form>`);

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

export function createPay(world: World, shopOrigin: () => string): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    const policy = `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors ${shopOrigin()}`;
    c.header('content-security-policy', policy);
  });
  app.route('/', assets());
  app.get('/frame', (c) => c.html(cardForm(amountOf(c.req.query('amount')), {})));
  app.post('/frame', async (c) => {
    const form = await c.req.parseBody();
    const cents = amountOf(c.req.query('amount'));
    const wrong = {
      ...(!checksOut(String(form.number ?? '').replace(/[\s-]/g, '')) && {
        number: 'This number is not a card number.',
      }),
      ...(!inFuture(String(form.expiry ?? '').trim(), world.now()) && { expiry: 'This card has expired.' }),
      ...(!/^\d{3,4}$/.test(String(form.cvc ?? '')) && { cvc: 'Three or four digits.' }),
    };
    if (Object.keys(wrong).length > 0) return c.html(cardForm(cents, wrong), 422);
    return c.html(
      page(html`<p id="paid" role="status">Paid ${price(cents)}. Nothing was charged: this is a demo.</p>`),
    );
  });
  return app;
}
