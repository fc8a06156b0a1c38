// `npm start`: a Chromium with the extension on the demo shop, and what to do in it. Without a display, or with `--tour`, the
// tour does it by itself and exits non-zero when a step did not hold. Leans on the tools for build and browser.
import { parseArgs } from 'node:util';
import { launchChromium } from '../e2e/drivers/chromium.ts';
import type { SandboxInfo } from '../sandbox/info.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { findBrowser } from '../tools/browsers.ts';
import { ensureBuilt } from '../tools/build.ts';
import { takeTour } from './tour.ts';

const { values } = parseArgs({ options: { tour: { type: 'boolean', default: false } } });

/** macOS and Windows always have one; elsewhere X11 or Wayland says so. */
function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

const say = (line: string): void => console.log(line);

const guide = ({ api, key, shop }: SandboxInfo): string => `
The demo shop is open in one tab, Moniker's welcome in the other. Everything runs on this computer.

 1. In the welcome, choose a passphrase (any: this profile is thrown away at the end).
 2. Choose AliasKit, then paste these two; the browser asks whether Moniker may speak to 127.0.0.1: allow it.
      API key   ${key}
      Base URL  ${api}
 3. "Allow on all sites", and allow it in the browser's own question.
 4. Go to ${shop}/signup and click into the e-mail field. Choose "New address", type a name and a password, send.
 5. Click into the code field. The shop's mail comes within seconds: choose its code, confirm.
 6. In your account choose "Set up two-factor log-in". Click Moniker in the toolbar (behind the puzzle piece; pin it),
    Codes, "Add authenticator code", "Scan the QR code on this page", Save. Then fill the code into the page.
 7. Log out and in again: your address and then the six boxes are one click each.

Ctrl-C here, or closing the browser, ends it all.
`;

/** Resolves at Ctrl-C, at a polite kill, or when the browser is closed. */
async function openForAPerson(): Promise<void> {
  const sandbox = await startSandbox();
  const browser = await launchChromium({ headed: true, ownSignals: true });
  const closed = new Promise<void>((resolve) => browser.context.once('close', () => resolve()));
  const told = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  try {
    const [first] = browser.context.pages();
    await first?.goto(sandbox.json.shop);
    say(guide(sandbox.json));
    await Promise.race([closed, told]);
  } finally {
    await browser.close();
    await sandbox.close();
  }
}

const { path, version, how } = await findBrowser('chromium');
process.env.MONIKER_CHROMIUM = path;
say(`${version} (${path}, ${how})`);
await ensureBuilt('chrome');

if (values.tour || !hasDisplay()) {
  if (!values.tour) say('There is no display, so the tour does it by itself:');
  process.exitCode = (await takeTour(say)) ? 0 : 1;
} else {
  await openForAPerson();
}
