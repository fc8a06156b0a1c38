// Waits for a code, one a document: begun when a code field took focus, beaten by the page's own script, resting after three minutes or
// when its field is left, gone on with when it is entered again, ended with its tab. Leans on storage.session, since the worker may die
// between beats.
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
  /** Since when messages count: the first focus, however often the field was left since. */
  since: v.number(),
  /** When asking began; null while it rests. */
  beganAt: v.nullable(v.number()),
  /** The channel that the page names, if it does: asked first where asking goes by turns. */
  by: v.nullable(v.picklist(['email', 'sms'])),
  /** Messages whose code was already announced to the page. */
  told: v.array(v.string()),
  /** The last beat that told of something: asked once more, because its worker died before the answer, it tells it again. */
  lastTold: v.nullable(v.number()),
  trouble: v.nullable(v.object({ code: v.string(), retryAfter: v.nullable(v.number()) })),
});
export type Wait = v.InferOutput<typeof waitShape>;

/** A wait rests by itself after this long. */
export const WAIT_LIFE = 3 * 60_000;
/** Resting this long after it began, it is forgotten: codes do not live longer. */
const MEMORY = 15 * 60_000;
/** Documents remembered; the ones that asked last. */
const MOST = 50;

/**
 * Beats: quick while most mails arrive, slower after; `until` counts from the start of the wait, all in milliseconds. Eighteen in the
 * first minute: with the try for a live line and the message itself, a wait costs a key twenty requests of its minute.
 */
const PACE = [
  { until: 15_000, every: 2_500 },
  { until: 60_000, every: 4_000 },
  { until: WAIT_LIFE, every: 8_000 },
] as const;

/** @returns milliseconds until the next beat, or null when the wait is over; also where the clock was put back since it began. */
export function nextBeat(beganAt: number, now: number): number | null {
  const age = now - beganAt;
  return age < 0 ? null : (PACE.find(({ until }) => age < until)?.every ?? null);
}

/** Whether the inboxes are being asked for it. */
export const isRunning = ({ beganAt }: Wait, now: number): boolean =>
  beganAt !== null && nextBeat(beganAt, now) !== null;

/** Forms that name the way their code comes. */
const CHANNELS: Partial<Record<FormKind, Channel>> = { 'code-email': 'email', 'code-sms': 'sms' };

const waits = sessionItem('waits', v.array(waitShape), () => []);

/** Begins a wait, or goes on with the one of this document: focus moving between boxes, or away and back, forgets no message. */
export async function beginWait(
  target: FrameTarget,
  { ref, form }: Pick<FieldReport, 'ref' | 'form'>,
  site: string,
  now: number,
): Promise<Wait> {
  return waits.change((all) => {
    const alive = all.filter(({ since }) => since <= now && now - since < MEMORY);
    const { documentId, tabId } = target;
    const isTheirs = (it: Wait): boolean => it.documentId === documentId;
    const known = alive.find((it) => isTheirs(it) && it.site === site);
    if (known && isRunning(known, now)) return { next: alive, result: known };
    const by = CHANNELS[form] ?? null;
    const fresh = { documentId, tabId, ref, site, since: now, by, told: [], lastTold: null, trouble: null };
    const wait: Wait = { ...fresh, ...known, ref, by, beganAt: now, trouble: null };
    return { next: [...alive.filter((it) => !isTheirs(it)), wait].slice(-MOST), result: wait };
  });
}

export async function waitOf(documentId: string): Promise<Wait | null> {
  return (await waits.get()).find((it) => it.documentId === documentId) ?? null;
}

/** The youngest running wait on a site in a tab, for the popup. */
export async function waitOn(tabId: number, site: string, now: number): Promise<Wait | null> {
  const all = await waits.get();
  const theirs = all.filter((it) => it.tabId === tabId && it.site === site && isRunning(it, now));
  return theirs.sort((a, b) => b.since - a.since)[0] ?? null;
}

export async function changeWait(
  documentId: string,
  change: Partial<Pick<Wait, 'told' | 'lastTold' | 'trouble'>>,
): Promise<void> {
  await waits.change((all) => ({
    next: all.map((it) => (it.documentId === documentId ? { ...it, ...change } : it)),
    result: undefined,
  }));
}

/** The field was left, or filled: nobody is asked until it is entered again. */
export async function restWait(documentId: string): Promise<void> {
  await waits.change((all) => ({
    next: all.map((it) => (it.documentId === documentId ? { ...it, beganAt: null } : it)),
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
