// What only a real window shows: the browser's own question for site access, agreed to by keys, and its own context menu,
// which fills an address. Leans on Xvfb and xdotool through the display driver; skipped, with the reason, where they are not.
import { afterAll, expect, test } from 'vitest';
import * as tour from '../tour/journey.ts';
import { type Display, openDisplay } from './drivers/display.ts';
import { waitFor } from './drivers/wait.ts';
import { ask, emails, openScene, type Scene } from './scene.ts';

const opened: Display | string = await openDisplay().catch((error: unknown) => String(error));
const display = typeof opened === 'string' ? null : opened;
let scene: Scene | null = null;

afterAll(async () => {
  await scene?.close();
  await display?.close();
});

const words = 'the real prompt grants all sites, and the real context menu fills an address';
test.skipIf(display === null)(display ? words : `${words} (${opened})`, async () => {
  if (!display) return;
  scene = await openScene({ account: false, access: false, launch: { headed: true, env: display.env } });
  const { journey, sandbox } = scene;
  const { options, shop } = journey;
  await tour.decideLater(journey);
  await ask(options, 'accounts.connect', {
    kind: 'local',
    name: 'Mine',
    scheme: { type: 'catch-all', domain: 'own.example' },
    format: 'site-hash',
  });
  let before = await display.look();
  await options.getByRole('button', { name: /all sites/i }).click();
  await display.changed(before);
  expect(await ask(options, 'browser.state', {})).toMatchObject({ access: 'none' });
  await display.press('Tab', 'Return');
  await options
    .getByRole('status')
    .filter({ hasText: /all sites/i })
    .first()
    .waitFor();
  expect(await ask(options, 'browser.state', {})).toMatchObject({ access: 'all', origins: ['*://*/*'] });

  await shop.bringToFront();
  await shop.goto(`${sandbox.json.shop}/signup`);
  await shop.locator('#email').click();
  await tour.rowOf(await tour.menuOf(journey, shop), /new address/i);
  await shop.keyboard.press('Escape');
  // A blinking caret never comes to rest.
  await shop.locator('#email').evaluate((field) => field.style.setProperty('caret-color', 'transparent'));
  before = await display.look();
  // The page hears nothing more until the native menu is closed again.
  const pressed = shop.locator('#email').click({ button: 'right', noWaitAfter: true });
  await display.changed(before);
  // From the end: Inspect, then our own submenu, whose first entry is the address.
  await display.press('Up', 'Up', 'Right', 'Return');
  await pressed;
  const email = await waitFor(() => shop.locator('#email').inputValue(), 'the address from the context menu');
  expect(await emails(scene)).toEqual([email]);
});
