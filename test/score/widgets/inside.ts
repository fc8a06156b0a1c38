// The content script of the widget runs, in a real add-on's own world: focus → read → report → fill, by the shipped
// watch, read and filling. Leans on entrypoints/page, entrypoints/persona and lib/fields; the server stands for background and user. Its
// words travel by fetch to the page's own loopback server, so that both browsers need no more than this script.
import { makeFilling } from '../../../entrypoints/page/filling.ts';
import { type Offered, readCompanions, readField } from '../../../entrypoints/page/read.ts';
import { focusedElement, isWorthALook, openRoot, watchFocus } from '../../../entrypoints/page/watch.ts';
import { look as lookAtForm } from '../../../entrypoints/persona/look.ts';
import { type } from '../../../entrypoints/persona/type.ts';
import { classify } from '../../../lib/fields/classify.ts';
import { fillField } from '../../../lib/fields/fill.ts';
import { takeSnapshot } from '../../../lib/fields/snapshot.ts';
import type { FieldRole, FillOutcome } from '../../../lib/model.ts';
import type { Answer, Report, Told } from './words.ts';

const offers = new Map<string, Offered>();
const filling = makeFilling({
  session: () => null,
  offered: (ref) => offers.get(ref) ?? null,
  renew: () => undefined,
});
let busy = false;
let due = false;

/** Frames made by a page inherit its address as their base. */
const run = /^.*\/run\/\d+\//.exec(document.baseURI)?.[0];

async function say<Reply>(what: 'report' | 'outcome', body: unknown): Promise<Reply> {
  const answer = await fetch(`${run}${what}`, {
    method: 'POST',
    body: JSON.stringify(body),
    // An outcome is told while the page leaves.
    keepalive: true,
  });
  return answer.json();
}

/** What the page's loop does, at its pace: the focus has settled before anything is read. */
function look(): void {
  if (due || busy) return;
  due = true;
  setTimeout(() => {
    due = false;
    const element = focusedElement();
    if (element && !busy) void attend(element);
  });
}

async function attend(element: HTMLElement): Promise<void> {
  const offered = isWorthALook(element) ? readField(element, []) : null;
  if (offered) offers.set(offered.report.ref, offered);
  const { page, elements, focused } = takeSnapshot(element, openRoot);
  const readings = classify(page);
  const report: Report = {
    planned: offered?.report ?? null,
    focused,
    fields: readings.fields.map(({ ref, role, eligible, group, because }) => ({
      ref,
      role,
      eligible,
      boxes: group.length,
      because,
      seen: page.elements.find((each) => each.ref === ref)?.seen ?? 'none',
    })),
  };
  const { fills, undo } = await say<Answer>('report', report);
  busy = true;
  for (const { ref, role, value, by } of fills) {
    const target = elements.get(ref);
    if (by === 'persona') {
      const told = await assume(element, role, value, undo);
      await say('outcome', { ref, role, ...told } satisfies Told);
      continue;
    }
    let outcome: FillOutcome = { kind: 'gone', reason: 'detached' };
    if (by === 'offer') outcome = await filling.fill({ ref, role, value, from: 'toolbar' });
    else if (target) outcome = await fillField([target], value);
    const restored = undo ? (await filling.restore({ ref })).restored : null;
    await say('outcome', { ref, role, outcome, restored } satisfies Told);
  }
  busy = false;
}

/** One value of an identity over the form of `element`, as the persona script does it; the worst outcome counts. */
async function assume(
  element: HTMLElement,
  role: FieldRole,
  value: string,
  undo: boolean,
): Promise<Pick<Told, 'outcome' | 'restored'>> {
  const form = await lookAtForm({ companions: async (each) => readCompanions(each, []) }, element, document);
  const { outcomes, putBacks } = await type(form, role === 'phone' ? { phone: value } : { birthDate: value });
  const failed = outcomes.find(({ outcome }) => outcome.kind !== 'filled');
  const first = (failed ?? outcomes[0])?.outcome ?? { kind: 'gone', reason: 'detached' };
  if (!undo) return { outcome: first, restored: null };
  let restored = true;
  for (const putBack of [...putBacks].reverse()) restored = (await putBack()) && restored;
  return { outcome: first, restored };
}

function start(): void {
  watchFocus(look, new AbortController().signal);
  // Quiet widgets are looked at as well, so that silence can be told from a script that is not there.
  addEventListener('focusin', look, { capture: true });
  if (document.activeElement && document.activeElement !== document.body) look();
}

if (run) {
  const isLate = new URL(document.baseURI).searchParams.has('late');
  if (isLate && document.readyState !== 'complete')
    addEventListener('load', () => setTimeout(start), { once: true });
  else start();
}
