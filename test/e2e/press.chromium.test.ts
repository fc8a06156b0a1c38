// A press into a field that has the focus already: no focus moves, and yet a person asks. Found when a worker died while it
// was asked about an autofocused field: from then on clicking into the field did nothing. Leans on the scene.
import { afterEach, expect, test } from 'vitest';
import * as tour from '../tour/journey.ts';
import { ask, openScene, type Scene } from './scene.ts';

let scene: Scene;
afterEach(() => scene?.close());

test('what came since the field took the focus is offered at the next press into it', async () => {
  scene = await openScene({ account: false });
  const { journey, sandbox } = scene;
  const { shop, options } = journey;
  await shop.bringToFront();
  await shop.goto(`${sandbox.json.pages}/code.html`);
  const field = shop.locator('#code');
  await field.click();
  // Nothing to offer: the page hears so, and stays as it is.
  await shop.waitForFunction(() => document.activeElement?.id === 'code');
  expect(shop.frames()).toHaveLength(1);
  await ask(options, 'totp.add', {
    issuer: 'Pages',
    account: 'robin',
    secret: 'JBSWY3DPEHPK3PXP',
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    site: 'pages.localhost',
  });
  await field.click();
  await tour.chooseRow(await tour.menuOf(journey, shop), /^Authenticator code/);
  expect(await tour.filled(shop, '#code')).toMatch(/^\d{6}$/);
});
