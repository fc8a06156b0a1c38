// What may not be typed into, in a real browser: fields that changed after the offer, fields nobody can see, and addresses
// that the site has rejected. Geometry and visibility are only true in a browser. The body of a test file; leans on a world.
import { describe, expect, it } from 'vitest';
import { type Open, signUp } from './world.ts';

/** @param open a page in the browser under test. */
export function testGuard(open: Open): void {
  describe('a field that stopped being the one that was offered', () => {
    const page = `<form id=f action="/join"><label for=e>E-mail</label><span id=s><input id=e type=email name=email></span><button>Sign up</button></form><p id=p></p>`;
    it.each([
      ['removed', 'e.remove()', 'detached'],
      ['hidden', 'e.style.display = "none"', 'hidden'],
      ['made invisible by its wrapper', 's.style.opacity = "0"', 'hidden'],
      ['moved off the screen', 'e.style.cssText = "position:absolute;left:-5000px"', 'hidden'],
      ['moved to another place', 'p.append(e)', 'moved'],
      ['made read-only', 'e.readOnly = true', 'read-only'],
      ['disabled', 'e.disabled = true', 'read-only'],
      ['of another type', 'e.type = "text"', 'changed'],
      ['sent elsewhere', 'f.action = "https://other.test/"', 'changed'],
      ['sent elsewhere by its button', 'f.lastElementChild.formAction = "https://other.test/"', 'changed'],
    ])('gets nothing when %s', async (_, change, reason) => {
      const world = await open(page);
      await world.run('fields.offer("#e")');
      await world.page.evaluate(`(window.kept = e, ${change})`);
      expect(await world.run('fields.fillOffered("me@mail.example")')).toEqual({ kind: 'gone', reason });
      expect(await world.page.evaluate('kept.value')).toBe('');
    });
  });

  describe('what a person cannot see is not offered anything', () => {
    it.each([
      ['not rendered', 'display:none', 'not-rendered'],
      ['invisible', 'visibility:hidden', 'not-rendered'],
      ['a pixel wide', 'width:1px;padding:0;border:0', 'no-size'],
      ['transparent', 'opacity:0', 'transparent'],
      ['clipped', 'position:absolute;clip-path:inset(50%)', 'clipped'],
      ['off screen', 'position:absolute;left:-9999px', 'off-screen'],
    ])('%s', async (_, style, seen) => {
      const world = await open(signUp(`<input id=e type=email name=email style="${style}">`));
      expect(await world.run('fields.judge("#e")')).toMatchObject({ seen, eligible: false, planned: false });
    });

    it('but the one real input drawn invisible over pictures of boxes is a code field', async () => {
      const world =
        await open(`<form><h1>Enter the code we sent to your phone by text message</h1><div style="position:relative">
      <input id=c autocomplete=one-time-code maxlength=6 style="opacity:0;position:absolute;width:300px;height:40px"></div><button>Verify</button></form>`);
      expect(await world.run('fields.judge("#c")')).toMatchObject({
        role: 'code',
        eligible: true,
        form: 'code-sms',
      });
      expect(await world.run('fields.fill("#c", "482913")')).toMatchObject({ kind: 'filled' });
    });
  });

  describe('a rejected address', () => {
    it('is seen by aria-invalid and by an error beside the field; a kept one is not', async () => {
      const world = await open(
        `<input id=a value=x aria-invalid=true><input id=b value=ok><div><input id=c value=x><p class="field-error">No disposable addresses.</p></div>`,
      );
      expect(await world.run('["#a", "#b", "#c"].map((id) => fields.rejected(id))')).toEqual([
        true,
        false,
        true,
      ]);
    });
  });
}
