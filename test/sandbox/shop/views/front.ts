// The shop window: all goods, or those whose words match a search. The basket is in checkout.ts.
import { html, raw } from 'hono/html';
import { PRODUCTS, type Product, price } from '../products.ts';
import { type Frame, layout, type Markup } from './layout.ts';

const card = (product: Product): Markup => html`<li class="card" id="${product.slug}">
<svg viewBox="0 0 120 120" role="img" aria-label="${product.name}">${raw(product.drawing)}</svg>
<h3>${product.name}</h3><p>${product.words}</p>
<p class="price"><b>${price(product.cents)}</b><a class="button quiet" href="/checkout?item=${product.slug}">Buy</a></p></li>`;

export function frontPage(frame: Frame, query: string): Markup {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = PRODUCTS.filter((one) =>
    words.every((word) => `${one.name} ${one.words}`.toLowerCase().includes(word)),
  );
  const heading = query === '' ? 'New this week' : `${found.length} found for “${query}”`;
  return layout(
    { ...frame, newsletter: true },
    html`${
      query === ''
        ? html`<section class="hero"><h1>${frame.brand.slogan}</h1><p>Six good things for a home, from people we know by name.</p>
<a class="button" href="/signup">Create an account</a></section>`
        : ''
    }<h2>${heading}</h2><ul class="goods">${found.map(card)}</ul>`,
  );
}

export const plainPage = (frame: Frame, words: string): Markup =>
  layout(
    frame,
    html`<section class="panel"><h1>${frame.title}</h1><p>${words}</p><p><a href="/">Back to the shop</a></p></section>`,
  );
