// The pages on which a person signs up, confirms the address, logs in and gives the second factor. Only markup: what was
// typed and what was wrong come in, nothing is decided here.
import { html } from 'hono/html';
import { type Frame, layout, type Markup } from './layout.ts';
import { codeBoxes, codeField, errorLine, field } from './parts.ts';
import { personFields } from './person.ts';

/** What was wrong, by field name. */
export type Wrong = Readonly<Record<string, string>>;

export const signUpPage = (
  frame: Frame,
  typed: Wrong,
  wrong: Wrong,
  search: string,
  asksPerson: boolean,
): Markup =>
  layout(
    { ...frame, title: 'Create your account' },
    html`<section class="panel"><h1>Create your account</h1>
<form id="signup-form" method="post" action="/signup${search}" novalidate>
${field({ id: 'email', name: 'email', label: 'E-mail', type: 'email', autocomplete: 'email', value: typed.email, error: wrong.email })}
${
  asksPerson
    ? personFields()
    : field({
        id: 'name',
        name: 'name',
        label: 'Full name',
        autocomplete: 'name',
        value: typed.name,
        error: wrong.name,
      })
}
${field({ id: 'password', name: 'password', label: 'Password', type: 'password', autocomplete: 'new-password', hint: 'At least 8 characters', error: wrong.password })}
<button id="signup-submit" type="submit">Create account</button>
</form><p class="aside">Already a customer? <a href="/login">Log in</a></p></section>`,
  );

export const verifyPage = (frame: Frame, email: string, boxes: 'single' | 'split', error?: string): Markup =>
  layout(
    { ...frame, title: 'Check your mail', script: boxes === 'split' ? '/boxes.js' : undefined },
    html`<section class="panel"><h1>Check your mail</h1>
<p>We sent a six-digit code to <b id="sent-to">${email}</b>. Enter it to confirm that the address is yours.</p>
<form id="verify-form" method="post" action="/verify">
${boxes === 'split' ? codeBoxes('Verification code', 6, error) : codeField('Verification code', error)}
<button id="verify-submit" type="submit">Confirm</button></form>
<form class="aside" method="post" action="/verify/resend">No mail? <button id="resend" class="link" type="submit">Send a new code</button></form></section>`,
  );

export const logInPage = (frame: Frame, typed: Wrong, error?: string): Markup =>
  layout(
    { ...frame, title: 'Log in' },
    html`<section class="panel"><h1>Log in</h1>
<form id="login-form" method="post" action="/login">${errorLine('login', error)}
${field({ id: 'email', name: 'email', label: 'E-mail', type: 'email', autocomplete: 'username', value: typed.email })}
${field({ id: 'password', name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' })}
<button id="login-submit" type="submit">Log in</button>
</form><p class="aside">New here? <a href="/signup">Create an account</a></p></section>`,
  );

export const secondFactorPage = (frame: Frame, digits: number, error?: string): Markup =>
  layout(
    { ...frame, title: 'Two-factor log-in', script: '/boxes.js' },
    html`<section class="panel"><h1>Two-factor log-in</h1>
<p>Open your authenticator and enter the code it shows for ${frame.brand.name}.</p>
<form id="totp-form" method="post" action="/login/two-factor">
${codeBoxes('Authentication code', digits, error)}
<button id="totp-submit" type="submit">Continue</button></form></section>`,
  );
