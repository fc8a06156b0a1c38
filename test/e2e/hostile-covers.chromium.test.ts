// A page that hides, fades, shrinks, moves or covers our menu: a code cannot be chosen in it, and the menu says where it
// can. Leans on hostile/scene.ts; each trick is one expression, run in the page while the menu is open.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { waitFor } from './drivers/wait.ts';
import { chooseByKeys, glance, openMenu, type Scene, setScene } from './hostile/scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(() => scene?.close());

const CODE = /^Authenticator code/;

async function openCode(): Promise<Page> {
  const page = await scene.open('code.html');
  onTestFinished(() => page.close());
  return page;
}

/** Where a row begins; how wide it is depends on a scroll bar. */
async function placeOf(row: Locator): Promise<{ x: number; y: number } | null> {
  const box = await row.boundingBox();
  return box && { x: box.x, y: box.y };
}

/** Where the page finds our one node. */
const HOST = 'document.querySelector("html > div[popover]")';
const root = (style: string) => `document.documentElement.style.cssText = ${JSON.stringify(style)}`;
const cover = (tag: string, style = '') =>
  `document.body.insertAdjacentHTML('beforeend', '<${tag} id="cover" style="position:fixed;inset:0;width:100vw;height:100vh;background:white;${style}">Win a prize</${tag.split(' ')[0]}>')`;
const POPOVER = cover('div popover="manual"');
const GHOST = cover('div popover="manual"', 'pointer-events:none');

describe('a code is refused in words that point to the toolbar', () => {
  it.each([
    ['opacity', root('opacity: 0')],
    ['half opacity', root('opacity: .5')],
    ['a filter', root('filter: invert(1)')],
    ['a transform', root('transform: scale(.5)')],
    ['a clip path', root('clip-path: inset(0 0 100% 0)')],
    ['a mask', root('mask-image: linear-gradient(transparent, transparent)')],
    ['a blend mode', root('mix-blend-mode: difference')],
    [
      'an animation',
      'document.documentElement.animate([{ opacity: .2 }, { opacity: .2 }], { duration: 1e6 })',
    ],
    [
      'a popover shown over and over',
      `${POPOVER}; setInterval(() => { cover.hidePopover(); cover.showPopover() }, 30)`,
    ],
    [
      'a cover that lets clicks through',
      `${GHOST}; setInterval(() => { cover.hidePopover(); cover.showPopover() }, 30)`,
    ],
    [
      'a cover whose opening is kept from us',
      `addEventListener('toggle', (event) => event.stopImmediatePropagation(), true); ${GHOST}; cover.showPopover()`,
    ],
    [
      'a cover in a closed shadow root',
      `{ const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
         root.innerHTML = '<div popover=manual style="position:fixed;inset:0;width:100vw;height:100vh;pointer-events:none">Prize</div>';
         setInterval(() => { root.firstChild.hidePopover(); root.firstChild.showPopover() }, 30) }`,
    ],
    [
      'a view transition, which is painted above everything',
      `document.head.insertAdjacentHTML('beforeend', '<style>::view-transition { pointer-events: none; background: white }' +
         '::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) { animation-duration: 60s; pointer-events: none }</style>');
       document.startViewTransition(() => {})`,
    ],
    ['our node no longer a popover', `${HOST}.removeAttribute('popover')`],
  ])('with %s', async (_, trick) => {
    const page = await openCode();
    const menu = await openMenu(scene, page, '#code', CODE);
    await page.evaluate(trick);
    // Time enough to be seen, if it could be: less would be refused for that alone.
    await glance();
    await chooseByKeys(page);
    const alert = menu.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/not fully visible[\s\S]*toolbar/);
    expect(await page.locator('#code').inputValue()).toBe('');
  });
});

describe('an address', () => {
  const ADDRESS = /own\.example/;
  const openAddress = async (): Promise<Page> => {
    const page = await scene.open('sign-up.html');
    onTestFinished(() => page.close());
    return page;
  };

  it('is not given by a click on what a page lays over the menu: who came back stays the person’s own to say', async () => {
    const page = await openAddress();
    const menu = await openMenu(scene, page, '#email', ADDRESS);
    const row = await menu.getByRole('menuitem', { name: ADDRESS }).first().boundingBox();
    await page.evaluate(`${GHOST}; setInterval(() => { cover.hidePopover(); cover.showPopover() }, 30)`);
    await glance();
    await page.mouse.click((row?.x ?? 0) + 20, (row?.y ?? 0) + 10);
    const alert = menu.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/not fully visible[\s\S]*toolbar/);
    expect(await page.locator('#email').inputValue()).toBe('');
  });

  it('is given on a page that a dark-mode tool has put a filter on', async () => {
    const page = await openAddress();
    await page.evaluate(root('filter: invert(1) hue-rotate(180deg); background: #111'));
    const menu = await openMenu(scene, page, '#email', ADDRESS);
    await glance();
    await menu.getByRole('menuitem', { name: ADDRESS }).first().click();
    expect(await waitFor(() => page.locator('#email').inputValue(), 'the address')).toBe(scene.email);
  });
});

