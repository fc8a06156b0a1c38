// Where the button and the menu stand in a form: never over the field's text, the next field, the submit button or another
// manager's icon, and not at all where the page asks managers to keep away. Boxes in CSS pixels of the page.
import { describe, expect, it } from 'vitest';
import { waitFor } from './drivers/wait.ts';
import { openMenu } from './hostile/scene.ts';
import {
  ADDRESS,
  boxIn,
  boxOf,
  HOST,
  inside,
  open,
  ours,
  overlap,
  scene,
  useScene,
} from './placement/stage.ts';

useScene();

describe('a sign-up form: nothing of it is covered', () => {
  it.each([
    ['left to right', {}],
    ['right to left', { dir: 'rtl' }],
    ['zoomed by style: the root', { zoom: 2, of: 'documentElement' }],
    ['zoomed by style: the body', { zoom: 1.5, of: 'body' }],
    ['shrunk by style', { zoom: 0.8, of: 'documentElement' }],
    ['a window of 320 pixels', { width: 320, height: 640 }],
    ['the browser’s zoom at 200 %', { width: 500, height: 400, scale: 2 }],
    ['with a text that fills the field', { value: `${'long.'.repeat(20)}name@mail.example` }],
    ['at the end of the window', { bottom: true }],
  ] satisfies [string, Stage][] as [string, Stage][])('%s', async (_, stage) => {
    const page = await open('sign-up.html');
    await page.setViewportSize({ width: stage.width ?? 1000, height: stage.height ?? 800 });
    if (stage.scale) {
      const session = await scene.browser.context.newCDPSession(page);
      const { width = 1000, height = 800, scale } = stage;
      await session.send('Emulation.setDeviceMetricsOverride', {
        width,
        height,
        deviceScaleFactor: scale,
        mobile: false,
      });
    }
    await page.evaluate(setStage, stage);
    await page.locator('#email').click();
    if (stage.value) {
      await ours(page, false);
      await page.keyboard.press('Alt+ArrowDown');
    }
    await scene.browser.menuFrame(page);
    const { button, menu } = await ours(page);
    const field = await boxOf(page, '#email');
    for (const other of ['#name', '#password', '#submit']) {
      const box = await boxOf(page, other);
      expect({ other, by: 'button', covered: overlap(button, box) }).toEqual({
        other,
        by: 'button',
        covered: 0,
      });
      expect({ other, by: 'menu', covered: overlap(menu, box) }).toEqual({ other, by: 'menu', covered: 0 });
    }
    expect(overlap(menu, field)).toBe(0);
    expect(overlap(menu, button)).toBe(0);
    expect(overlap(menu, await boxOf(page, 'label[for=name]'))).toBe(0);
    if (stage.value) expect(overlap(button, field)).toBe(0);
    expect(inside(menu, page)).toBe(true);
    expect(inside(button, page)).toBe(true);
    expect(button.width).toBeCloseTo(24, 0);
    expect(menu.height).toBeGreaterThanOrEqual(72);
  });
});

interface Stage {
  dir?: string;
  zoom?: number;
  of?: 'documentElement' | 'body';
  width?: number;
  height?: number;
  /** Device pixels to a CSS pixel. */
  scale?: number;
  value?: string;
  bottom?: boolean;
}

function setStage({ dir, zoom, of, value, bottom }: Stage): void {
  if (dir) document.documentElement.dir = dir;
  if (zoom) document[of ?? 'body'].style.setProperty('zoom', String(zoom));
  const email = document.querySelector<HTMLInputElement>('#email');
  if (email && value) email.value = value;
  if (bottom) document.body.style.paddingTop = `${innerHeight - 330}px`;
}

it('a frame below the field, which may hold the next fields, stays free', async () => {
  const page = await open('sign-up.html');
  await page.evaluate(
    `email.insertAdjacentHTML('afterend', '<iframe id="next" srcdoc="<input>" style="width:100%;height:120px;border:0"></iframe>')`,
  );
  await page.locator('#email').click();
  await scene.browser.menuFrame(page);
  const { button, menu } = await ours(page);
  const next = await boxOf(page, '#next');
  expect(overlap(menu, next)).toBe(0);
  expect(overlap(button, next)).toBe(0);
});

describe('another manager in the field', () => {
  it.each(['closed-frame', 'popover', 'beside', 'in-wrapper', 'background'])('its icon, %s', async (way) => {
    const page = await open('managers.html');
    await page.evaluate(`put('${way}')`);
    await page.locator('#email').click();
    await scene.browser.menuFrame(page);
    const { button, menu } = await ours(page);
    const icon = await boxIn(page, 'iconBox()');
    expect(overlap(button, icon)).toBe(0);
    expect(overlap(menu, icon)).toBe(0);
    expect(overlap(button, await boxOf(page, '#email'))).toBeGreaterThan(0);
  });

  it('an icon that comes after us is made room for', async () => {
    const page = await open('managers.html');
    await page.locator('#email').click();
    const { button } = await ours(page);
    await page.evaluate(`put('closed-frame')`);
    const icon = await boxIn(page, 'iconBox()');
    expect(overlap(button, icon)).toBeGreaterThan(0);
    await waitFor(async () => overlap((await ours(page)).button, icon) === 0, 'the button to make room');
  });

  it('its open list, or the page’s own, stays free', async () => {
    const page = await open('managers.html');
    await page.evaluate(`{
      const { left, bottom, width } = email.getBoundingClientRect();
      const list = document.body.appendChild(document.createElement('div'));
      list.id = 'list';
      list.style.cssText = 'position:fixed;z-index:99;background:gold;left:' + left + 'px;top:' + (bottom + 2) + 'px;width:' + width + 'px;height:180px';
    }`);
    await page.locator('#email').click();
    await scene.browser.menuFrame(page);
    const { menu } = await ours(page);
    expect(overlap(menu, await boxOf(page, '#list'))).toBe(0);
  });

  it('the browser’s own list has its place below the field', async () => {
    const page = await open('managers.html');
    await page.evaluate(`email.setAttribute('list', 'known'); email.insertAdjacentHTML('afterend',
      '<datalist id="known"><option>a@mail.example</option><option>b@mail.example</option></datalist>')`);
    await page.locator('#email').click();
    await scene.browser.menuFrame(page);
    const field = await boxOf(page, '#email');
    const { menu } = await ours(page);
    expect(overlap(menu, { ...field, y: field.y + field.height, height: 60 })).toBe(0);
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
