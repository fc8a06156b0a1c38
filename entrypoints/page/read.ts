// From the element in focus to what is announced of it: snapshot, classify, plan. Leans on lib/fields for every verdict;
// adds the element's whereabouts, so that a value chosen later goes into this field or nowhere.

import type { PlainRule } from '../../lib/field-rule.ts';
import { classify } from '../../lib/fields/classify.ts';
import { cellsOf } from '../../lib/fields/drawn.ts';
import { type FieldNote, noteField } from '../../lib/fields/guard.ts';
import { planField } from '../../lib/fields/plan.ts';

import { applyRules, describeField } from '../../lib/fields/rules.ts';
import { refOf, takeSnapshot } from '../../lib/fields/snapshot.ts';
import { stopOf } from '../../lib/fields/stop.ts';
import type { ElementSnapshot, FieldReading } from '../../lib/fields/types.ts';
import type { FieldReport } from '../../lib/messages/contract.ts';
import type { FieldVerdict } from '../../lib/messages/views.ts';
import type { FormKind } from '../../lib/model.ts';
import { isRefused } from './rejection.ts';
import { openRoot } from './watch.ts';

/** A field as it was offered. */
export interface Offered {
  report: FieldReport;
  element: HTMLElement;
  /** All boxes in reading order; the element alone unless the code is split. */
  group: HTMLElement[];
  /** Where a person sees it: the group itself, or the boxes that the page draws for what is typed into it. */
  shown: HTMLElement[];
  /** What identifies the receiver: a value chosen later goes to this one or nowhere. */
  note: FieldNote;
}

/**
 * @param rules what the user said of fields of this site: stronger than recognition.
 * @returns what is offered for `element`; null where nothing should be.
 */
export function readField(element: HTMLElement, rules: readonly PlainRule[]): Offered | null {
  const { page, elements, focused } = takeSnapshot(element, openRoot);
  if (focused === null) return null;
  const planned = planField(applyRules(page, classify(page), rules), focused);
  if (!planned) return null;
  const { ref, role, form, boxes, because, beside } = planned;
  const group = planned.group.flatMap((box) => elements.get(box) ?? []);
  return offer(element, group.length > 0 ? group : [element], {
    ref,
    role,
    form,
    boxes,
    because,
    beside,
    rejected: isRefused(element),
  });
}

/** A field of a form, as recognition read it. */
export interface Companion {
  element: HTMLElement;
  facts: ElementSnapshot;
  reading: FieldReading;
}

/** @returns the form that `element` stands in, and every control of it, drop-down lists of the page's own making among them. */
export function readCompanions(
  element: HTMLElement,
  rules: readonly PlainRule[],
): { form: FormKind; lang: string; companions: Companion[] } {
  const { page, elements, focused } = takeSnapshot(element, openRoot, true);
  const readings = applyRules(page, classify(page), rules);
  const form = readings.forms.find(({ refs }) => focused !== null && refs.includes(focused));
  const companions = readings.fields.flatMap((reading) => {
    const facts = page.elements.find(({ ref }) => ref === reading.ref);
    const live = elements.get(reading.ref);
    return facts && live && form?.refs.includes(reading.ref) ? [{ element: live, facts, reading }] : [];
  });
  return { form: form?.kind ?? 'unknown', lang: page.lang, companions };
}

/** @returns an offer for a field the user pointed at by hand, whatever recognition thinks of it. */
export function readPointed(element: HTMLElement, rules: readonly PlainRule[]): Offered {
  const report: FieldReport = {
    ref: refOf(element),
    role: 'other',
    form: 'unknown',
    boxes: 1,
    rejected: isRefused(element),
    because: [],
  };
  return readField(element, rules) ?? offer(element, [element], report);
}

/** @returns what recognition says of `element`, offered or not; null where it is no field. */
export function readVerdict(element: HTMLElement, rules: readonly PlainRule[]): FieldVerdict | null {
  const { page, focused } = takeSnapshot(element, openRoot);
  if (focused === null) return null;
  const readings = applyRules(page, classify(page), rules);
  const field = readings.fields.find(({ ref }) => ref === focused);
  const form = readings.forms.find(({ refs }) => refs.includes(focused));
  // The strongest cues of each: a list that nobody reads to its end explains nothing.
  const because = [...(field?.because ?? []).slice(0, 8), ...(form?.because ?? []).slice(0, 2)];
  return {
    ref: focused,
    role: field?.role ?? 'other',
    form: form?.kind ?? 'unknown',
    because: [...new Set(because)].map((reason) => reason.slice(0, 200)),
    stop: stopOf(page, readings, focused),
    field: describeField(page, focused),
  };
}

function offer(element: HTMLElement, group: HTMLElement[], report: FieldReport): Offered {
  const cells = report.role === 'code' && group.length === 1 ? cellsOf(element) : [];
  return { report, element, group, shown: cells.length > 0 ? cells : group, note: noteField(group) };
}
