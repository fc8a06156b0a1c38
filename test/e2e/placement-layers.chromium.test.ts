// Where the button and the menu stand when the page moves: in the layer of the field, beside it through scrolling, zoom and
// re-drawing, in narrow frames. Boxes in CSS pixels of the page.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { waitFor } from './drivers/wait.ts';
import { openMenu } from './hostile/scene.ts';
import { testNames } from './placement/floods.ts';
import { testLetters } from './placement/letters.ts';
import { apart, testBeside } from './placement/moves.ts';
import { boxOf, ours, overlap } from './placement/screen.ts';
import { ADDRESS, HOST, open, openScreen, scene, screenOf, useScene } from './placement/stage.ts';

useScene();

describe('in the layer of the field', () => {
  /** Where our node stands, and whether a click on the button arrives. */
  const parent = (page: Page) =>
    page.evaluate(`document.querySelector('div[popover=manual]')?.parentElement?.id ?? null`);

  it.each([
    ['the innermost modal dialog', 'outer.showModal(); inner.showModal()', '#in-dialog', 'inner'],
    ['a popover', 'pop.showPopover()', '#in-popover', 'pop'],
    ['a fullscreen element', null, '#in-full', 'full'],
  ])('%s', async (_, show, field, layer) => {
    const page = await open('layers.html');
    if (show) await page.evaluate(show);
    else {
      await page.evaluate(`document.querySelector('h1').onclick = () => full.requestFullscreen()`);
      await page.locator('h1').click();
      await waitFor(() => page.evaluate('document.fullscreenElement !== null'), 'full screen');
    }
    const before = await boxOf(page, `#${layer}`);
    await page.locator(field).click();
    await waitFor(async () => (await parent(page)) === layer, 'our node');
    const { menu } = await ours(screenOf(page));
    expect(await boxOf(page, `#${layer}`)).toEqual(before);
    expect(overlap(menu, await boxOf(page, field))).toBe(0);
    const frame = await scene.browser.menuFrame(page);
    const row = frame.getByRole('menuitem', { name: ADDRESS }).first();
    await row.click({ trial: true });
    await (await scene.browser.pierce(page)).click('.button');
    await waitFor(() => frame.isDetached(), 'the menu to close at the button');
    expect(
      await page.evaluate(`document.querySelector('#${layer}').matches(':modal,:popover-open,:fullscreen')`),
    ).toBe(true);
  });

  it('one that comes around the field while it has the focus', async () => {
    const page = await open('layers.html');
    await page.locator('#in-full').click();
    await scene.browser.menuFrame(page);
    await page.evaluate(`addEventListener('keydown', () => full.requestFullscreen(), { once: true })`);
    await page.keyboard.press('Shift');
    await waitFor(async () => (await parent(page)) === 'full', 'our node to come along');
    expect(await page.evaluate('document.activeElement.id')).toBe('in-full');
  });
});

testBeside(openScreen);
testLetters(openScreen);
testNames(openScreen);

describe('stays beside its field, or goes and comes with it', () => {
  it('another size of the window', async () => {
    const page = await open('sign-up.html');
    await page.locator('#email').click();
    await ours(screenOf(page));
    await page.setViewportSize({ width: 700, height: 600 });
    await waitFor(async () => (await apart(screenOf(page))) < 24, 'the button beside the field');
  });

  it('is away while the field is scrolled out of its box, and back with it', async () => {
    const page = await open('scroll.html');
    await page.locator('#email').click();
    await ours(screenOf(page));
    const shown = async () =>
      (await scene.browser.pierce(page)).read(
        '.button',
        'function () { return getComputedStyle(this).visibility }',
      );
    await page.evaluate('inner.scrollTop = 400');
    await waitFor(async () => (await shown()) === 'hidden', 'the button to go');
    await page.evaluate('inner.scrollTop = 0');
    await waitFor(
      async () => (await shown()) === 'visible' && (await apart(screenOf(page))) < 24,
      'the button to come back',
    );
  });

  it('a page that draws itself anew: the next field is served, however often', async () => {
    const page = await open('single-page.html');
    for (const path of ['/next', '/join', '/next', '/join', '/next']) {
      await openMenu(scene, page, '#email', ADDRESS);
      await page.evaluate(`go('${path}')`);
      await waitFor(async () => (await page.locator(HOST).count()) === 0, 'our node to go');
    }
    await page.evaluate(`window.kept = app.firstElementChild.nextElementSibling; email.focus()`);
    for (let round = 0; round < 5; round += 1) {
      await openMenu(scene, page, '#email', ADDRESS);
      await page.evaluate('kept.remove()');
      await waitFor(async () => (await page.locator(HOST).count()) === 0, 'our node to go');
      await page.evaluate('app.append(kept)');
    }
    await openMenu(scene, page, '#email', ADDRESS);
  });
});

describe('narrow frames', () => {
  it('320 pixels: nothing of the form is covered', async () => {
    const page = await open('narrow.html');
    const frame = page.frame({ url: /sign-up/ });
    if (!frame) throw new Error('no frame');
    await frame.locator('#email').click();
    const menuFrame = await waitFor(
      () => page.frames().find((one) => one.parentFrame() === frame),
      'our frame',
    );
    const menu = await waitFor(async () => {
      const box = await (await menuFrame.frameElement()).boundingBox();
      return box && box.height > 60 && box;
    }, 'the menu');
    for (const id of ['#name', '#email', '#password', '#submit']) {
      const box = await frame.locator(id).boundingBox();
      expect({ id, covered: box && overlap(menu, box) }).toEqual({ id, covered: 0 });
    }
  });

  it('200 by 120: the menu is inside, and the field is not covered', async () => {
    const page = await open('narrow.html');
    const frame = page.frame({ url: /box/ });
    if (!frame) throw new Error('no frame');
    await frame.locator('#email').click();
    const menuFrame = await waitFor(
      () => page.frames().find((one) => one.parentFrame() === frame),
      'our frame',
    );
    const around = await page.locator('#low').boundingBox();
    const field = await frame.locator('#email').boundingBox();
    await waitFor(async () => {
      const menu = await (await menuFrame.frameElement()).boundingBox();
      if (!menu || !around || !field) return false;
      const isInside =
        menu.x >= around.x &&
        menu.y >= around.y &&
        menu.x + menu.width <= around.x + around.width &&
        menu.y + menu.height <= around.y + around.height;
      return isInside && menu.height > 20 && overlap(menu, field) === 0;
    }, 'the menu inside');
  });
});
