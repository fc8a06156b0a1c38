// lib/fields against real pages in Chromium: typing, split codes, and what may not be typed into.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch, openWorld } from './fields/chromium-world.ts';
import { testGuard } from './fields/guard.ts';
import { testOneField } from './fields/one.ts';
import { testSplitCode } from './fields/split.ts';
import { bundleFields, type Open } from './fields/world.ts';

let browser: Browser;
let code: string;

beforeAll(async () => {
  [browser, code] = await Promise.all([launch(), bundleFields()]);
});
afterAll(() => browser?.close());

const open: Open = (body) => openWorld(browser, code, body);
testOneField(open);
testSplitCode(open);
testGuard(open);
