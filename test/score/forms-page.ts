// Runs inside the scored page: every control takes its turn as the focused one, and what recognition reads and says of
// it is handed out with its marker. Leans on lib/fields as it is shipped; the marker is read after the verdict, for
// reporting.

import { classify } from '../../lib/fields/classify.ts';
import { planField } from '../../lib/fields/plan.ts';
import { takeSnapshot } from '../../lib/fields/snapshot.ts';
import type { PageSnapshot } from '../../lib/fields/types.ts';
import type { Place } from './browse.ts';

export interface Verdict {
  marker: string;
  role: string;
  form: string;
  eligible: boolean;
  /** Whether Moniker would show anything. */
  offered: boolean;
  because: string[];
  formBecause: string[];
  group: string[];
  /** Milliseconds. */
  snapshotTime: number;
  classifyTime: number;
  /** The same of the first verdict in this page, which compiles the script and files the cue tables; at the first control alone. */
  firstTime?: number;
}

/** What was read around one control, for judging it again outside the browser. */
export interface Reading {
  marker: string;
  focused: string;
  page: PageSnapshot;
  /** Markers by ref. */
  markers: Record<string, string>;
}

export function judgeAll(place: Place): Verdict[] {
  const controls = markedControls();
  // Made twice: the first verdict of a page pays for what all later ones use, and is timed apart.
  const firstTime = controls[0] ? judge(controls[0], place).classifyTime : 0;
  return controls.map((element, at) => ({ ...judge(element, place), ...(at === 0 ? { firstTime } : {}) }));
}

export function readAll(place: Place): Reading[] {
  return markedControls().flatMap((element) => {
    const { page, elements, focused } = takeSnapshot(element);
    if (focused === null) return [];
    const markers = Object.fromEntries([...elements].map(([ref, control]) => [ref, markerOf(control)]));
    return [{ marker: markerOf(element), focused, page: placed(page, place), markers }];
  });
}

/** Runs before the script is as fast as it gets. */
const WARM_UP = 10;

/**
 * Snapshots of a control in the middle, on a page that has just changed, as pages do before a field is in focus: an element came or
 * went, so that layout and whatever the browser remembers of the tree (whose label is whose) are to be made again each time.
 * @returns milliseconds each
 */
export function measureSnapshots(times: number): number[] {
  const controls = markedControls();
  const control = controls[controls.length >> 1];
  if (!control) return [];
  const notice = document.createElement('p');
  notice.textContent = 'Saved.';
  const taken = Array.from({ length: WARM_UP + times }, (_, at) => {
    if (at % 2 === 0) document.body.prepend(notice);
    else notice.remove();
    const start = performance.now();
    takeSnapshot(control);
    return performance.now() - start;
  });
  return taken.slice(WARM_UP);
}

function markedControls(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-cf]')];
}

function placed(page: PageSnapshot, { path, title }: Place): PageSnapshot {
  return { ...page, path, title: title ?? page.title };
}

function judge(element: HTMLElement, place: Place): Verdict {
  const start = performance.now();
  const { page, elements, focused } = takeSnapshot(element);
  const read = performance.now();
  const seen = placed(page, place);
  const before = performance.now();
  const readings = classify(seen);
  const offered = focused !== null && planField(readings, focused) !== null;
  const decided = performance.now();
  const field = readings.fields.find(({ ref }) => ref === focused);
  const form = readings.forms.find(({ refs }) => focused !== null && refs.includes(focused));
  return {
    marker: markerOf(element),
    role: field?.role ?? 'other',
    form: form?.kind ?? 'unknown',
    eligible: field?.eligible ?? false,
    offered,
    because: field?.because ?? ['not-a-control'],
    formBecause: form?.because ?? [],
    group: (field?.group ?? []).flatMap((ref) => elements.get(ref) ?? []).map(markerOf),
    snapshotTime: read - start,
    classifyTime: decided - before,
  };
}

function markerOf(element: Element): string {
  return `[data-cf="${element.getAttribute('data-cf') ?? ''}"]`;
}

declare global {
  var judgePage: typeof judgeAll;
  var readPage: typeof readAll;
  var timeSnapshots: typeof measureSnapshots;
}
globalThis.judgePage = judgeAll;
globalThis.readPage = readAll;
globalThis.timeSnapshots = measureSnapshots;
