// The waiting script in frames that are rewritten in place before anybody touched them: document.open() takes its listeners,
// and it has no observer to notice. Leans on the tour for set-up; serves its own pages on loopback.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { allowSites, connectAliaskit, createVault, type Journey, meetWelcome } from '../tour/journey.ts';
import { launchChromium } from './drivers/chromium.ts';
import { waitFor } from './drivers/wait.ts';

const FORM =
  '<h1>Create your account</h1><form><label>E-mail <input id=email type=email></label><label>Password <input type=password autocomplete=new-password></label><button>Create account</button></form>';
const WRITE = `const inner = frame.contentDocument; inner.open(); inner.write(${JSON.stringify(FORM)}); inner.close(); frame.dataset.done = '';`;

const PAGES: Record<string, string> = {
  '/inner': '<p>Loading</p>',
  '/at-load': `<iframe id=frame src=/inner></iframe><script>frame.addEventListener('load', () => { ${WRITE} }, { once: true })</script>`,
  '/at-once': `<iframe id=frame></iframe><script>${WRITE}</script>`,
  '/later': `<iframe id=frame src=/inner></iframe><script>addEventListener('load', () => setTimeout(() => { ${WRITE} }, 300))</script>`,
};

let server: Server;
let origin: string;
let sandbox: Sandbox;
let journey: Journey;

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html').end(`<!doctype html>${PAGES[request.url ?? ''] ?? ''}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://frames.localhost:${(server.address() as AddressInfo).port}`;
  sandbox = await startSandbox({});
  journey = await meetWelcome(await launchChromium(), sandbox.json);
  await createVault(journey);
  await connectAliaskit(journey);
  await allowSites(journey);
}, 60_000);

afterAll(async () => {
  await journey?.browser.close();
  await sandbox?.close();
  server?.closeAllConnections();
  server?.close();
});

test.each(['/at-load', '/at-once', '/later'])(
  'a frame rewritten %s gets its button',
  async (path) => {
    const { shop } = journey;
    await shop.bringToFront();
    await shop.goto(origin + path);
    await shop.locator('#frame[data-done]').waitFor();
    await shop.frameLocator('#frame').locator('#email').click();
    const host = () =>
      shop.evaluate(() => {
        const inner = document.querySelector('iframe')?.contentDocument;
        return inner?.querySelector('html > [popover]') != null;
      });
    expect(await waitFor(host, 'our node in the frame')).toBe(true);
  },
  30_000,
);
