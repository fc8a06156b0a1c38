// Typing into one field of a real page, from a world as content scripts have it. What counts is what the page's own state
// received, not what the input shows. Plain pages stand in for the ways frameworks treat their inputs. The body of a test file.
import { describe, expect, it } from 'vitest';
import { CONTROLLED } from './controlled.ts';
import { type Open, signUp } from './world.ts';

/** @param open a page in the browser under test. */
export function testOneField(open: Open): void {
  describe('one field', () => {
    it('fills a plain input and fires input and change once each', async () => {
      const world = await open(`${signUp('<input id=e type=email name=email>')}
      <script>window.seen = []; for (const type of ['beforeinput', 'input', 'change']) e.addEventListener(type, (event) => seen.push(event.type + ':' + (event.data ?? e.value)));</script>`);
      expect(await world.run('fields.fill("#e", "me@mail.example")')).toEqual({
        kind: 'filled',
        method: 'setter',
      });
      expect(await world.page.evaluate('seen')).toEqual([
        'beforeinput:me@mail.example',
        'input:me@mail.example',
        'change:me@mail.example',
      ]);
    });

    it('reaches the state of a controlled input that tracks its own value', async () => {
      const world = await open(`${signUp('<input id=e type=email name=email>')}
      <script>${CONTROLLED} window.state = ''; control(e, (next) => { state = next; }, () => state);</script>`);
      expect(await world.run('fields.fill("#e", "me@mail.example")')).toMatchObject({ kind: 'filled' });
      expect(await world.page.evaluate('state')).toBe('me@mail.example');
    });

    it('is not fooled by a page that overrides the prototype', async () => {
      const world = await open(`${signUp('<input id=e type=email name=email>')}
      <script>Object.defineProperty(HTMLInputElement.prototype, 'value', { configurable: true, get: () => 'lie', set() {} });</script>`);
      expect(await world.run('fields.fill("#e", "me@mail.example")')).toMatchObject({ kind: 'filled' });
      expect(await world.run('document.querySelector("#e").value')).toBe('me@mail.example');
    });

    it('accepts what a mask makes of a code', async () => {
      const world =
        await open(`<form><label for=c>Verification code</label><input id=c inputmode=numeric><button>Verify</button></form>
      <script>c.addEventListener('input', () => { const digits = c.value.replace(/\\D/g, '').slice(0, 6); c.value = digits.length > 3 ? digits.slice(0, 3) + '-' + digits.slice(3) : digits; });</script>`);
      expect(await world.run('fields.fill("#c", "482913")')).toMatchObject({ kind: 'filled' });
      expect(await world.run('document.querySelector("#c").value')).toBe('482-913');
    });

    it('falls back to trusted typing where untrusted events are undone', async () => {
      const world = await open(`${signUp('<input id=e type=email name=email>')}
      <script>e.addEventListener('input', (event) => { if (!event.isTrusted) e.value = ''; });</script>`);
      expect(await world.run('fields.fill("#e", "me@mail.example")')).toEqual({
        kind: 'filled',
        method: 'insert-text',
      });
    });

    it('types nothing into another field to which the page leads the focus', async () => {
      const world = await open(`${signUp('<input id=e type=email name=email>')}<input id=o>
      <script>e.addEventListener('input', (event) => { if (!event.isTrusted) e.value = ''; }); e.addEventListener('focus', () => o.focus());</script>`);
      expect(await world.run('fields.fill("#e", "me@mail.example")')).toEqual({ kind: 'refused', kept: 0 });
      expect(await world.page.evaluate('o.value')).toBe('');
    });

    it('falls back to pasting where only that is listened to', async () => {
      const world = await open(`${signUp('<input id=e type=email name=email>')}
      <script>let pasted = ''; e.addEventListener('input', () => { e.value = pasted; });
      e.addEventListener('paste', (event) => { event.preventDefault(); pasted = event.clipboardData.getData('text/plain'); e.value = pasted; });</script>`);
      expect(await world.run('fields.fill("#e", "me@mail.example")')).toEqual({
        kind: 'filled',
        method: 'paste',
      });
    });

    it('says honestly that the page kept nothing', async () => {
      const world = await open(
        `${signUp('<input id=e type=email name=email>')}<script>e.addEventListener('input', () => { e.value = 'x'; });</script>`,
      );
      expect(await world.run('fields.fill("#e", "me@mail.example")')).toEqual({ kind: 'refused', kept: 1 });
    });

    it('calls it success when the page moves on by itself', async () => {
      const world =
        await open(`<form><label for=c>Verification code</label><input id=c maxlength=6><button>Verify</button></form>
      <script>c.addEventListener('input', () => { if (c.value.length === 6) document.body.textContent = 'Welcome'; });</script>`);
      expect(await world.run('fields.fill("#c", "482913")')).toEqual({ kind: 'moved-on' });
    });

    it('does not send a code twice that the page took and cleared', async () => {
      const world =
        await open(`<form><label for=c>Verification code</label><input id=c maxlength=6><button>Verify</button></form>
      <script>window.tries = 0; c.addEventListener('input', () => { if (c.value.length === 6) { tries += 1; setTimeout(() => { c.value = ''; }, 200); } });</script>`);
      expect(await world.run('fields.fill("#c", "482913")')).toEqual({ kind: 'refused', kept: 0 });
      expect(await world.page.evaluate('tries')).toBe(1);
    });

    it('fills a contenteditable', async () => {
      const world =
        await open(`<form><h1>Check your email</h1><div id=c contenteditable role=textbox aria-label="Verification code" style="width:200px;height:30px"></div><button>Verify</button></form>
      <script>window.state = ''; c.addEventListener('input', () => { state = c.textContent; });</script>`);
      expect(await world.run('fields.fill("#c", "482913")')).toMatchObject({ kind: 'filled' });
      expect(await world.page.evaluate('state')).toBe('482913');
    });

    it('undoes its fill, and the page hears of it', async () => {
      const world = await open(`${signUp('<input id=e type=email name=email value=old@mail.example>')}
      <script>window.state = ''; e.addEventListener('input', () => { state = e.value; });</script>`);
      await world.run('fields.fill("#e", "me@mail.example")');
      expect(await world.run('fields.undo()')).toBe(true);
      expect(await world.page.evaluate('state')).toBe('old@mail.example');
    });
  });
}
