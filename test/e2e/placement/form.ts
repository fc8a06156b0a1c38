// Where the button and the menu stand in a form: never over the field's text, the next field, the submit button, a frame, or
// another manager's icon and list. The body of a test file; runs on any browser's screens.
import { describe, expect, it } from 'vitest';
import { waitFor } from '../drivers/wait.ts';
import { boxIn, boxOf, isInside, type OpenScreen, ours, overlap, type Screen, still } from './screen.ts';

/** How a page is before the field is clicked: what happens to it, in its own words. */
const STAGES: readonly (readonly [string, string])[] = [
  ['left to right', ''],
  ['right to left', `document.documentElement.dir = 'rtl'`],
  ['zoomed by style: the root', `document.documentElement.style.zoom = 2`],
  ['zoomed by style: the body', `document.body.style.zoom = 1.5`],
  ['shrunk by style', `document.documentElement.style.zoom = 0.8`],
  ['with a text that fills the field', `email.value = 'long.'.repeat(20) + 'name@mail.example'`],
  ['at the end of the window', `document.body.style.paddingTop = (innerHeight - 330) + 'px'`],
];

/** Clicks into the field and looks at what may not be covered. */
export async function expectFree(screen: Screen): Promise<void> {
  await screen.click('#email');
  const isFull = await screen.evaluate<boolean>(`document.querySelector('#email').value !== ''`);
  if (isFull) {
    await still(screen, '.button');
    await screen.openByKey();
  }
  const { button, menu } = await ours(screen);
  const field = await boxOf(screen, '#email');
  for (const other of ['#name', '#password', '#submit']) {
    const box = await boxOf(screen, other);
    expect({ other, button: overlap(button, box), menu: overlap(menu, box) }).toEqual({
      other,
      button: 0,
      menu: 0,
    });
  }
  expect(overlap(menu, field)).toBe(0);
  expect(overlap(menu, button)).toBe(0);
  expect(overlap(menu, await boxOf(screen, 'label[for=name]'))).toBe(0);
  if (isFull) expect(overlap(button, field)).toBe(0);
  expect(await isInside(menu, screen)).toBe(true);
  expect(await isInside(button, screen)).toBe(true);
  expect(button.width).toBeCloseTo(24, 0);
  expect(menu.height).toBeGreaterThanOrEqual(72);
}

export function testForm(open: OpenScreen): void {
  describe('a sign-up form: nothing of it is covered', () => {
    it.each(STAGES)('%s', async (_, change) => {
      const screen = await open('sign-up.html');
      if (change) await screen.evaluate(change);
      await expectFree(screen);
    });

    it('with a frame below the field, which may hold the next fields', async () => {
      const screen = await open('sign-up.html');
      await screen.evaluate(
        `email.insertAdjacentHTML('afterend', '<iframe id="next" srcdoc="<input>" style="width:100%;height:120px;border:0"></iframe>')`,
      );
      await screen.click('#email');
      const { button, menu } = await ours(screen);
      const next = await boxOf(screen, '#next');
      expect(overlap(menu, next)).toBe(0);
      expect(overlap(button, next)).toBe(0);
    });
  });

  describe('another manager in the field', () => {
    it.each(['closed-frame', 'popover', 'beside', 'in-wrapper', 'background'])(
      'its icon, %s',
      async (way) => {
        const screen = await open('managers.html');
        await screen.evaluate(`put('${way}')`);
        await screen.click('#email');
        const { button, menu } = await ours(screen);
        const icon = await boxIn(screen, 'iconBox()');
        expect(overlap(button, icon)).toBe(0);
        expect(overlap(menu, icon)).toBe(0);
        expect(overlap(button, await boxOf(screen, '#email'))).toBeGreaterThan(0);
      },
    );

    it('an icon that comes after us is made room for', async () => {
      const screen = await open('managers.html');
      await screen.click('#email');
      const { button } = await ours(screen);
      await screen.evaluate(`put('closed-frame')`);
      const icon = await boxIn(screen, 'iconBox()');
      expect(overlap(button, icon)).toBeGreaterThan(0);
      await waitFor(
        async () => overlap(await still(screen, '.button'), icon) === 0,
        'the button to make room',
      );
    });

    it('its open list, or the page’s own, stays free', async () => {
      const screen = await open('managers.html');
      await screen.evaluate(`(() => {
        const { left, bottom, width } = email.getBoundingClientRect();
        const list = document.body.appendChild(document.createElement('div'));
        list.id = 'list';
        list.style.cssText = 'position:fixed;z-index:99;background:gold;left:' + left + 'px;top:' + (bottom + 2) + 'px;width:' + width + 'px;height:180px';
      })()`);
      await screen.click('#email');
      const { menu } = await ours(screen);
      expect(overlap(menu, await boxOf(screen, '#list'))).toBe(0);
    });

    it('the browser’s own list has its place below the field', async () => {
      const screen = await open('managers.html');
      await screen.evaluate(`(email.setAttribute('list', 'known'), email.insertAdjacentHTML('afterend',
        '<datalist id="known"><option>a@mail.example</option><option>b@mail.example</option></datalist>'))`);
      await screen.click('#email');
      const field = await boxOf(screen, '#email');
      const { menu } = await ours(screen);
      expect(overlap(menu, { ...field, y: field.y + field.height, height: 60 })).toBe(0);
    });
  });
}
