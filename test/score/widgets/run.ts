// Runs one widget as a person would (click, choose) and judges what the page's own state received against what was said
// about it. Leans on stage and server. Waits for reports and outcomes, never for a time to pass.

import { waitFor } from '../../e2e/drivers/wait.ts';
import type { Widget } from '../../fixtures/widgets/widget.ts';
import type { Run, Serving } from './server.ts';
import type { Stage } from './stage.ts';

/**
 * `right`: received and said so (or rightly left alone). `honest`: not received, and said so. `understated`: received,
 * but said not to be. `unseen`: nothing was offered. `wrong`: said to be received and is not, or offered where nothing is due.
 */
export type Verdict = 'right' | 'honest' | 'understated' | 'unseen' | 'wrong';

export interface Result {
  id: string;
  verdict: Verdict;
  /** What happened, for a person who looks into a miss. */
  detail: string;
}

/** Milliseconds for the first report after a click, and for a field that comes later. */
const PATIENCE = 2500;
const CLICKS = 3;
/** A fill tries three ways of half a second each; a card has several fields. */
const FILLING = 15_000;

export async function runWidget(stage: Stage, serving: Serving, widget: Widget): Promise<Result> {
  const run = serving.begin(widget);
  try {
    await stage.open(run.url);
    await act(stage, run);
    return await judge(stage, run);
  } catch (error) {
    return { id: widget.id, verdict: 'unseen', detail: `${error} ${lastReport(run)}` };
  }
}

async function act(stage: Stage, run: Run): Promise<void> {
  const { aims, kind } = run.widget;
  if (aims.length === 0) await waitFor(() => run.reports.length > 0, 'a report', PATIENCE);
  for (const selector of aims) {
    const before = run.reports.length;
    const point = await waitFor(
      () => stage.ask<{ x: number; y: number } | null>(`aim(${JSON.stringify(selector)})`),
      `${selector} to show`,
      PATIENCE,
    );
    const last = run.reports.at(-1)?.focused;
    // A late second look at the field before is no report of this one.
    const heard = () => run.reports.slice(before).some(({ focused }) => focused !== last);
    // A click at a frame that is not painted yet is lost; a person clicks again.
    for (let tries = 0; tries < CLICKS && !heard(); tries += 1) {
      await stage.click(point);
      await waitFor(heard, `a report of ${selector}`, PATIENCE / CLICKS).catch(() => false);
    }
    if (run.reports.length === before) throw new Error(`no report of ${selector}`);
    await settled(run);
  }
  if (kind !== 'quiet') await waitFor(() => run.given.size > 0, 'an offer', PATIENCE);
  await settled(run);
}

/** Every fill that was given has told its outcome. */
async function settled(run: Run): Promise<void> {
  await waitFor(() => run.told.length >= run.given.size, 'the outcome', FILLING);
}

async function judge(stage: Stage, run: Run): Promise<Result> {
  const { id, kind, clears, values } = run.widget;
  const offers = run.reports.filter(({ planned }) => planned !== null);
  const now = await stateOf(stage, run);
  const outcomes = run.told
    .map(
      ({ role, outcome, restored }) =>
        `${role}:${Object.values(outcome).join('/')}${restored === null ? '' : ` restored ${restored}`}`,
    )
    .join(' ');
  const detail = `received “${now}” ${outcomes}`;
  if (kind === 'quiet') {
    const isQuiet = offers.length === 0 && now === run.widget.received;
    return { id, verdict: isQuiet ? 'right' : 'wrong', detail: `${detail} ${lastReport(run)}` };
  }
  const claims = run.told.every(
    ({ outcome, restored }) =>
      (outcome.kind === 'filled' || outcome.kind === 'moved-on') && restored !== false,
  );
  const all =
    kind !== 'card' || Object.keys(values).every((role) => run.told.some((each) => each.role === role));
  if (!all) return { id, verdict: 'unseen', detail: `${detail} ${lastReport(run)}` };
  const matches = now === run.widget.received;
  if (clears) return { id, verdict: matches && !claims ? 'right' : claims ? 'wrong' : 'honest', detail };
  const verdict = matches ? (claims ? 'right' : 'understated') : claims ? 'wrong' : 'honest';
  return { id, verdict, detail };
}

/** What the page has once the field was left; some pages are on their way to the next one, some take their time. */
async function stateOf(stage: Stage, { widget }: Run): Promise<string> {
  let now = '';
  if (widget.kind !== 'quiet') await stage.leave();
  const look = async () => {
    [now = ''] = await stage.ask<string[]>('[received()]');
    return now === widget.received;
  };
  await waitFor(look, 'the value', PATIENCE).catch(() => false);
  return now;
}

function lastReport(run: Run): string {
  const last = run.reports.at(-1);
  if (!last) return 'no report';
  const fields = last.fields.map(
    ({ ref, role, eligible, boxes, because, seen }) =>
      `${ref === last.focused ? '*' : ''}${role}${eligible ? '' : '!'}×${boxes}(${seen}: ${because.join(' ')})`,
  );
  return `${run.reports.length} reports, planned ${last.planned?.role ?? 'nothing'}; ${fields.slice(0, 8).join(', ')}`;
}
