// The pages for those who are asked, on a host of their own, as small as they can be: explain, consent, wait for the phone, end;
// and the privacy page. Not Kayle's pages: the same addresses, the same public calls, and, as there, no list of claims.
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { World } from '../world/world.ts';
import { isActive } from './lifecycle.ts';
import type { OrgRow, SessionRow } from './rows.ts';
import { isAgeOnly } from './share-fields.ts';
import { addVerifyRoutes } from './verify.ts';

type Markup = ReturnType<typeof html>;

const STYLE = `:root{color-scheme:light dark;font:1rem/1.5 system-ui}body{max-width:34rem;margin:3rem auto;padding:0 1rem}
button{font:inherit;padding:.5rem 1rem;margin-inline-end:.5rem}`;

/** Asks how it stands every two seconds, and goes where it is told to three seconds after the end, as Kayle's page does. */
const SCRIPT = `
const id = location.pathname.split('/')[1];
const token = new URLSearchParams(location.search).get('cancel_token');
const say = (text) => { document.querySelector('#state').textContent = text; };
const base = '/v1/verify/session/' + id;
let cancelledHere = false;
async function look() {
  const answer = await fetch(base + '/status');
  if (!answer.ok) return say('This check is not there.');
  const { data } = await answer.json();
  document.body.dataset.status = data.status;
  say(data.status);
  if (!data.is_terminal) return setTimeout(look, 2000);
  if (data.redirect_url && !cancelledHere) setTimeout(() => {
    const to = new URL(data.redirect_url);
    to.searchParams.set('session_id', id);
    location.assign(to);
  }, 3000);
}
async function cancel() {
  cancelledHere = true;
  const body = JSON.stringify({ cancel_token: token });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(base + '/cancel', { method: 'POST', headers, body });
  if (!answer.ok) return say('It could not be cancelled.');
  look();
}
document.querySelector('#continue')?.addEventListener('click', () => {
  document.querySelector('#phone').hidden = false;
});
document.querySelector('#cancel')?.addEventListener('click', cancel);
look();`;

const frame = (title: string, content: Markup): Markup => html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>${STYLE}</style></head>
<body><main>${content}</main><script src="/page.js"></script></body></html>`;

function checkPage(session: SessionRow, org: OrgRow): Markup {
  const ageOnly = isAgeOnly(Object.keys(session.shareFields));
  const warning =
    org.domains.length === 0 && !ageOnly
      ? html`<p id="warning">This organisation has not verified a domain.</p>`
      : '';
  const what = ageOnly ? 'your age' : 'your identity';
  return frame(
    `${org.name} · Verify`,
    html`<h1>${org.name} asks you to prove ${what}</h1>${warning}
<p>You will need your document and a phone.</p>
<p><button id="continue">Agree and continue</button><button id="cancel">Decline</button></p>
<p id="phone" hidden>Open this page on your phone.</p>
<p>State: <output id="state"></output></p>
<p><a href="/${session.id}/privacy">Privacy</a></p>`,
  );
}

function privacyPage(session: SessionRow, org: OrgRow): Markup {
  return frame(
    `${org.name} · Privacy`,
    html`<h1>Your check with ${org.name}</h1>
<p>${isActive(session) ? 'It has not ended yet.' : 'It has ended.'}</p>
<p><button id="cancel">Withdraw consent</button></p>
<p>State: <output id="state"></output></p>`,
  );
}

/** The app of the host; `/v1/verify/…` is passed on to the API. */
export function createVerifyPages(world: World): Hono {
  const app = new Hono();
  addVerifyRoutes(app, world);
  app.use(async (c, next) => {
    await next();
    c.header('content-security-policy', "base-uri 'self'; frame-ancestors 'none'; object-src 'none'");
    c.header('x-frame-options', 'DENY');
    c.header('referrer-policy', 'strict-origin-when-cross-origin');
    c.header('cache-control', 'no-store');
  });
  app.get('/page.js', (c) => c.body(SCRIPT, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  const page = (of: (session: SessionRow, org: OrgRow) => Markup) => (id: string) => {
    const session = world.state.kayle.sessions.get(id);
    const org = world.state.kayle.orgs.get(session?.orgId ?? '');
    return session === undefined || org === undefined ? null : of(session, org);
  };
  app.get('/:id{vs_[A-Za-z0-9]+}', (c) => {
    const content = page(checkPage)(c.req.param('id'));
    return content === null ? c.html(frame('Not found', html`<h1>No such check</h1>`), 404) : c.html(content);
  });
  app.get('/:id{vs_[A-Za-z0-9]+}/privacy', (c) => {
    const content = page(privacyPage)(c.req.param('id'));
    return content === null ? c.html(frame('Not found', html`<h1>No such check</h1>`), 404) : c.html(content);
  });
  return app;
}
