// What a page notices of us: its tree, styles and layout are as they were, its validators and keys are its own, and a flood
// of events or nodes costs a bounded amount of work.
import { describe, expect, it } from 'vitest';
import { waitFor } from './drivers/wait.ts';
import { openMenu } from './hostile/scene.ts';
import { ours } from './placement/screen.ts';
import { ADDRESS, HOST, open, scene, screenOf, useScene } from './placement/stage.ts';

useScene();

describe('the page is left as it was', () => {
  it('its tree, its styles and its layout; one host node comes and goes', async () => {
    const page = await open('sign-up.html');
    await page.evaluate(watchPage);
    const before = await page.evaluate<string>('look()');
    await openMenu(scene, page, '#email', ADDRESS);
    await ours(screenOf(page));
    expect(await page.evaluate('look()')).toBe(before);
    expect(await page.evaluate('added')).toEqual(['DIV in HTML']);
    await page.keyboard.press('Escape');
    await page.locator('h1').click();
    await waitFor(async () => (await page.locator(HOST).count()) === 0, 'our node to go');
    expect(await page.evaluate('look()')).toBe(before);
    expect(await page.evaluate('[shifts, changed]')).toEqual([0, []]);
  });

  it('no validator of the page fires, by mouse or by key', async () => {
    const page = await open('sign-up.html');
    await page.evaluate(`window.left = []; for (const name of ['blur', 'change', 'focusout', 'invalid'])
      addEventListener(name, (event) => { if (event.target.id !== 'email') return left.push(name + ' elsewhere'); left.push(name) }, true)`);
    await page.locator('#email').click();
    await scene.browser.menuFrame(page);
    const pierced = await scene.browser.pierce(page);
    await page.evaluate('left.length = 0');
    await pierced.click('.button');
    await pierced.click('.button');
    const frame = await scene.browser.menuFrame(page);
    await frame.getByRole('menuitem', { name: ADDRESS }).first().waitFor();
    await frame.getByRole('menuitem', { name: ADDRESS }).first().hover();
    await page.mouse.down();
    expect(await page.evaluate('left')).toEqual([]);
    expect(await page.evaluate('document.activeElement.id')).toBe('email');
    await page.mouse.up();
  });
});

/** Runs in the page: what it looks like, what was added to it, what moved. */
function watchPage(): void {
  const world = globalThis as unknown as Record<string, unknown>;
  const added: string[] = [];
  const changed: string[] = [];
  world.shifts = 0;
  world.added = added;
  world.changed = changed;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      (world.shifts as number) += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      for (const node of addedNodes) added.push(`${node.nodeName} in ${target.nodeName}`);
      if (type !== 'childList') changed.push(target.nodeName);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  world.look = () => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    copy.querySelector(':scope > div[popover]')?.remove();
    const styles = [...document.querySelectorAll('body, body *')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const all = [...style]
        .filter((name) => !/outline|border|caret/.test(name))
        .map((name) => style.getPropertyValue(name));
      return [x, y, width, height, ...(element.id === 'email' ? [] : all)].join();
    });
    return [copy.outerHTML, document.styleSheets.length, document.adoptedStyleSheets.length, ...styles].join(
      '\n',
    );
  };
}

describe('keys', () => {
  it('Alt+Down goes in, Esc comes back, Esc closes, typing closes; all others are the page’s', async () => {
    const page = await open('sign-up.html');
    await page.evaluate(
      `window.heard = []; addEventListener('keydown', ({ key, altKey }) => heard.push((altKey ? 'Alt+' : '') + key))`,
    );
    const menu = await openMenu(scene, page, '#email', ADDRESS);
    const inMenu = () =>
      menu.evaluate('document.hasFocus() && document.activeElement.getAttribute("role") === "menuitem"');
    for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'Control+k', 'F2', 'PageDown'])
      await page.keyboard.press(key);
    expect(await page.evaluate('heard')).toEqual([
      'ArrowDown',
      'ArrowUp',
      'Home',
      'Control',
      'k',
      'F2',
      'PageDown',
    ]);
    await page.keyboard.press('Alt+ArrowDown');
    await waitFor(inMenu, 'the focus in the menu');
    await page.keyboard.press('Escape');
    await waitFor(
      () => page.evaluate('document.hasFocus() && document.activeElement.id === "email"'),
      'the focus back',
    );
    await waitFor(() => menu.isDetached(), 'the menu to close');
    await page.keyboard.press('Alt+ArrowDown');
    const again = await scene.browser.menuFrame(page);
    await again.getByRole('menuitem', { name: ADDRESS }).first().waitFor();
    await page.keyboard.press('Escape');
    await waitFor(() => again.isDetached(), 'the menu to close at Esc in the field');
    await page.keyboard.press('Alt+ArrowDown');
    const third = await scene.browser.menuFrame(page);
    await page.keyboard.press('m');
    await waitFor(() => third.isDetached(), 'the menu to close at typing');
    expect(await page.locator('#email').inputValue()).toBe('m');
    await page.keyboard.press('Escape');
    // The page hears the Alt key, never the arrow with it, nor an Escape that closed a menu of ours.
    expect(await page.evaluate('heard.slice(7).filter((key) => !/^(Alt\\+)?Alt$/.test(key))')).toEqual([
      'm',
      'Escape',
    ]);
  });

  it('Esc closes our menu and not the dialog around it', async () => {
    const page = await open('layers.html');
    await page.evaluate('outer.showModal(); inner.showModal()');
    const menu = await openMenu(scene, page, '#in-dialog', ADDRESS);
    await page.keyboard.press('Escape');
    await waitFor(() => menu.isDetached(), 'the menu to close');
    expect(await page.evaluate('inner.open')).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.evaluate('inner.open')).toBe(false);
  });

  it('leaving the field closes it', async () => {
    const page = await open('sign-up.html');
    const menu = await openMenu(scene, page, '#email', ADDRESS);
    await page.keyboard.press('Tab');
    await waitFor(() => menu.isDetached(), 'the menu to close');
    expect(await page.evaluate('document.activeElement.id')).toBe('password');
  });
});

describe('floods', () => {
  it.each([
    ['a thousand changes a second', 'mutate', '#email'],
    ['a label of a megabyte', 'labels', '#email'],
    ['ten thousand fields', 'fields', '#email'],
    ['ten thousand fields, one of the last', 'fields', '#flood div:nth-child(9990) input'],
    ['fifty frames', 'frames', '#email'],
  ])('%s: served in time', async (_, flood, field) => {
    const page = await open('floods.html');
    await page.evaluate(`floods.${flood}()`);
    await openMenu(scene, page, field, ADDRESS);
    const tasks = await page.evaluate<number[]>(`new Promise((resolve) => {
      const long = [];
      new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true });
      requestAnimationFrame(() => setTimeout(() => resolve(long)));
    })`);
    expect(Math.max(0, ...tasks)).toBeLessThan(2000);
  });

  it('a hundred nested shadow roots', async () => {
    const page = await open('floods.html');
    await page.evaluate('floods.roots(); deep.focus()');
    const menu = await scene.browser.menuFrame(page);
    await menu.getByRole('menuitem', { name: ADDRESS }).first().waitFor();
  });

  it('what was left unread is said', async () => {
    const page = await open('floods.html');
    await page.evaluate('floods.fields()');
    await openMenu(scene, page, '#flood div:nth-child(9990) input', ADDRESS);
    const { verdict } = await scene.ask('site.why', {});
    expect(verdict?.because.join()).toMatch(/unread:\d+/);
  });
});
