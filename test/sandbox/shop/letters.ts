// The mails of the shop: what is written for each kind of mail a test may ask for. Multipart, with the things real mails
// have that are not the code (a colour, a year, an address), because finding the code among them is the task.
import { html } from 'hono/html';
import type { Letter } from '../post/send.ts';
import type { Settings } from '../world/settings.ts';
import type { Brand } from './brand.ts';

export type MailKind = Settings['shop']['mail'];

export interface LetterFacts {
  brand: Brand;
  /** `Shop <no-reply@…>`. */
  from: string;
  to: string;
  name: string;
  /** Base address of the shop. */
  home: string;
  year: number;
  /** Draws a code; only the last one drawn is valid. */
  draw(): string;
  /** An address that confirms whoever opens it; only the last one works. */
  confirm(): string;
  /** Six digits that are not the code. */
  other(): string;
}

const wrap = (facts: LetterFacts, inner: unknown) => html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${facts.brand.name}</title>
<style>body{margin:0;background:#f4f1ea;color:#333333;font:16px/1.5 Georgia,serif}.card{max-width:480px;margin:24px auto;padding:32px;background:#ffffff}.code{font:700 32px/1 monospace;letter-spacing:6px;color:#1f5c4d}.small{font-size:12px;color:#777777}</style></head>
<body><div class="card"><p>Hello ${facts.name},</p>${inner}
<p><a href="${facts.home}/verify">Back to the shop</a></p>
<p class="small">&copy; ${facts.year} ${facts.brand.name}, ${facts.brand.street}, PO1 2AB. Questions? Call 023 9255 0142 or write to <a href="${facts.home}/help">our help desk</a>.<br>You get this mail because somebody signed up with this address at ${facts.home}.</p>
</div></body></html>`;

const foot = (facts: LetterFacts): string =>
  `\n\n${facts.home}/verify\n\n--\n${facts.brand.name}, ${facts.brand.street}, PO1 2AB\n(c) ${facts.year}\n`;

function write(facts: LetterFacts, subject: string, text: string, inner: unknown): Letter {
  return {
    from: facts.from,
    to: facts.to,
    subject,
    text: `Hello ${facts.name},\n\n${text}${foot(facts)}`,
    html: String(wrap(facts, inner)),
  };
}

function codeLetter(facts: LetterFacts): Letter {
  const code = facts.draw();
  return write(
    facts,
    `Your ${facts.brand.name} verification code`,
    `Your verification code is ${code}. It expires in 10 minutes.\nIf you did not sign up, ignore this mail.`,
    html`<p>Your verification code is</p><p class="code">${code}</p><p>It expires in 10 minutes. If you did not sign up, ignore this mail.</p>`,
  );
}

function linkLetter(facts: LetterFacts): Letter {
  const address = facts.confirm();
  return write(
    facts,
    `Confirm your address for ${facts.brand.name}`,
    `Please confirm your e-mail address by opening this link:\n${address}\nIf you did not sign up, ignore this mail.`,
    html`<p>Please confirm your e-mail address.</p><p><a href="${address}">Confirm my address</a></p><p>If you did not sign up, ignore this mail.</p>`,
  );
}

function twoCodesLetter(facts: LetterFacts): Letter {
  const [spare, code] = [facts.other(), facts.draw()];
  return write(
    facts,
    `Welcome to ${facts.brand.name}`,
    `Your verification code is ${code}.\nYour recovery code is ${spare}. Keep it in a safe place.`,
    html`<p>Your verification code is <b>${code}</b>.</p><p>Your recovery code is <b>${spare}</b>. Keep it in a safe place.</p>`,
  );
}

function plainLetter(facts: LetterFacts): Letter {
  return write(
    facts,
    `Welcome to ${facts.brand.name}`,
    'Thank you for signing up. We are getting your account ready and write again soon.',
    html`<p>Thank you for signing up. We are getting your account ready and write again soon.</p>`,
  );
}

const LARGE = 5 * 1024 * 1024;

function largeLetter(facts: LetterFacts): Letter {
  const letter = codeLetter(facts);
  const row =
    '<p class="small">Every thing in the shop is made to last; here is the long story of one of them.</p>\n';
  const story = row.repeat(Math.ceil(LARGE / row.length));
  return { ...letter, html: (letter.html ?? '').replace('</body>', `${story}</body>`) };
}

/** The letters of each kind, in the order they are sent. */
export const letters: Record<MailKind, (facts: LetterFacts) => Letter[]> = {
  code: (facts) => [codeLetter(facts)],
  link: (facts) => [linkLetter(facts)],
  'two-codes': (facts) => [twoCodesLetter(facts)],
  'two-mails': (facts) => [codeLetter(facts), codeLetter(facts)],
  'no-code': (facts) => [plainLetter(facts)],
  large: (facts) => [largeLetter(facts)],
  none: () => [],
};
