// The customer's own pages: the account, and setting up two-factor log-in with a QR code, its secret as text and the
// link an authenticator on the same machine would take.

import { html, raw } from 'hono/html';
import encodeQR from 'qr';
import type { Settings } from '../../world/settings.ts';
import type { ShopUser } from '../../world/state.ts';
import { type Frame, layout, type Markup } from './layout.ts';
import { codeField } from './parts.ts';

export const accountPage = (frame: Frame, user: ShopUser): Markup =>
  layout(
    { ...frame, title: 'Your account' },
    html`<section class="panel wide"><h1>Hello, ${user.name}</h1>
<dl><dt>Signed in as</dt><dd id="account-email">${user.email}</dd>
<dt>Two-factor log-in</dt><dd id="two-factor-state">${user.totpSecret === null ? 'Off' : 'On'}</dd></dl>
${
  user.totpSecret === null
    ? html`<p>A second factor keeps your account yours, even if somebody learns your password.</p>
<a class="button" id="setup-two-factor" href="/account/two-factor">Set up two-factor log-in</a>`
    : html`<form method="post" action="/account/two-factor/off"><button id="two-factor-off" class="quiet" type="submit">Turn two-factor log-in off</button></form>`
}
<form class="aside" method="post" action="/logout"><button id="logout" class="link" type="submit">Log out</button></form></section>`,
  );

/** Pixels a module. */
const SCALE = 4;

export const qrSvg = (uri: string): string =>
  encodeQR(uri, 'svg').replace('<svg ', '<svg width="246" height="246" ');

/** The same picture in the three ways sites show it: a bitmap in the page, an SVG file, an SVG in the page. */
const pictures: Record<Settings['shop']['qr'], (uri: string) => Markup> = {
  image: (uri) =>
    html`<img id="qr" alt="QR code for your authenticator" src="${encodeQR(uri, 'data-url', { scale: SCALE })}">`,
  'svg-file': () =>
    html`<img id="qr" alt="QR code for your authenticator" width="246" height="246" src="/account/two-factor/qr.svg">`,
  inline: (uri) => html`<div id="qr">${raw(qrSvg(uri))}</div>`,
};

const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

export const twoFactorPage = (
  frame: Frame,
  offer: { secret: string; uri: string },
  qr: Settings['shop']['qr'],
  digits: number,
  error?: string,
): Markup =>
  layout(
    { ...frame, title: 'Set up two-factor log-in' },
    html`<section class="panel wide"><h1>Set up two-factor log-in</h1>
<ol class="steps"><li><p>Scan this picture with your authenticator.</p><div class="qr">${pictures[qr](offer.uri)}</div>
<p>Cannot scan? Enter this key: <code id="totp-secret">${inFours(offer.secret)}</code><br>
<a id="otpauth-link" href="${offer.uri}">Open in an authenticator on this device</a></p></li>
<li><form id="two-factor-form" method="post" action="/account/two-factor">
${codeField('Then enter the code it shows', error, digits)}
<button id="two-factor-submit" type="submit">Turn on</button></form></li></ol></section>`,
  );