describe('a menu that cannot be shown is gone, and nothing is typed', () => {
  it.each([
    ['the root is not rendered', root('display: none')],
    ['the root is invisible', root('visibility: hidden')],
    ['a modal dialog makes the rest inert', `${cover('dialog')}; cover.showModal()`],
    ['our node is removed', `${HOST}.remove()`],
  ])('when %s', async (_, trick) => {
    const page = await openCode();
    const menu = await openMenu(scene, page, '#code', CODE);
    await page.evaluate(trick);
    await waitFor(() => menu.isDetached(), 'the menu to go');
    expect(await page.evaluate('document.querySelector("#code").value')).toBe('');
  });

  it('when the page moves our node, whose frame then has no ticket', async () => {
    const page = await openCode();
    await openMenu(scene, page, '#code', CODE);
    await page.evaluate(`document.body.append(${HOST})`);
    await waitFor(async () => {
      const menu = page.frames().find((frame) => frame.url().startsWith(scene.browser.origin));
      return !menu || /not allowed from here/.test(await menu.locator('body').innerText());
    }, 'a refusal');
    expect(await page.locator('#code').inputValue()).toBe('');
  });
});

describe('what a page cannot do to our node', () => {
  it.each([
    [
      'styles, however important',
      `document.head.insertAdjacentHTML('beforeend', '<style>[popover] { opacity: 0 !important; zoom: .1 !important; scale: .1 !important;' +
         'translate: 500px !important; clip-path: inset(50%) !important; display: none !important; visibility: hidden !important;' +
         'content-visibility: hidden !important; mask: linear-gradient(transparent, transparent) !important }</style>');
       ${HOST}.style.cssText = 'opacity: 0 !important; transform: scale(.1) !important; filter: blur(9px) !important; rotate: 90deg !important'`,
    ],
    [
      'animations',
      `${HOST}.animate([{ opacity: 0, transform: 'scale(.1)' }, { opacity: 0, transform: 'scale(.1)' }], { duration: 1e6 })`,
    ],
    ['hiding it once', `${HOST}.hidePopover()`],
  ])('%s: it stays where it is, and the code is filled', async (_, trick) => {
    const page = await openCode();
    const menu = await openMenu(scene, page, '#code', CODE);
    const row = menu.getByRole('menuitem', { name: CODE });
    const before = await placeOf(row);
    await page.evaluate(trick);
    // A menu that was away for a moment has to be looked at anew.
    await glance();
    // Before the choice: the row goes with it, sooner or later.
    await expect.poll(() => placeOf(row)).toEqual(before);
    await chooseByKeys(page);
    expect(await waitFor(() => page.locator('#code').inputValue(), 'the code')).toMatch(/^\d{6}$/);
  });

  it('zoom by style: the menu keeps its size, and the code is filled', async () => {
    const page = await openCode();
    const menu = await openMenu(scene, page, '#code', CODE);
    const sizeOf = async () => Math.round((await (await menu.frameElement()).boundingBox())?.width ?? 0);
    const before = await sizeOf();
    await page.evaluate(root('zoom: .2'));
    await waitFor(async () => (await sizeOf()) === before, 'the menu to have its size');
    await chooseByKeys(page);
    expect(await waitFor(() => page.locator('#code').inputValue(), 'the code')).toMatch(/^\d{6}$/);
  });

  it('a popover over it: the menu lies above it again, and still refuses a code', async () => {
    const page = await openCode();
    const menu = await openMenu(scene, page, '#code', CODE);
    await page.evaluate(
      `${POPOVER}; cover.addEventListener('click', () => { document.title = 'covered' }); cover.showPopover()`,
    );
    // Once for the lift, and once for what then lies there to be seen.
    await glance();
    await glance();
    await menu.getByRole('menuitem', { name: CODE }).click();
    await menu.getByRole('alert').waitFor();
    expect(await page.locator('#code').inputValue()).toBe('');
    expect(await page.title()).not.toBe('covered');
  });

  it('a window too small for it: no code is chosen in what cannot be read', async () => {
    const page = await openCode();
    await page.setViewportSize({ width: 120, height: 90 });
    const menu = await openMenu(scene, page, '#code', CODE);
    await chooseByKeys(page);
    const alert = menu.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/not fully visible[\s\S]*toolbar/);
    expect(await page.locator('#code').inputValue()).toBe('');
  });
});

it('a page that hides our node whenever it comes is left alone, and the toolbar still serves it', async () => {
  const page = await openCode();
  await page.evaluate(
    `window.shown = new Set(); setInterval(() => { const ours = ${HOST}; if (ours) { shown.add(ours); ours.hidePopover() } }, 20)`,
  );
  await page.locator('#code').click();
  await waitFor(() => page.evaluate(`shown.size === 3 && !${HOST}`), 'three tries');
  await page.locator('h1').click();
  await page.locator('#code').click();
  const popup = await scene.browser.popup(page);
  await popup.click('[role=tab]', 'This site');
  await popup.click('button', 'Fill');
  expect(await waitFor(() => page.locator('#code').inputValue(), 'the code')).toMatch(/^\d{6}$/);
  expect(await page.evaluate('shown.size')).toBe(3);
  await popup.close();
});
