// How long the worker needs to come back: from the browser's decision to start it until its whole bundle has run, and, as
// a page feels it, from a message to its answer. Leans on Chromium's trace for the first, on one message for the second.
import { launchChromium } from '../e2e/drivers/chromium.ts';
import { type Figure, sampled } from './figure.ts';
import type { Setting } from './stage.ts';
import { type TraceEvent, trace } from './trace.ts';

const STARTS = 15;
const REQUESTED = 'ServiceWorkerVersion::StartWorkerRequested';
const EVALUATED = 'ServiceWorkerGlobalScopeProxy::DidEvaluateTopLevelScript';

interface OwnPage {
  chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok?: unknown }> } };
}

export async function measureWorkerStart(setting: Setting): Promise<Figure[]> {
  const browser = await launchChromium({ extension: setting.extension });
  try {
    const page = await browser.context.newPage();
    await page.goto(`${browser.origin}/popup.html`);
    await page.locator('input').first().or(page.locator('button').first()).first().waitFor();
    const answers: number[] = [];
    const events = await trace(browser, ['ServiceWorker'], async () => {
      for (let start = 0; start < STARTS; start += 1) {
        await browser.killWorker();
        const took = await page.evaluate(async () => {
          const { chrome } = globalThis as unknown as OwnPage;
          const began = performance.now();
          const answer = await chrome.runtime.sendMessage({ call: 'vault.status', args: {} });
          if (!answer.ok) throw new Error('the worker did not answer');
          return performance.now() - began;
        });
        answers.push(took);
      }
    });
    const starts = pair(events);
    if (starts.length < STARTS) throw new Error(`${starts.length} starts in the trace, ${STARTS} expected`);
    return [
      sampled('worker-start', starts, 'ms', 100),
      sampled('worker-start-to-answer', answers, 'ms', null),
    ];
  } finally {
    await browser.close();
  }
}

/** Milliseconds from each request to the end of the evaluation that followed it. */
function pair(events: readonly TraceEvent[]): number[] {
  const times: number[] = [];
  let requested: number | null = null;
  for (const { name, ts } of events) {
    if (name === REQUESTED) requested = ts;
    if (name !== EVALUATED || requested === null) continue;
    times.push((ts - requested) / 1000);
    requested = null;
  }
  return times;
}
