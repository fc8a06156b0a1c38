// The frame of every page of the shop: head, header with search and account links, footer. Escapes whatever it is given
// (hono/html); knows no session.
import { html } from 'hono/html';
import type { Brand } from '../brand.ts';

/** What `html` makes: escaped text. */
export type Markup = ReturnType<typeof html>;

/** The style sheets, in the order in which they lean on each other. */
export const sheets = html`<link rel="stylesheet" href="/shop.css">
<link rel="stylesheet" href="/forms.css">`;

export interface Frame {
  brand: Brand;
  title: string;
  /** Name of the person logged in. */
  person: string | null;
  notice?: string | null | undefined;
  /** Shows the newsletter form above the footer. */
  newsletter?: boolean | undefined;
  script?: '/boxes.js' | undefined;
}

const accountLinks = (person: string | null): Markup =>
  person === null
    ? html`<a href="/login">Log in</a><a class="button quiet" href="/signup">Sign up</a>`
    : html`<a id="account-link" href="/account">${person}</a>`;

const newsletterForm = html`<section class="newsletter"><h2>Letters from the shop</h2>
<form method="post" action="/newsletter"><label for="newsletter-email">Once a month, no noise</label>
<div class="row"><input id="newsletter-email" name="newsletter_email" type="email" placeholder="Your e-mail" required>
<button class="quiet" type="submit">Subscribe</button></div></form></section>`;

export const layout = (frame: Frame, main: Markup): Markup => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${frame.title} · ${frame.brand.name}</title>
${sheets}
<link rel="icon" href="/icon.svg" type="image/svg+xml">
</head>
<body>
<header class="bar">
<a class="logo" href="/"><span class="mark" aria-hidden="true"></span>${frame.brand.name}</a>
<form class="search" role="search" action="/" method="get"><input type="search" name="q" aria-label="Search the shop" placeholder="Search"></form>
<nav aria-label="Account">${accountLinks(frame.person)}</nav>
</header>
${frame.notice ? html`<p class="notice" role="status">${frame.notice}</p>` : ''}
<main>${main}</main>
${frame.newsletter ? newsletterForm : ''}
<footer class="foot"><p>${frame.brand.name} · ${frame.brand.street}</p><nav aria-label="Shop"><a href="/help">Help</a><a href="/checkout">Basket</a></nav></footer>
${frame.script ? html`<script src="${frame.script}"></script>` : ''}
</body>
</html>`;
