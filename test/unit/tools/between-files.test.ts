// Test files share their process: what one leaves behind is found and named, and the in-memory browser is as it was loaded,
// whatever the last one wrote over it. The changes made here are undone here, as the setup demands.
import { afterEach, expect, test, vi } from 'vitest';
import { browser } from '../../../lib/platform.ts';
import { forgetShared, lookAround } from '../../tools/left-behind.ts';
import { renewBrowser } from '../../tools/renew-browser.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

test('nothing changed is nothing told', () => {
  expect(lookAround()()).toEqual([]);
});

test.each<[string, () => void, string]>([
  ['a name', () => vi.stubGlobal('leftover', 1), 'globalThis.leftover is new'],
  ['another fetch', () => vi.stubGlobal('fetch', async () => new Response()), 'globalThis.fetch is another'],
  ['a variable', () => vi.stubEnv('LEFTOVER', 'yes'), 'process.env.LEFTOVER is another'],
])('%s is told', (_what, change, line) => {
  const lookAgain = lookAround();
  change();
  expect(lookAgain()).toEqual([line]);
});

test('what the product’s scripts keep for one another in a document is gone', () => {
  vi.stubGlobal('monikerLeftover', new Map());
  forgetShared();
  expect(globalThis).not.toHaveProperty('monikerLeftover');
});

test('a clock that stands is told', () => {
  const lookAgain = lookAround();
  vi.useFakeTimers({ toFake: ['Date'] });
  expect(lookAgain()).toContain('a clock that stands: vi.useRealTimers()');
});

test('what is written over the browser, added to it, stored in it or listening is gone', async () => {
  const { get } = browser.tabs;
  const heard = vi.fn();
  Object.assign(browser, { permissions: { request: heard }, leftover: true });
  Object.assign(browser.tabs, { get: heard });
  browser.runtime.onMessage.addListener(heard);
  await browser.storage.local.set({ leftover: true });
  renewBrowser();
  expect(browser.tabs.get).toBe(get);
  expect(browser).not.toHaveProperty('leftover');
  expect(browser.permissions.request).not.toBe(heard);
  expect(browser.runtime.onMessage.hasListener(heard)).toBe(false);
  expect(await browser.storage.local.get()).toEqual({});
});
