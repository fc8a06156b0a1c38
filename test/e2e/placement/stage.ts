// The stage of the placement tests: pages of test/fixtures/pages/placement, and the boxes of theirs and of ours. Leans on the
// hostile pages' scene; one browser a test file, since starting one costs more than any of the tests.
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { Box } from '../drivers/pierce.ts';
import { type Scene, setScene } from '../hostile/scene.ts';

/** Set while the tests of a file that called `useScene` run. */
export let scene: Scene;

export function useScene(): void {
  beforeAll(async () => {
    scene = await setScene();
  });
  afterAll(() => scene?.close());
}

export const ADDRESS = /own\.example/;
export const HOST = 'html > div[popover]';

export async function open(name: string, query = ''): Promise<Page> {
  const page = await scene.browser.context.newPage();
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.goto(`${scene.sandbox.json.pages}/placement/${name}${query}`);
  onTestFinished(() => page.close());
  return page;
}

export const overlap = (a: Box, b: Box): number => {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0.5 && height > 0.5 ? width * height : 0;
};

/** Whatever a page can hold: by its own words, since closed roots are its own. */
export const boxIn = (page: Page | Frame, expression: string): Promise<Box> =>
  page.evaluate(
    `(() => { const { x, y, width, height } = ${expression}; return { x, y, width, height } })()`,
  );
export const boxOf = (page: Page | Frame, id: string): Promise<Box> =>
  boxIn(page, `document.querySelector('${id}').getBoundingClientRect()`);

/** Our button and our menu, once both stand still. */
export async function ours(page: Page | Frame, menu = true): Promise<{ button: Box; menu: Box }> {
  const pierced = await scene.browser.pierce(page);
  const button = await pierced.waitFor('.button');
  return { button, menu: menu ? await pierced.waitFor('.frame:not([data-early])') : button };
}

export const inside = ({ x, y, width, height }: Box, page: Page) => {
  const view = page.viewportSize() ?? { width: 0, height: 0 };
  return x >= 0 && y >= 0 && x + width <= view.width + 0.5 && y + height <= view.height + 0.5;
};
