// From the element in focus to what is announced of it: snapshot, classify, plan. Leans on lib/fields for every verdict;
// adds the element's whereabouts, so that a value chosen later goes into this field or nowhere.
import { classify } from '../../lib/fields/classify.ts';
import { type FieldNote, noteField } from '../../lib/fields/guard.ts';
import { planField } from '../../lib/fields/plan.ts';
import { fieldRejected } from '../../lib/fields/rejected.ts';
import { refOf, takeSnapshot } from '../../lib/fields/snapshot.ts';
import type { FieldReport } from '../../lib/messages/contract.ts';
import { openRoot } from './watch.ts';

/** A field as it was offered. */
export interface Offered {
  report: FieldReport;
  element: HTMLElement;
  /** All boxes in reading order; the element alone unless the code is split. */
  group: HTMLElement[];
  /** What identifies the receiver: a value chosen later goes to this one or nowhere. */
  note: FieldNote;
}

/** @returns what is offered for `element`; null where recognition says that nothing should be. */
export function readField(element: HTMLElement): Offered | null {
  const { page, elements, focused } = takeSnapshot(element, openRoot);
  if (focused === null) return null;
  const planned = planField(classify(page), focused);
  if (!planned) return null;
  const { ref, role, form, boxes, because } = planned;
  const group = planned.group.flatMap((box) => elements.get(box) ?? []);
  return offer(element, group.length > 0 ? group : [element], {
    ref,
    role,
    form,
    boxes,
    because,
    rejected: fieldRejected(element),
  });
}

/** @returns an offer for a field the user pointed at by hand, whatever recognition thinks of it. */
export function readPointed(element: HTMLElement): Offered {
  const report: FieldReport = {
    ref: refOf(element),
    role: 'other',
    form: 'unknown',
    boxes: 1,
    rejected: fieldRejected(element),
    because: [],
  };
  return readField(element) ?? offer(element, [element], report);
}

function offer(element: HTMLElement, group: HTMLElement[], report: FieldReport): Offered {
  return { report, element, group, note: noteField(group) };
}
