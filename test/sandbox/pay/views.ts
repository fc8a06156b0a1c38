// The payment provider's pages: the whole form, one field alone, and the button that gathers fields of other frames. Pages only;
// pay.js joins the frames over a BroadcastChannel of their own origin, as real providers do.
import { html } from 'hono/html';
import { price } from '../shop/products.ts';
import { type Markup, sheets } from '../shop/views/layout.ts';
import { type FieldFacts, field } from '../shop/views/parts.ts';

export const embedded = (
  main: Markup,
  script?: string,
): Markup => html`<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Payment</title>
${sheets}</head><body class="embedded">${main}${script ? html`<script src="${script}"></script>` : ''}</body></html>`;

export const FIELDS: readonly FieldFacts[] = [
  { id: 'card-name', name: 'name', label: 'Name on card', autocomplete: 'cc-name' },
  {
    id: 'card-number',
    name: 'number',
    label: 'Card number',
    autocomplete: 'cc-number',
    inputmode: 'numeric',
  },
  { id: 'card-expiry', name: 'expiry', label: 'Expiry (MM/YY)', autocomplete: 'cc-exp' },
  {
    id: 'card-code',
    name: 'cvc',
    label: 'Security code',
    autocomplete: 'cc-csc',
    inputmode: 'numeric',
    maxlength: 4,
  },
];

/** Posts to `frame` beside itself, wherever it is served from. */
export function cardForm(cents: number, wrong: Readonly<Record<string, string>>, action = 'frame'): Markup {
  const [name, number, expiry, code] = FIELDS.map((facts) => field({ ...facts, error: wrong[facts.name] }));
  return html`<form id="pay-form" method="post" action="${action}?amount=${cents}">
${name}
${number}
<div class="row">${expiry}
${code}</div>
<button id="pay-submit" type="submit">Pay ${price(cents)}</button></form>`;
}

export const fieldFrame = (facts: FieldFacts): Markup =>
  html`<div data-field="${facts.name}">${field(facts)}</div>`;

export const submitFrame = (
  cents: number,
): Markup => html`<form id="pay-form" method="post" action="frame?amount=${cents}" data-gather="${FIELDS.map(({ name }) => name).join(' ')}">
<button id="pay-submit" type="submit">Pay ${price(cents)}</button></form>`;
