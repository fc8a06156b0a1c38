// The stage of the placement tests: pages of test/fixtures/pages/placement, and the boxes of theirs and of ours. Leans on the
// hostile pages' scene; one browser a test file, since starting one costs more than any of the tests.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { type Scene, setScene } from '../hostile/scene.ts';
import type { OpenScreen, Screen } from './screen.ts';

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

/** The same as any browser's screen. */
export function screenOf(page: Page): Screen {
  const pierced = scene.browser.pierce(page);
  return {
    evaluate: (expression) => page.evaluate(expression),
    click: (selector) => page.locator(selector).click(),
    openByKey: () => page.keyboard.press('Alt+ArrowDown'),
    box: async (selector) => (await pierced).box(selector),
    async menu() {
      const frame = await scene.browser.menuFrame(page);
      await frame.getByRole('menuitem', { name: ADDRESS }).first().waitFor();
    },
  };
}
export const openScreen: OpenScreen = async (name) => screenOf(await open(name));
