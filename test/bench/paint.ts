// From the opening of the popup, where it was left, to the first painted row of its list. In a tab of its own, where the document's
// own clock begins with its opening; the toolbar's window around it is the browser's.
import type { Stage } from './stage.ts';

const TAB = 'popup.html?bench';

interface Watched {
  benchPainted: Promise<number>;
}

/**
 * Runs in the popup before its own script: notes when a frame with the first row has been painted. The message posted in an
 * animation frame is delivered after that frame's layout and paint.
 */
function watchRows(row: string): void {
  const watched = globalThis as unknown as Watched;
  watched.benchPainted = new Promise((resolve) => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector(row)) return;
      seen.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          resolve(performance.now());
          port1.close();
        };
        port2.postMessage(null);
      });
    });
    seen.observe(document, { childList: true, subtree: true });
  });
}

/**
 * @param tab where the popup was left. @param row what the first row of the list holds, as a selector
 * @param asleep whether the worker is dead when it opens
 * @returns milliseconds
 */
export async function paintRows(
  { browser, ask }: Stage,
  tab: string,
  row: string,
  asleep: boolean,
): Promise<number> {
  const place = { tab, screen: 'list', id: '', at: Date.now() };
  await ask('draft.set', { place: 'popup.place', value: JSON.stringify(place) });
  const page = await browser.context.newPage();
  try {
    await page.addInitScript(watchRows, `.virtual-row:not([aria-busy="true"]) ${row}`);
    if (asleep) await browser.killWorker();
    await page.goto(`${browser.origin}/${TAB}`);
    // Not `waitForFunction`: that brings a script of 330 kB into the page, which it parses while we measure.
    return await page.evaluate(() => (globalThis as unknown as Watched).benchPainted);
  } finally {
    await page.close();
  }
}
