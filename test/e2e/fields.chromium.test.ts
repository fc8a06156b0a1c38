// Typing into real pages in real Chromium, from an isolated world as content scripts have it. What counts is what the
// page's own state received, not what the input shows. Plain pages stand in for the ways frameworks treat their inputs.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFields, launch, openWorld, type World } from './fields-world.ts';

let browser: Browser;
let code: string;

beforeAll(async () => {
  [browser, code] = await Promise.all([launch(), bundleFields()]);
});
afterAll(() => browser.close());

const open = (body: string): Promise<World> =>
  openWorld(browser, code, `<!doctype html><meta charset=utf-8><title>Test</title><body>${body}</body>`);

const signUp = (input: string): string =>
  `<form><h1>Create account</h1><label for=e>E-mail</label>${input}<button>Sign up</button></form>`;

/** Six boxes; `script` may use `boxes` and must keep what it received in `state`. */
const sixBoxes = (script: string, type = 'text'): string => `
  <form onsubmit="return false"><h1>Enter the code we sent to your email</h1><div class=otp>
  ${Array.from({ length: 6 }, () => `<input type=${type} inputmode=numeric maxlength=1 style="width:40px;height:44px">`).join('')}
  </div><button>Verify</button></form>
  <script>const state = ['', '', '', '', '', '']; const boxes = [...document.querySelectorAll('input')]; ${script}</script>`;

const joined = ({ page }: World): Promise<string> => page.evaluate('state.join("")');

/** Keeps a tracker on the element, as React does: an input event that finds nothing changed is ignored, and the next
 * render puts the old state back. */
const CONTROLLED = `
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  function control(input, onChange, get) {
    let tracked = native.get.call(input);
    Object.defineProperty(input, 'value', { configurable: true,
      get() { return native.get.call(this); },
      set(next) { tracked = String(next); native.set.call(this, next); } });
    input.addEventListener('input', () => {
      const now = native.get.call(input);
      if (now === tracked) return;
      tracked = now;
      onChange(now);
      queueMicrotask(() => { input.value = get(); });
    });
  }`;

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

describe('a split code', () => {
  const CODE = '482913';

  it('puts one digit into each plain box', async () => {
    const world = await open(
      sixBoxes('boxes.forEach((box, i) => box.addEventListener("input", () => { state[i] = box.value; }));'),
    );
    expect(await world.run(`fields.fill("input", "${CODE}")`)).toEqual({ kind: 'filled', method: 'setter' });
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
      sixBoxes('boxes.forEach((box, i) => box.addEventListener("input", () => { state[i] = box.value; }));'),
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
