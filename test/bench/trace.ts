// Chromium's own record of what it did and when, for times that no script can take without being in the way. Leans on
// Playwright's tracing of the whole browser; knows the shape of an event and nothing of what the events mean.
import * as v from 'valibot';
import type { ChromiumDriver } from '../e2e/drivers/chromium.ts';

const eventShape = v.object({
  name: v.string(),
  /** `X` has a duration; the others are one moment. */
  ph: v.string(),
  pid: v.number(),
  tid: v.number(),
  /** Microseconds, on one clock for all processes. */
  ts: v.optional(v.number(), 0),
  dur: v.optional(v.number(), 0),
  /** Microseconds that the thread really ran of those, whatever else the machine was busy with. */
  tdur: v.optional(v.number(), 0),
  args: v.optional(v.record(v.string(), v.unknown()), {}),
});
export type TraceEvent = v.InferOutput<typeof eventShape>;
const traceShape = v.object({ traceEvents: v.array(eventShape) });

/** @returns what happened in all processes while `work` ran, in the order of time. */
export async function trace(
  { context }: ChromiumDriver,
  categories: readonly string[],
  work: () => Promise<void>,
): Promise<TraceEvent[]> {
  const browser = context.browser();
  if (!browser) throw new Error('no browser to trace');
  await browser.startTracing(undefined, { categories: [...categories] });
  let recorded: Buffer;
  try {
    await work();
  } finally {
    recorded = await browser.stopTracing();
  }
  const { traceEvents } = v.parse(traceShape, JSON.parse(recorded.toString('utf8')));
  return traceEvents.sort((a, b) => a.ts - b.ts);
}
