// Waits for a code, one a document: begun when a code field took focus, beaten by the page's own script, ended after three
// minutes, by the page, or with its tab. Leans on storage.session, since the worker may die between beats.
import * as v from 'valibot';
import type { FieldReport } from '../../lib/messages/contract.ts';
import type { Channel, FormKind } from '../../lib/model.ts';
import type { FrameTarget } from '../../lib/platform.ts';
import { sessionItem } from '../../lib/session-item.ts';

const waitShape = v.object({
  documentId: v.string(),
  tabId: v.number(),
  ref: v.string(),
  site: v.string(),
  since: v.number(),
  /** The channel that the page names, if it does: asked first where asking goes by turns. */
  by: v.nullable(v.picklist(['email', 'sms'])),
  /** Messages whose code was already announced to the page. */
  told: v.array(v.string()),
  trouble: v.nullable(v.object({ code: v.string(), retryAfter: v.nullable(v.number()) })),
});
export type Wait = v.InferOutput<typeof waitShape>;

/** A wait ends by itself after this long. */
export const WAIT_LIFE = 3 * 60_000;

/**
 * Beats: quick while most mails arrive, slower after; `until` counts from the start of the wait, all in milliseconds. Eighteen in the
 * first minute: with the try for a live line and the message itself, a wait costs a key twenty requests of its minute.
 */
const PACE = [
  { until: 15_000, every: 2_500 },
  { until: 60_000, every: 4_000 },
  { until: WAIT_LIFE, every: 8_000 },
] as const;

/** @returns milliseconds until the next beat, or null when the wait is over. */
export function nextBeat(since: number, now: number): number | null {
  const age = now - since;
  return PACE.find(({ until }) => age < until)?.every ?? null;
}

/** Forms that name the way their code comes. */
const CHANNELS: Partial<Record<FormKind, Channel>> = { 'code-email': 'email', 'code-sms': 'sms' };

const waits = sessionItem('waits', v.array(waitShape), () => []);

/** Begins a wait, or goes on with the one of this document: focus moving between boxes does not restart the clock. */
export async function beginWait(
  target: FrameTarget,
  { ref, form }: Pick<FieldReport, 'ref' | 'form'>,
  site: string,
  now: number,
): Promise<Wait> {
  return waits.change((all) => {
    const alive = all.filter((it) => now - it.since < WAIT_LIFE);
    const known = alive.find((it) => it.documentId === target.documentId && it.site === site);
    if (known) return { next: alive, result: known };
    const { documentId, tabId } = target;
    const by = CHANNELS[form] ?? null;
    const wait: Wait = { documentId, tabId, ref, site, since: now, by, told: [], trouble: null };
    return { next: [...alive, wait], result: wait };
  });
}

export async function waitOf(documentId: string): Promise<Wait | null> {
  return (await waits.get()).find((it) => it.documentId === documentId) ?? null;
}

/** The youngest wait on a site in any tab, for the popup. */
export async function waitOn(tabId: number, site: string, now: number): Promise<Wait | null> {
  const all = await waits.get();
  const theirs = all.filter((it) => it.tabId === tabId && it.site === site && now - it.since < WAIT_LIFE);
  return theirs.sort((a, b) => b.since - a.since)[0] ?? null;
}

export async function changeWait(
  documentId: string,
  change: Partial<Pick<Wait, 'told' | 'trouble'>>,
): Promise<void> {
  await waits.change((all) => ({
    next: all.map((it) => (it.documentId === documentId ? { ...it, ...change } : it)),
    result: undefined,
  }));
}

export async function endWait(documentId: string): Promise<void> {
  await waits.change((all) => ({
    next: all.filter((it) => it.documentId !== documentId),
    result: undefined,
  }));
}

/** @returns the documents that still wait, in other tabs */
export async function endWaitsOfTab(tabId: number): Promise<ReadonlySet<string>> {
  return waits.change((all) => {
    const next = all.filter((it) => it.tabId !== tabId);
    return { next, result: new Set(next.map(({ documentId }) => documentId)) };
  });
}
