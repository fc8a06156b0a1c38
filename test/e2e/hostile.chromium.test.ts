// What a hostile page can learn of us: before a field has the focus nothing, after it that one node is there. Leans on
// hostile/scene.ts and on pages that watch themselves (test/fixtures/pages/hostile).
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { waitFor } from './drivers/wait.ts';
import { glance, openMenu, type Scene, setScene } from './hostile/scene.ts';

let scene: Scene;
/** What the watching page saw while no site was allowed, so that none of our scripts ran in it. */
let alone: unknown;

const fingerprint = (page: Page): Promise<Record<string, unknown>> => page.evaluate('fingerprint()');

beforeAll(async () => {
  scene = await setScene(async (before) => {
    const page = await before.open('detect.html');
    alone = await fingerprint(page);
    await page.close();
  });
});
afterAll(() => scene?.close());

async function open(name: string, query?: string): Promise<Page> {
  const page = await scene.open(name, query);
  onTestFinished(() => page.close());
  return page;
}

/** Whether the waiting script is in the page: what is not there cannot be detected either. */
async function waits(page: Page): Promise<boolean> {
  const worker = await scene.browser.worker();
  await page.bringToFront();
  return worker.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: () => 'monikerWaiting' in globalThis });
    return result;
  })()`);
}

/** Known files of ours, asked for under the id that everybody can look up. */
const files = (): string[] =>
  [
    'manifest.json',
    'menu.html',
    'popup.html',
    'waiting.js',
    'page.js',
    'pick.js',
    'fixture.js',
    'icons/48.png',
  ].map((path) => `${scene.browser.origin}/${path}`);
const REFUSED = { fetch: false, img: false, script: false, link: false, worker: false };

describe('before a field has the focus', () => {
  it('a page sees what it sees without us', async () => {
    const page = await open('detect.html');
    expect(await waits(page)).toBe(true);
    await page.locator('h1').click();
    expect(await fingerprint(page)).toEqual(alone);
  });

  it('no file of ours is to be had under our id', async () => {
    const page = await open('detect.html');
    for (const url of files())
      expect(await page.evaluate(`tryLoad(${JSON.stringify(url)})`)).toEqual(REFUSED);
  });
});

describe('after it', () => {
  /** With a policy that would report the loading of a foreign frame or style. */
  const POLICY = `?csp=${encodeURIComponent("default-src 'self'; img-src data:; script-src 'self' 'unsafe-inline' 'unsafe-eval'; frame-src 'none'; style-src 'none'")}`;

  it('a page sees one node without content or name, and nothing else changed', async () => {
    const page = await open('detect.html', POLICY);
    await page.evaluate('added.length = 0');
    const before = await fingerprint(page);
    await openMenu(scene, page, '#email', /own\.example/);
    const after = await fingerprint(page);
    const seen = await page.evaluate(() => {
      const { added } = window as unknown as { added: Element[] };
      return added.map((node) => ({
        markup: node.outerHTML,
        shadowRoot: node.shadowRoot,
        text: node.textContent,
        parent: node.parentElement?.nodeName,
        box: [node.getBoundingClientRect().width, node.getBoundingClientRect().height],
      }));
    });
    expect(seen).toEqual([
      { markup: '<div popover="manual"></div>', shadowRoot: null, text: '', parent: 'HTML', box: [0, 0] },
    ]);
    const markup = String(before.markup).replace('</html>', '<div popover="manual"></div></html>');
    expect(after).toEqual({ ...before, markup, focus: 'INPUT' });
    expect(after).toMatchObject({ frames: 0, violations: [], heard: [] });
  });

  it('no entry of its performance timeline names us, and no frame can be reached', async () => {
    const page = await open('detect.html');
    await page.evaluate(`window.entries = []; for (const type of PerformanceObserver.supportedEntryTypes)
      new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({ type, buffered: true })`);
    await openMenu(scene, page, '#email', /own\.example/);
    await glance();
    const told = await page.evaluate<string>('JSON.stringify([...entries, ...performance.getEntries()])');
    expect(told).not.toContain('chrome-extension');
    expect(told).not.toContain('menu.html');
    expect(
      await page.evaluate(
        '[window.length, window[0] === undefined, document.querySelectorAll("iframe").length, Object.keys(window.frames).filter((name) => /^\\\\d+$/.test(name)).length]',
      ),
    ).toEqual([0, true, 0, 0]);
    for (const url of files())
      expect(await page.evaluate(`tryLoad(${JSON.stringify(url)})`)).toEqual(REFUSED);
  });

  it('clicks and keys made by a script do nothing; a real click works afterwards', async () => {
    const page = await open('sign-up.html');
    const menu = await openMenu(scene, page, '#email', /own\.example/);
    const row = menu.getByRole('menuitem', { name: /own\.example/ }).first();
    const box = await row.boundingBox();
    await glance();
    await page.evaluate((at) => {
      const host = document.querySelector<HTMLElement>('html > div[popover]');
      const spot = { clientX: (at?.x ?? 0) + 20, clientY: (at?.y ?? 0) + 10, bubbles: true, composed: true };
      const under = document.elementFromPoint(spot.clientX, spot.clientY);
      for (const target of [host, under, document.querySelector('#email')]) {
        for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
          target?.dispatchEvent(new MouseEvent(name, spot));
        }
        for (const key of ['ArrowDown', 'Enter', ' ']) {
          const keys = { key, code: key, altKey: key === 'ArrowDown', bubbles: true, composed: true };
          target?.dispatchEvent(new KeyboardEvent('keydown', keys));
          target?.dispatchEvent(new KeyboardEvent('keyup', keys));
        }
        if (target instanceof HTMLElement) target.click();
      }
      host?.focus();
      window.postMessage({ call: 'menu.choose', args: { kind: 'address', id: '1' } }, '*');
      window.frames[0]?.postMessage({ call: 'menu.view', args: {} }, '*');
    }, box);
    // The menu still answers, and a trusted click is taken: the script's were not waiting behind it.
    expect(await page.locator('#email').inputValue()).toBe('');
    await openMenu(scene, page, '#email', /own\.example/);
    await glance();
    await row.click();
    expect(await waitFor(() => page.locator('#email').inputValue(), 'the address')).toBe(scene.email);
  });
});

describe('our menu in a frame of the page', () => {
  it('is not loaded for a page, whatever ticket it names', async () => {
    const page = await open('sign-up.html');
    const url = `${scene.browser.origin}/menu.html#${'A'.repeat(22)}`;
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.addEventListener('load', () => {
        document.title = 'loaded';
      });
      frame.src = src;
      document.body.append(frame);
    }, url);
    await waitFor(async () => (await page.title()) === 'loaded', 'the frame to end loading');
    expect(page.frames().map((frame) => frame.url())).not.toContain(`${scene.browser.origin}/menu.html`);
    expect(page.frames()).toHaveLength(2);
    expect(page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  });

  it('shows nothing for a ticket that was spent or never issued, even when one of our scripts puts it there', async () => {
    const page = await open('sign-up.html');
    const worker = await scene.browser.worker();
    const report = { ref: 'r', role: 'email', form: 'sign-up', boxes: 1, rejected: false, because: [] };
    const put = (script: string) =>
      worker.evaluate<string>(`(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const func = async (report) => { ${script} };
        const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, args: [${JSON.stringify(report)}], func });
        return result;
      })()`);
    const show = (url: string) =>
      `const frame = document.createElement('iframe'); frame.src = ${url}; document.body.append(frame);`;
    const issued =
      await put(`const { ok } = await chrome.runtime.sendMessage({ call: 'page.ticket', args: report });
      ${show('ok.url')} return ok.url`);
    const first = await scene.browser.menuFrame(page);
    await first.getByText(scene.email.split('@')[0] ?? '').waitFor();
    for (const url of [issued, issued.replace(/#.*/, `#${'B'.repeat(22)}`)]) {
      await put(`${show(JSON.stringify(url))} return ''`);
      const frame = await waitFor(
        () => page.frames().find((one) => one !== first && one.url().startsWith(scene.browser.origin)),
        'the other frame',
      );
      await frame.getByText('not allowed from here').waitFor();
      expect(await frame.locator('body').innerText()).not.toContain('own.example');
      await page.evaluate('document.querySelectorAll("iframe")[1].remove()');
      await waitFor(() => frame.isDetached(), 'the frame to go');
    }
  });
});
