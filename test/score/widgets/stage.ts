// A browser as the widget runs need it: open, click, ask the page's own world, close. Leans on the drivers of the
// end-to-end tests, each browser with the add-on of bundle.ts.
import { rm } from 'node:fs/promises';
import { launchChromium } from '../../e2e/drivers/chromium.ts';
import { launchFirefox } from '../../e2e/drivers/firefox.ts';
import type { BrowserName } from '../../tools/browsers.ts';
import { bundleAddOn } from './bundle.ts';

export interface Stage {
  open(url: string): Promise<void>;
  /** A person's click at a point of the viewport, whatever frame or shadow root lies there. */
  click(point: { x: number; y: number }): Promise<void>;
  /** Leaves the field as a person does, by the Tab key. */
  leave(): Promise<void>;
  /** An expression in the page's own world. */
  ask<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

async function chromium(addOn: string): Promise<Stage> {
  const driver = await launchChromium({ extension: addOn });
  const page = await driver.context.newPage();
  // A page that sends itself leaves with a question; nobody is there to answer.
  page.on('dialog', (dialog) => void dialog.dismiss());
  return {
    open: async (url) => void (await page.goto(url)),
    click: ({ x, y }) => page.mouse.click(x, y),
    leave: () => page.keyboard.press('Tab'),
    ask: (expression) => page.evaluate(expression),
    close: () => driver.close(),
  };
}

/** A click of the window's own: it finds its way into frames of other processes, as a person's does. */
const CLICK = `
  const [point] = arguments;
  const box = gBrowser.selectedBrowser.getBoundingClientRect();
  const options = { isDOMEventSynthesized: false, isWidgetEventSynthesized: false, isAsyncEnabled: true };
  for (const type of ['mousemove', 'mousedown', 'mouseup']) {
    const press = { button: 0, clickCount: type === 'mousemove' ? 0 : 1 };
    window.synthesizeMouseEvent(type, box.x + point.x, box.y + point.y, press, options);
  }`;

async function firefox(addOn: string): Promise<Stage> {
  const driver = await launchFirefox({ extension: addOn });
  const page = await driver.tab();
  return {
    async open(url) {
      await page.go(url);
      // The window's own focus may lie in the address bar, where a test's navigation left it.
      await driver.chrome('gBrowser.selectedBrowser.focus();');
    },
    click: async (point) => void (await driver.chrome(CLICK, point)),
    leave: () => page.press('Tab').catch(unlessLeft),
    ask: (expression) => page.evaluate(expression),
    close: () => driver.close(),
  };
}

/** A page that is on its way to the next one takes the key along. */
function unlessLeft(error: unknown): void {
  if (!/destroyed before query/.test(String(error))) throw error;
}

const STAGES: Record<BrowserName, (addOn: string) => Promise<Stage>> = { chromium, firefox };

export async function openStage(name: BrowserName): Promise<Stage> {
  const addOn = await bundleAddOn(name);
  const stage = await STAGES[name](addOn);
  return {
    ...stage,
    async close() {
      await stage.close();
      await rm(addOn, { recursive: true, force: true });
    },
  };
}
