// Pages that change the field between offer and choice, flood us, override the platform, take our node away, or put the
// field into a frame. Leans on hostile/scene.ts; what counts is what the page received.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { waitFor } from './drivers/wait.ts';
import { glance, openMenu, type Scene, setScene } from './hostile/scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(() => scene?.close());

async function open(name: string): Promise<Page> {
  const page = await scene.open(name);
  onTestFinished(() => page.close());
  return page;
}

const ADDRESS = /own\.example/;
const HOST = 'document.querySelector("html > div[popover]")';

describe('a field that is no longer the one that was offered gets nothing', () => {
  it.each([
    ['hidden by its wrapper', 'around.style.opacity = 0', 'The field is hidden now.'],
    ['of another type', 'email.type = "text"', 'The field is no longer the one this was offered for.'],
    ['under another name', 'email.name = "comment"', 'The field is no longer the one this was offered for.'],
    [
      'sent to another site',
      'form.action = "https://collector.example/"',
      'The field is no longer the one this was offered for.',
    ],
    ['read-only', 'email.readOnly = true', 'The field takes no text now.'],
  ])('%s', async (_, change, why) => {
    const page = await open('sign-up.html');
    const menu = await openMenu(scene, page, '#email', ADDRESS);
    await glance();
    await page.evaluate(`window.kept = email; ${change}`);
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Enter');
    await menu.getByText('Nothing was typed', { exact: true }).waitFor();
    await menu.getByText(why).waitFor();
    expect(
      await page.evaluate(
        '[kept.value, ...[...document.querySelectorAll("input")].map((one) => one.value)].join("")',
      ),
    ).toBe('');
  });

  it.each([
    ['moved off the screen', 'email.style.cssText = "position:absolute; left:-5000px"'],
    ['put into another form', 'elsewhere.append(email)'],
    ['removed', 'window.kept = email; email.remove()'],
  ])('%s, which takes the menu along: a click where it stood does nothing', async (_, change) => {
    const page = await open('sign-up.html');
    const menu = await openMenu(scene, page, '#email', ADDRESS);
    const box = await menu.getByRole('menuitem', { name: ADDRESS }).first().boundingBox();
    await glance();
    await page.evaluate(`window.kept = email; ${change}`);
    const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 10];
    await page.mouse.click(x, y);
    // Asked of the page: a question to a frame that goes away at that moment may never be answered.
    await waitFor(
      () => page.evaluate(`document.elementFromPoint(${x}, ${y}) !== (${HOST} ?? 0)`),
      'the menu to go',
    );
    await glance();
    expect(await page.evaluate('kept.value')).toBe('');
  });

  it('and a look-alike put in its place gets nothing either', async () => {
    const page = await open('sign-up.html');
    await openMenu(scene, page, '#email', ADDRESS);
    await glance();
    await page.evaluate('const copy = email.cloneNode(); email.replaceWith(copy); copy.focus()');
    await page.keyboard.press('Alt+ArrowDown');
    // The copy has the focus and is offered for itself; what was open for the old one is closed or says that nothing was typed.
    await openMenu(scene, page, '#email', ADDRESS);
    expect(await page.locator('#email').inputValue()).toBe('');
  });
});

it('a page that keeps nothing: the menu says so, and what was chosen can be copied', async () => {
  const page = await open('sign-up.html');
  await page.evaluate(`email.addEventListener('input', () => { email.value = ''; })`);
  const menu = await openMenu(scene, page, '#email', ADDRESS);
  await glance();
  await menu.getByRole('menuitem', { name: ADDRESS }).first().click();
  await menu.getByText('The page did not keep it').waitFor();
  await glance();
  await menu.getByRole('menuitem', { name: 'Copy' }).click();
  await menu.getByText('Copied').waitFor();
  await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<textarea id="free"></textarea>')`);
  await page.locator('#free').click();
  await page.keyboard.press('Control+v');
  expect(await page.locator('#free').inputValue()).toBe(scene.email);
});

