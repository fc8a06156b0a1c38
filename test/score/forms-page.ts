// Runs inside the scored page: every control takes its turn as the focused one, and what recognition says of it is
// handed out with its marker. Leans on lib/fields as it is shipped; the marker is read after the verdict, for reporting.
import { classify } from '../../lib/fields/classify.ts';
import { planField } from '../../lib/fields/plan.ts';
import { takeSnapshot } from '../../lib/fields/snapshot.ts';
import type { PageSnapshot } from '../../lib/fields/types.ts';

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
}

export function judgeAll(context: { path?: string; title?: string }): Verdict[] {
  const controls = [...document.querySelectorAll<HTMLElement>('[data-cf]')];
  // The first verdict of a page compiles the cue tables; times are of a warm script.
  if (controls[0]) judge(controls[0], context);
  return controls.map((element) => judge(element, context));
}

function judge(element: HTMLElement, context: { path?: string; title?: string }): Verdict {
  const start = performance.now();
  const { page, elements, focused } = takeSnapshot(element);
  const read = performance.now();
  // The corpus keeps path and title beside the page, since the file has an address of its own.
  const placed: PageSnapshot = { ...page, path: context.path ?? '', title: context.title ?? page.title };
  const readings = classify(placed);
  const decided = performance.now();
  const field = readings.fields.find(({ ref }) => ref === focused);
  const form = readings.forms.find(({ refs }) => focused !== null && refs.includes(focused));
  return {
    marker: markerOf(element),
    role: field?.role ?? 'other',
    form: form?.kind ?? 'unknown',
    eligible: field?.eligible ?? false,
    offered: focused !== null && planField(readings, focused) !== null,
    because: field?.because ?? ['not-a-control'],
    formBecause: form?.because ?? [],
    group: (field?.group ?? []).flatMap((ref) => elements.get(ref) ?? []).map(markerOf),
    snapshotTime: read - start,
    classifyTime: decided - read,
  };
}

function markerOf(element: Element): string {
  return `[data-cf="${element.getAttribute('data-cf') ?? ''}"]`;
}

declare global {
  var judgePage: typeof judgeAll;
}
globalThis.judgePage = judgeAll;
