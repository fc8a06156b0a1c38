// The basket and its payment in the ways that shops have: a frame of the payment provider, a frame for each field, a frame of the
// shop's own, or fields in the page itself; and with somebody else's frame beside them.
import { html } from 'hono/html';
import { cardForm, FIELDS } from '../../pay/views.ts';
import { PRODUCTS, price } from '../products.ts';
import { type Frame, layout, type Markup } from './layout.ts';

export interface Payment {
  /** `frame`, `split`, `own` or `page`; anything else is `frame`. */
  pay: string;
  payOrigin: string;
  /** Origin of a frame that does not belong here. */
  strange: string | null;
}

const frameOf = (id: string, src: string, title: string): Markup =>
  html`<iframe id="${id}" title="${title}" src="${src}"></iframe>`;

const WAYS: Readonly<Record<string, (cents: number, payOrigin: string) => Markup>> = {
  frame: (cents, origin) => frameOf('pay-frame', `${origin}/frame?amount=${cents}`, 'Payment'),
  split: (
    cents,
    origin,
  ) => html`${FIELDS.map(({ name, label }) => html`<div class="slim">${frameOf(`pay-${name}`, `${origin}/field/${name}`, label)}</div>`)}
${frameOf('pay-frame', `${origin}/submit?amount=${cents}`, 'Pay')}`,
  own: (cents) => frameOf('pay-frame', `/checkout/own/frame?amount=${cents}`, 'Payment'),
  page: (cents) => cardForm(cents, {}, '/checkout/own/frame'),
};

export function checkoutPage(frame: Frame, item: string, { pay, payOrigin, strange }: Payment): Markup {
  const product = PRODUCTS.find((one) => one.slug === item) ?? PRODUCTS[0];
  const cents = product?.cents ?? 0;
  const way = Object.hasOwn(WAYS, pay) ? WAYS[pay] : WAYS.frame;
  return layout(
    frame,
    html`<section class="panel wide"><h1>Your basket</h1>
<table><tr><td>${product?.name ?? ''}</td><td class="amount">${price(cents)}</td></tr>
<tr><td>Delivery</td><td class="amount">${price(0)}</td></tr><tr><th>Total</th><th class="amount" id="total">${price(cents)}</th></tr></table>
<h2>Payment</h2>${way?.(cents, payOrigin) ?? ''}
${strange === null ? '' : frameOf('strange-frame', `${strange}/frame`, 'Special offer')}</section>`,
  );
}
