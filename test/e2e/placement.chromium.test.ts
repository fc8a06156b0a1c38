// Where the button and the menu stand in a form: never over the field's text, the next field, the submit button or another
// manager's icon, and not at all where the page asks managers to keep away. Boxes in CSS pixels of the page.
import { describe, expect, it } from 'vitest';
import { waitFor } from './drivers/wait.ts';
import { openMenu } from './hostile/scene.ts';
import { expectFree, testForm } from './placement/form.ts';
import { ADDRESS, HOST, open, openScreen, scene, screenOf, useScene } from './placement/stage.ts';

useScene();
testForm(openScreen);

describe('a narrow window: nothing of the form is covered', () => {
  it('320 pixels', async () => {
    const page = await open('sign-up.html');
    await page.setViewportSize({ width: 320, height: 640 });
    await expectFree(screenOf(page));
  });

  it('the browser’s zoom at 200 %', async () => {
    const page = await open('sign-up.html');
    const session = await scene.browser.context.newCDPSession(page);
    const size = { width: 500, height: 400 };
    await page.setViewportSize(size);
    await session.send('Emulation.setDeviceMetricsOverride', {
      ...size,
      deviceScaleFactor: 2,
      mobile: false,
    });
    await expectFree(screenOf(page));
  });
});

describe('fields that the page asks managers to leave alone', () => {
  const OPT_OUTS = [
    ['data-1p-ignore', ''],
    ['data-op-ignore', 'true'],
    ['data-lpignore', 'true'],
    ['data-bwignore', ''],
    ['data-protonpass-ignore', 'true'],
    ['data-form-type', 'other'],
  ] as const;

  it.each(OPT_OUTS)('%s="%s": nothing appears, the popup says why', async (name, value) => {
    const page = await open('sign-up.html');
    await page.evaluate(`email.setAttribute('${name}', '${value}')`);
    await page.locator('#email').click();
    await waitFor(async () => (await scene.ask('site.why', {})).stop === 'opted-out', 'the reason');
    expect(await page.locator(HOST).count()).toBe(0);
  });

  it.each([
    ['data-lpignore', 'false'],
    ['data-bwignore', 'false'],
    ['data-form-type', 'email'],
  ])('%s="%s" asks for nothing', async (name, value) => {
    const page = await open('sign-up.html');
    await page.evaluate(`email.setAttribute('${name}', '${value}')`);
    await openMenu(scene, page, '#email', ADDRESS);
  });
});
