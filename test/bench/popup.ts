// From the opening of the popup to the first painted rows of ten thousand addresses, with the worker awake and asleep. In a tab of
// its own, where the document's own clock begins with its opening; the toolbar's window around it is the browser's.
import { type Figure, sampled } from './figure.ts';
import { fillVault } from './many.ts';
import { onStage, type Setting, type Stage } from './stage.ts';

const MANY = 10_000;
const TURNS = 11;
const TAB = 'popup.html?bench';

interface Watched {
  benchPainted?: number;
}

/**
 * Runs in the popup before its own script: notes when a frame with the first row of an address has been painted. The message
 * posted in an animation frame is delivered after that frame's layout and paint.
 */
function watchRows(): void {
  const seen = new MutationObserver(() => {
    if (!document.querySelector('.virtual-row:not([aria-busy="true"]) .email')) return;
    seen.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        (globalThis as unknown as Watched).benchPainted = performance.now();
        port1.close();
      };
      port2.postMessage(null);
    });
  });
  seen.observe(document, { childList: true, subtree: true });
}

async function openOnce({ browser, ask }: Stage, asleep: boolean): Promise<number> {
  // The popup opens where it was left.
  const place = { tab: 'addresses', screen: 'list', id: '', at: Date.now() };
  await ask('draft.set', { place: 'popup.place', value: JSON.stringify(place) });
  const page = await browser.context.newPage();
  try {
    await page.addInitScript(watchRows);
    if (asleep) await browser.killWorker();
    await page.goto(`${browser.origin}/${TAB}`);
    const painted = await page.waitForFunction(
      () => (globalThis as unknown as Watched).benchPainted,
      undefined,
      { polling: 50 },
    );
    return (await painted.jsonValue()) ?? Number.NaN;
  } finally {
    await page.close();
  }
}

export async function measurePopup(setting: Setting): Promise<Figure[]> {
  return onStage(setting, async (stage) => {
    await fillVault(stage, setting, MANY);
    await openOnce(stage, true);
    const warm: number[] = [];
    const cold: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      warm.push(await openOnce(stage, false));
      cold.push(await openOnce(stage, true));
    }
    return [sampled('popup-rows-warm', warm, 'ms', 150), sampled('popup-rows-cold', cold, 'ms', 250)];
  });
}