describe('floods', () => {
  it('ten thousand focus events and ten thousand fields: the next person is served', async () => {
    const page = await open('sign-up.html');
    await page.evaluate(() => {
      const many = Array.from(
        { length: 10_000 },
        (_, at) => `<input type="email" name="e${at}" aria-label="E-mail ${at}">`,
      );
      document.body.insertAdjacentHTML('beforeend', `<form id="flood">${many.join('')}</form>`);
    });
    await page.locator('#email').click();
    await page.evaluate(() => {
      const fields = document.querySelectorAll<HTMLInputElement>('#flood input');
      for (let at = 0; at < 10_000; at += 1) {
        fields[at % 50]?.focus();
        fields[at]?.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
      }
    });
    await page.locator('h1').click();
    const menu = await openMenu(scene, page, '#email', ADDRESS);
    await glance();
    // Forced: the driver would wait for two drawn frames of a row that does not move, and on a busy machine none is due.
    await menu.getByRole('menuitem', { name: ADDRESS }).first().click({ force: true });
    expect(await waitFor(() => page.locator('#email').inputValue(), 'the address')).toBe(scene.email);
    expect(await page.evaluate(`document.querySelectorAll('[popover]').length`)).toBe(1);
  });

  it('a page that removes our node at sight: few come, and the toolbar serves it', async () => {
    const page = await open('sign-up.html');
    await page.evaluate(`window.removed = 0; new MutationObserver(() => { const ours = ${HOST}; if (ours) { ours.remove(); removed += 1 } })
      .observe(document.documentElement, { childList: true })`);
    for (let round = 0; round < 6; round += 1) {
      await page.locator('#email').click();
      await glance();
      await page.locator('h1').click();
    }
    expect(await page.evaluate<number>('removed')).toBeLessThanOrEqual(6);
    await page.locator('#email').click();
    const popup = await scene.browser.popup(page);
    await popup.click('[role=tab]', 'This site');
    await popup.click('li:has([aria-label*="own.example"]) button', 'Fill');
    expect(await waitFor(() => page.locator('#email').inputValue(), 'a value')).toBe(scene.email);
    await popup.close();
  });
});

it('an overridden platform: the field is filled, and the page caught nothing of ours', async () => {
  const page = await open('override.html');
  const menu = await openMenu(scene, page, '#email', ADDRESS);
  await glance();
  await menu.getByRole('menuitem', { name: ADDRESS }).first().click();
  // The page's own world is spoilt for asking, too: it writes what it knows into the document.
  expect(await waitFor(() => page.locator('#truth').textContent(), 'the address')).toBe(scene.email);
  // The page's own call is caught, and so is the test's driver, which works in the page's world: of us no call and no word.
  const caught = await page.locator('#caught').textContent();
  expect(caught).toContain('createElement: p');
  expect(caught).not.toMatch(/attachShadow|showPopover|execCommand|value:|object (ref|url|kinds|ticket):/);
  expect(caught).not.toMatch(/chrome-extension|own\.example|moniker|menu\.html/i);
});

describe('frames', () => {
  it('an opaque origin and another origin get no menu; the page around them does', async () => {
    const page = await open('frames.html');
    await page.evaluate((src) => {
      document.querySelector<HTMLIFrameElement>('#foreign')?.setAttribute('src', src);
    }, `${scene.sandbox.json.shop}/signup`);
    for (const id of ['sandboxed', 'foreign']) {
      const frame = page.frameLocator(`#${id}`);
      await frame.locator('#email').click();
      await frame.locator('#email').fill('me@mail.example');
      await glance();
      expect(await frame.locator('html > div[popover]').count()).toBe(0);
    }
    expect(page.frames().filter((frame) => frame.url().startsWith(scene.browser.origin))).toEqual([]);
    await openMenu(scene, page, '#email', ADDRESS);
    expect(page.frames().filter((frame) => frame.url().startsWith(scene.browser.origin))).toHaveLength(1);
  });

  it('one that takes the focus gets nothing by the keyboard, and from the popup only what is named for it', async () => {
    const page = await open('frames.html');
    const worker = await scene.browser.worker();
    await page.evaluate((src) => {
      document.querySelector<HTMLIFrameElement>('#foreign')?.setAttribute('src', src);
    }, `${scene.sandbox.json.shop}/signup`);
    const [far, opaque] = ['#foreign', '#sandboxed'].map((id) => page.frameLocator(id).locator('#email'));
    if (!far || !opaque) throw new Error('no frames');
    for (const field of [far, opaque]) {
      await page.locator('body > form #email').click();
      await field.evaluate((input) => input.focus());
      await worker.evaluate(`chrome.action.setBadgeText({ text: '' })`);
      await scene.browser.dispatch('commands.onCommand', 'fill-address');
      const popups = `chrome.runtime.getContexts({ contextTypes: ['POPUP'] })`;
      const said = `Promise.all([chrome.action.getBadgeText({}), ${popups}]).then(([badge, shown]) => badge === '!' || shown.length > 0)`;
      const answered = async () => (await field.inputValue()) !== '' || (await worker.evaluate(said));
      await waitFor(answered, 'the icon or the popup to say something');
      expect(await field.inputValue()).toBe('');
    }
    await far.click();
    const popup = await scene.browser.popup(page);
    await popup.click('[role=tab]', 'This site');
    await popup.click('li:has([aria-label*="own.example"]) button', 'Fill');
    await popup.waitFor('[role=alert]', `belongs to ${scene.sandbox.json.shop}`);
    expect([await far.inputValue(), await opaque.inputValue()]).toEqual(['', '']);
    await popup.click('[role=alert] button', 'Fill it there');
    expect(await waitFor(() => far.inputValue(), 'the field in the named frame')).toBe(scene.email);
    await popup.close();
  });
});
