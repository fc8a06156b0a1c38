// Where the button stands when the page moves: in the layer of the field, beside it through scrolling, zoom and re-layout. The
// body of a test file; runs on any browser's screens.
import { describe, expect, it } from 'vitest';
import { waitFor } from '../drivers/wait.ts';
import { boxOf, type OpenScreen, ours, overlap, type Screen } from './screen.ts';

/** How far the button stands from the middle of the field's end. */
export async function apart(screen: Screen): Promise<number> {
  const button = await screen.box('.button');
  const field = await boxOf(screen, '#email');
  if (!button) return Number.POSITIVE_INFINITY;
  return Math.hypot(
    button.x + button.width / 2 - (field.x + field.width),
    button.y + button.height / 2 - (field.y + field.height / 2),
  );
}

const CHANGES: readonly (readonly [string, string])[] = [
  ['scrolling of the page', 'scrollBy(0, 40)'],
  ['scrolling of a box in a box', '(inner.scrollBy(0, 30), outer.scrollBy(0, 20))'],
  ['new content above', `document.body.insertAdjacentHTML('afterbegin', '<p style="height: 60px">News</p>')`],
  ['a transform', `outer.style.transform = 'translate(50px, 30px)'`],
  ['another size of the field', `email.style.width = '200px'`],
  [
    'an animation',
    `void outer.animate([{ translate: '0 0' }, { translate: '80px 0' }], { duration: 300, fill: 'forwards' })`,
  ],
  ['zoom by style', `document.documentElement.style.zoom = 1.25`],
];

const LAYERS: readonly (readonly [string, string, string, string])[] = [
  ['the innermost modal dialog', '(outer.showModal(), inner.showModal())', '#in-dialog', 'inner'],
  ['a popover', 'pop.showPopover()', '#in-popover', 'pop'],
];

export function testLayers(open: OpenScreen): void {
  describe('in the layer of the field', () => {
    it.each(LAYERS)('%s', async (_, show, field, layer) => {
      const screen = await open('layers.html');
      await screen.evaluate(show);
      const before = await boxOf(screen, `#${layer}`);
      await screen.click(field);
      const { menu } = await ours(screen);
      expect(await screen.evaluate(`document.querySelector('div[popover=manual]').parentElement.id`)).toBe(
        layer,
      );
      expect(await boxOf(screen, `#${layer}`)).toEqual(before);
      expect(overlap(menu, await boxOf(screen, field))).toBe(0);
    });
  });
}

export function testBeside(open: OpenScreen): void {
  describe('stays beside its field', () => {
    it.each(CHANGES)('%s', async (_, change) => {
      const screen = await open('scroll.html');
      await screen.click('#email');
      await ours(screen);
      const before = await boxOf(screen, '#email');
      await screen.evaluate(change);
      const moved = async () => JSON.stringify(await boxOf(screen, '#email')) !== JSON.stringify(before);
      await waitFor(moved, 'a move');
      await waitFor(async () => (await apart(screen)) < 24, 'the button beside the field');
    });
  });
}
