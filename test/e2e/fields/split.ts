// Typing into the boxes of a split code, from a world as content scripts have it; what counts is what the page's own state
// received. The body of a test file.
import { describe, expect, it } from 'vitest';
import { CONTROLLED } from './controlled.ts';
import type { Open, World } from './world.ts';

/** Six boxes; `script` may use `boxes` and must keep what it received in `state`. */
const sixBoxes = (script: string, type = 'text'): string => `
  <form onsubmit="return false"><h1>Enter the code we sent to your email</h1><div class=otp>
  ${Array.from({ length: 6 }, () => `<input type=${type} inputmode=numeric maxlength=1 style="width:40px;height:44px">`).join('')}
  </div><button>Verify</button></form>
  <script>var state = ['', '', '', '', '', '']; const boxes = [...document.querySelectorAll('input')]; ${script}</script>`;

const joined = ({ page }: World): Promise<string> => page.evaluate('state.join("")');

/** @param open a page in the browser under test. */
export function testSplitCode(open: Open): void {
  describe('a split code', () => {
    const CODE = '482913';

    it('puts one digit into each plain box', async () => {
      const world = await open(
        sixBoxes(
          'boxes.forEach((box, i) => box.addEventListener("input", () => { state[i] = box.value; }));',
        ),
      );
      expect(await world.run(`fields.fill("input", "${CODE}")`)).toEqual({
        kind: 'filled',
        method: 'setter',
      });
      expect(await joined(world)).toBe(CODE);
    });

    it('goes along with boxes that advance the focus', async () => {
      const world = await open(
        sixBoxes(
          'boxes.forEach((box, i) => box.addEventListener("input", () => { state[i] = box.value; boxes[i + 1]?.focus(); }));',
        ),
      );
      expect(await world.run(`fields.fill("input", "${CODE}")`)).toMatchObject({ kind: 'filled' });
      expect(await joined(world)).toBe(CODE);
    });

    it('reaches boxes that listen to keys only, without doubling a digit', async () => {
      const world = await open(
        sixBoxes(
          'boxes.forEach((box, i) => box.addEventListener("keydown", (event) => { if (!/^\\d$/.test(event.key)) return; event.preventDefault(); state[i] += event.key; box.value = event.key; boxes[i + 1]?.focus(); }));',
        ),
      );
      expect(await world.run(`fields.fill("input", "${CODE}")`)).toMatchObject({ kind: 'filled' });
      expect(await joined(world)).toBe(CODE);
    });

    it.each([
      ['keydown', 'event.keyCode >= 48 && event.keyCode <= 57', 'event.keyCode'],
      ['keypress', 'event.charCode > 0', 'event.charCode'],
      ['keydown', 'event.code.startsWith("Digit")', 'event.code.charCodeAt(5)'],
    ])('reaches boxes that judge %s by %s', async (type, test, sign) => {
      const world = await open(
        sixBoxes(
          `boxes.forEach((box, i) => box.addEventListener("${type}", (event) => { event.preventDefault(); if (!(${test})) return; state[i] += box.value = String.fromCharCode(${sign}); boxes[i + 1]?.focus(); }));`,
        ),
      );
      expect(await world.run(`fields.fill("input", "${CODE}")`)).toEqual({
        kind: 'filled',
        method: 'setter',
      });
      expect(await joined(world)).toBe(CODE);
    });

    it('goes no further when the page turns its form elsewhere half-way', async () => {
      const world = await open(
        sixBoxes(
          'boxes.forEach((box, i) => box.addEventListener("input", () => { state[i] = box.value; if (i === 1) document.forms[0].action = "https://other.test/"; }));',
        ),
      );
      expect(await world.run(`fields.fill("input", "${CODE}")`)).toEqual({ kind: 'gone', reason: 'changed' });
      expect(await joined(world)).toBe(CODE.slice(0, 2));
    });

    it.each(['text', 'tel', 'number', 'password'])('reaches controlled boxes of type %s', async (type) => {
      const world = await open(
        sixBoxes(
          `${CONTROLLED} boxes.forEach((box, i) => control(box, (next) => { state[i] = next.slice(-1); }, () => state[i]));`,
          type,
        ),
      );
      expect(await world.run(`fields.fill("input", "${CODE}")`)).toMatchObject({ kind: 'filled' });
      expect(await joined(world)).toBe(CODE);
    });

    it('finds boxes again that the page replaces at every digit', async () => {
      const world = await open(
        sixBoxes(`const row = document.querySelector('.otp');
        function draw() { row.replaceChildren(...state.map((value, i) => { const box = boxes[0].cloneNode(); box.value = value;
          box.addEventListener('input', () => { state[i] = box.value; draw(); }); return box; })); } draw();`),
      );
      expect(await world.run(`fields.fill("input", "${CODE}")`)).toMatchObject({ kind: 'filled' });
      expect(await joined(world)).toBe(CODE);
    });

    it('pastes the whole code where only pasting is understood', async () => {
      const world = await open(
        sixBoxes(`boxes.forEach((box) => { box.addEventListener('input', () => { boxes.forEach((each, i) => { each.value = state[i]; }); });
        box.addEventListener('paste', (event) => { event.preventDefault(); [...event.clipboardData.getData('text')].forEach((digit, i) => { state[i] = digit; boxes[i].value = digit; }); }); });`),
      );
      expect(await world.run(`fields.fill("input", "${CODE}")`)).toEqual({ kind: 'filled', method: 'paste' });
      expect(await joined(world)).toBe(CODE);
    });

    it('does not put a code of another length into the boxes', async () => {
      const world = await open(
        sixBoxes(
          'boxes.forEach((box, i) => box.addEventListener("input", () => { state[i] = box.value; }));',
        ),
      );
      expect(await world.run('fields.fill("input", "4829")')).toEqual({ kind: 'refused', kept: 0 });
      expect(await joined(world)).toBe('');
    });

    it('fills boxes in an open shadow root', async () => {
      const world =
        await open(`<form><h1>Enter the verification code</h1><x-code></x-code><button>Verify</button></form>
      <script>window.state = []; const root = document.querySelector('x-code').attachShadow({ mode: 'open' });
      root.innerHTML = '<div class=otp>' + '<input maxlength=1 style="width:40px;height:40px">'.repeat(6) + '</div>';
      root.querySelectorAll('input').forEach((box, i) => box.addEventListener('input', () => { state[i] = box.value; }));</script>`);
      expect(await world.run(`fields.fill("input", "${CODE}")`)).toMatchObject({ kind: 'filled' });
      expect(await joined(world)).toBe(CODE);
    });
  });
}
