// From a click into a field to our button on the screen: how long the person waits, and how long the page's own thread is
// held up by us meanwhile. Leans on the shop's sign-up page and on Chromium's trace; adds nothing to the product.
import type { Page } from 'playwright-core';
import { waitFor } from '../e2e/drivers/wait.ts';
import { type Figure, sampled } from './figure.ts';
import { onStage, type Setting, type Stage } from './stage.ts';
import { type TraceEvent, trace } from './trace.ts';

/** How often a fresh document's field, and then the same field again. */
const TURNS = 14;
const FIELD = '#email';
/** A field that gets no offer, so that the next focus of the other one begins anew. */
const ELSEWHERE = '#name';

/** Script of ours, and what it makes the browser do, on the thread of the page. */
const WORK = [
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'v8.compile',
  'TimerFire',
  'FireAnimationFrame',
];
const MARK = { focus: 'bench-focus', painted: 'bench-painted' } as const;

interface Watched {
  /** Milliseconds from the focus event to the frame with our host in it; null until then. */
  benchTook: number | null;
}

interface Watch {
  field: string;
  /** Whether the page itself adds a node at once: what this machine needs to paint anything at all. */
  own: boolean;
  focus: string;
  painted: string;
}

/**
 * Runs in the page, which sees of us no more than that a node came: notes when the frame that shows it has been painted.
 * The message posted in an animation frame is delivered after that frame's layout and paint.
 */
function watchHost({ field, own, focus, painted }: Watch): void {
  const world = globalThis as unknown as Watched;
  world.benchTook = null;
  const began = new AbortController();
  const seen = new MutationObserver((records) => {
    if (!records.some(({ addedNodes }) => addedNodes.length > 0)) return;
    seen.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        performance.mark(painted);
        world.benchTook = performance.now() - at;
        port1.close();
      };
      port2.postMessage(null);
    });
  });
  let at = 0;
  document.querySelector(field)?.addEventListener(
    'focus',
    (event) => {
      began.abort();
      at = event.timeStamp;
      performance.mark(focus);
      seen.observe(document.documentElement, { childList: true });
      if (own) document.documentElement.append(document.createElement('div'));
    },
    { signal: began.signal, capture: true },
  );
}

/** The page's own node in place of ours, beside a field that we leave alone; other marks, so that the trace passes it by. */
const floorOnce = (page: Page): Promise<number> =>
  focusOnce(page, { field: ELSEWHERE, own: true, focus: 'bench-own', painted: 'bench-own-painted' });

/** One click into the field, watched. @returns milliseconds until what was added is painted */
async function focusOnce(page: Page, watch: Watch = { field: FIELD, own: false, ...MARK }): Promise<number> {
  await page.evaluate(watchHost, watch);
  await page.locator(watch.field).click();
  return waitFor(
    () => page.evaluate(() => (globalThis as unknown as Watched).benchTook),
    'our button to be painted',
  );
}

/** Fresh documents and ones that know us already, in turns. @returns the first's times at even places */
async function focusMany({ journey, sandbox }: Stage): Promise<number[]> {
  const { shop } = journey;
  const times: number[] = [];
  await shop.bringToFront();
  for (let turn = 0; turn < TURNS; turn += 1) {
    await shop.goto(`${sandbox.json.shop}/signup`);
    times.push(await focusOnce(shop));
    await shop.locator(ELSEWHERE).click();
    await waitFor(() => shop.evaluate(() => !document.querySelector('html > [popover]')), 'our button to go');
    times.push(await focusOnce(shop));
  }
  return times;
}

const cold = (times: readonly number[]): number[] => times.filter((_, at) => at % 2 === 0);
const warm = (times: readonly number[]): number[] => times.filter((_, at) => at % 2 === 1);

export async function measureFocus(setting: Setting): Promise<Figure[]> {
  return onStage(setting, async (stage) => {
    // Once untimed: the first page of a browser's life starts processes that no later one waits for.
    await stage.journey.shop.goto(`${stage.sandbox.json.shop}/signup`);
    await focusOnce(stage.journey.shop);
    const times = await focusMany(stage);
    const floor: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      await stage.journey.shop.goto(`${stage.sandbox.json.shop}/signup`);
      floor.push(await floorOnce(stage.journey.shop));
    }
    // Traced separately, since recording makes everything slower.
    const events = await trace(
      stage.browser,
      ['devtools.timeline', 'blink.user_timing', 'v8'],
      async () => void (await focusMany(stage)),
    );
    const works = workOf(events);
    if (works.length !== times.length) throw new Error(`${works.length} focuses in the trace`);
    return [
      sampled('focus-to-button', times, 'ms', 60),
      sampled('focus-to-button-cold', cold(times), 'ms', null),
      sampled('focus-to-button-warm', warm(times), 'ms', null),
      sampled('focus-to-own-node', floor, 'ms', null),
      sampled('focus-page-thread', works, 'ms', 8),
      sampled('focus-page-thread-cold', cold(works), 'ms', null),
      sampled('focus-page-thread-warm', warm(works), 'ms', null),
    ];
  });
}

/** Milliseconds of script between each pair of marks, on the thread that made them; nested pieces count once. */
function workOf(events: readonly TraceEvent[]): number[] {
  const works: number[] = [];
  let focus: TraceEvent | null = null;
  for (const event of events) {
    if (event.name === MARK.focus) focus = event;
    if (event.name !== MARK.painted || focus === null) continue;
    works.push(scriptBetween(events, focus, event.ts) / 1000);
    focus = null;
  }
  return works;
}

/** @returns microseconds that the thread ran: a machine busy with other things is no work of ours */
function scriptBetween(events: readonly TraceEvent[], { pid, tid, ts }: TraceEvent, end: number): number {
  let total = 0;
  let covered = ts;
  for (const event of events) {
    if (event.pid !== pid || event.tid !== tid || event.ph !== 'X' || !WORK.includes(event.name)) continue;
    if (event.ts < covered || event.ts > end) continue;
    total += event.tdur;
    covered = event.ts + event.dur;
  }
  return total;
}
