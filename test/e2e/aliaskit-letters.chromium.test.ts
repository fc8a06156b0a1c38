// Mails that were made to break a reader: each is opened within seconds, shows what can be shown, and leaves worker and page alive;
// and all of it is read again without a connection. Leans on the real sandbox, where every letter travels by SMTP.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createPost, type Letter } from '../sandbox/post/send.ts';
import { ask, keptMessages, openScene, type Scene } from './scene.ts';

/** No person waits longer for a mail; machines under test are slow. */
const SECONDS = 15_000;
let scene: Scene;
let page: Page;
let to: string;

beforeAll(async () => {
  scene = await openScene();
  const { options } = scene.journey;
  const { sources } = await ask(options, 'addresses.sources', { site: null });
  const wish = { accountId: sources[0]?.accountId ?? '', site: null };
  to = (await ask(options, 'addresses.create', wish)).address.email;
  page = await scene.browser.openExtensionPage('popup.html');
  await page.setViewportSize({ width: 400, height: 600 });
  page.setDefaultTimeout(SECONDS);
  await page.getByRole('tab', { name: 'Inbox' }).click();
}, 120_000);
afterAll(() => scene?.close());
/** The list, whatever the last test left open. */
beforeEach(async () => {
  const back = page.getByRole('button', { name: 'Back', exact: true });
  if (await back.isVisible()) await back.click();
  await page.getByRole('button', { name: 'Fetch again' }).waitFor();
});

const OVERRIDE = '\u202e';
const raw = (subject: string, ...lines: string[]): Partial<Letter> => ({
  raw: [`From: Broken <x@evil.example>`, `To: ${to}`, `Subject: ${subject}`, ...lines].join('\r\n'),
});

interface Trial {
  letter: (subject: string) => Partial<Letter>;
  /** Words that are shown. */
  shows: string | RegExp;
  /** Words that are not, anywhere in our own document. */
  never?: string;
}

const TRIALS: Record<string, Trial> = {
  'fifty thousand elements': {
    letter: () => ({ html: `<p>Your code is 482913</p>${'<div><i>x</i></div>'.repeat(25_000)}` }),
    shows: 'too large to show as designed',
  },
  'a tower of thirty thousand elements': {
    letter: () => ({ html: `<p>Ground floor</p>${'<div>'.repeat(30_000)}attic` }),
    shows: /Ground floor/,
  },
  'a style sheet of megabytes': {
    letter: () => ({ html: `<style>${'p > b, i { color: red } '.repeat(60_000)}</style><p>Plain words</p>` }),
    shows: 'too large to show as designed',
  },
  'no end of its parts': {
    letter: (subject) =>
      raw(
        subject,
        'MIME-Version: 1.0',
        'Content-Type: multipart/alternative; boundary="x"',
        '',
        '--x',
        'Content-Type: text/plain; charset=klingon',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Half a letter=ZZ and =C3 then nothing',
        '--x',
        'Content-Type: multipart/mixed; boundary="x"',
        '--x',
        'Content-Transfer-Encoding: base64',
        '',
        '????====not base64',
      ),
    shows: /Half a letter/,
  },
  'no body, and a header that lies': {
    letter: (subject) =>
      raw(subject, 'Content-Type: text/html; charset="\u0000', 'Content-Length: -1', 'Date: never', '', ''),
    shows: 'This message has no text.',
  },
  'a sender written the wrong way': {
    letter: () => ({
      from: `"${OVERRIDE}moc.knab@olleh${OVERRIDE}" <x@evil.example>`,
      text: `Go to https://evil.example/${OVERRIDE}gpj.exe now`,
    }),
    shows: /Go to https:/,
  },
  'a code in a picture only': {
    letter: () => ({
      html: '<p>Your verification code:</p><img src="https://pictures.example/code.png" width="300" height="80">',
    }),
    shows: 'it is in a picture, which Moniker cannot read',
  },
};

test.each(Object.entries(TRIALS))('a mail with %s is opened, and harms nothing', async (subject, trial) => {
  const post = createPost(scene.sandbox.json.smtp);
  await post.send({ from: 'Odd <odd@evil.example>', to, subject, ...trial.letter(subject) });
  post.close();
  await page.getByRole('button', { name: 'Fetch again' }).click();
  await page.getByText(subject).first().click();
  await Promise.any(
    [page, page.frameLocator('iframe.mail-frame')].map((place) =>
      place.getByText(trial.shows).first().waitFor(),
    ),
  );
  if (trial.never !== undefined) expect(await page.locator('body').innerText()).not.toContain(trial.never);
  const began = Date.now();
  expect(await ask(scene.journey.options, 'vault.status', {})).toMatchObject({ state: 'unlocked' });
  expect(Date.now() - began).toBeLessThan(SECONDS);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  if (trial.never !== undefined) expect(await page.locator('body').innerText()).not.toContain(trial.never);
});

test('without a connection the list and what was read are still there, and say so', async () => {
  await page.getByText('a code in a picture only').first().waitFor();
  await scene.sandbox.close();
  await page.reload();
  await page.getByText('a sender written the wrong way').first().click();
  await page.getByText(/Go to https:\/\/evil\.example/).waitFor();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('alert').first().waitFor();
  expect(await keptMessages(scene.journey.options)).toHaveLength(Object.keys(TRIALS).length);
  await page.screenshot({ path: 'output/inbox/offline.png' });
});
