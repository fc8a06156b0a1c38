// What runs in the isolated world of the tests: the loop of the content script reduced to calls that a test can make.
import { classify } from '../../../lib/fields/classify.ts';
import { fillField } from '../../../lib/fields/fill.ts';
import { type FieldNote, noteField } from '../../../lib/fields/guard.ts';
import { planField } from '../../../lib/fields/plan.ts';
import { fieldRejected } from '../../../lib/fields/rejected.ts';
import { takeSnapshot } from '../../../lib/fields/snapshot.ts';
import { restore, takeUndo, type Undo } from '../../../lib/fields/undo.ts';

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector) ?? deep(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

function deep(selector: string): HTMLElement | null {
  for (const host of document.querySelectorAll('*')) {
    const found = host.shadowRoot?.querySelector<HTMLElement>(selector);
    if (found) return found;
  }
  return null;
}

let note: FieldNote | undefined;
let noted: HTMLElement[] = [];
let undo: Undo | undefined;

const calls = {
  /** Role, form kind and boxes of the control, and whether anything would be offered. */
  judge(selector: string) {
    const { page, focused } = takeSnapshot(find(selector));
    const readings = classify(page);
    const field = readings.fields.find(({ ref }) => ref === focused);
    const form = readings.forms.find(({ refs }) => focused !== null && refs.includes(focused));
    return {
      role: field?.role,
      eligible: field?.eligible,
      boxes: field?.group.length,
      form: form?.kind,
      because: field?.because,
      seen: page.elements.find(({ ref }) => ref === focused)?.seen,
      planned: focused !== null && planField(readings, focused) !== null,
    };
  },
  /** Finds the boxes as the content script does, then fills them. */
  fill(selector: string, value: string) {
    const { page, elements, focused } = takeSnapshot(find(selector));
    const field = classify(page).fields.find(({ ref }) => ref === focused);
    const boxes = (field?.group ?? []).flatMap((ref) => elements.get(ref) ?? []);
    undo = takeUndo(boxes);
    return fillField(boxes, value);
  },
  /** Offer first, fill later: what happens between is the page's. */
  offer(selector: string) {
    noted = [find(selector)];
    note = noteField(noted);
  },
  fillOffered(value: string) {
    return fillField(noted, value, note ? { note } : {});
  },
  undo: () => undo !== undefined && restore(undo),
  rejected: (selector: string) => fieldRejected(find(selector)),
};

declare global {
  var fields: typeof calls;
}
globalThis.fields = calls;
