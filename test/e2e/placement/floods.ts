// Pages that are far more than a form: a bounded amount of work is done, and the person is served. The body of a test file;
// runs on any browser's screens.
import { describe, expect, it } from 'vitest';
import { type OpenScreen, ours } from './screen.ts';

/** From the click to the menu, in milliseconds: what hangs takes longer. */
const IN_TIME = 10_000;

const FLOODS: readonly (readonly [string, string, string])[] = [
  ['a thousand changes a second', 'mutate', '#email'],
  ['a label of a megabyte', 'labels', '#email'],
  ['ten thousand fields', 'fields', '#email'],
  ['ten thousand fields, one of the last', 'fields', '#flood div:nth-child(9990) input'],
  ['fifty frames', 'frames', '#email'],
];

/** Names that pages give to controls, and that members of forms have. */
const NAMES =
  'children matches contains title id name action method target length elements style text label value type size form hidden lang dir autocomplete dataset normalize closest remove append before after parentNode';

export function testNames(open: OpenScreen): void {
  it('controls that go by the names of their form’s own members', async () => {
    const screen = await open('sign-up.html');
    await screen.evaluate(`(() => {
      for (const name of '${NAMES}'.split(' ')) document.forms[0].insertAdjacentHTML('beforeend', '<input type=checkbox name=' + name + '>');
      document.body.insertAdjacentHTML('beforeend', '<form name=title></form>');
    })()`);
    // By the page itself: the drivers' own scripts trip over such names.
    await screen.evaluate(`document.querySelector('#email').focus()`);
    await screen.menu();
    expect(await screen.box('.button')).not.toBeNull();
  });
}

export function testFloods(open: OpenScreen): void {
  describe('floods', () => {
    it.each(FLOODS)('%s: served in time', async (_, flood, field) => {
      const screen = await open('floods.html');
      await screen.evaluate(`floods.${flood}()`);
      const start = performance.now();
      await screen.click(field);
      await ours(screen);
      expect(performance.now() - start).toBeLessThan(IN_TIME);
    });

    it('a hundred nested shadow roots', async () => {
      const screen = await open('floods.html');
      await screen.evaluate('(floods.roots(), deep.focus())');
      await screen.menu();
    });

    it('ten thousand focus events: the next person is served, and one node of ours is there', async () => {
      const screen = await open('floods.html');
      await screen.evaluate('floods.fields()');
      await screen.evaluate(`(() => {
        const fields = document.querySelectorAll('#flood input');
        for (let at = 0; at < 10000; at += 1) {
          if (at % 10 === 0) fields[at % 50].focus();
          fields[at].dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
        }
        document.activeElement.blur();
      })()`);
      await screen.click('#email');
      await ours(screen);
      expect(await screen.evaluate(`document.querySelectorAll('[popover]').length`)).toBe(1);
    });
  });
}
