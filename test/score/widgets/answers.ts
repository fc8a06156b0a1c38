// What the background and the user would answer to a report: the value for the field of the widget, once. Leans on the
// widget's own table of values; pure.

import type { FieldRole } from '../../../lib/model.ts';
import type { Widget } from '../../fixtures/widgets/widget.ts';
import type { Answer, Report } from './words.ts';

const NOTHING: Answer = { fills: [], undo: false };
const CARD: ReadonlySet<FieldRole> = new Set([
  'card-number',
  'card-expiry',
  'card-expiry-month',
  'card-expiry-year',
  'card-code',
  'card-name',
]);

/** @param given refs that have had their value: none gets it twice, however often the focus comes back. */
export function answerTo(widget: Widget, report: Report, given: ReadonlySet<string>): Answer {
  if (widget.kind === 'quiet') return NOTHING;
  if (widget.kind === 'card') return fillCard(widget, report, given);
  if (widget.kind === 'list') return fillForm(widget, report, given);
  const { planned } = report;
  if (!planned || given.size > 0) return NOTHING;
  const value = widget.values[planned.role];
  return value === undefined
    ? NOTHING
    : { fills: [{ ref: planned.ref, role: planned.role, value, by: 'offer' }], undo: widget.undo ?? false };
}

/** What people choose in the menu of a field: the identity for all of its form. */
function fillForm(widget: Widget, { focused }: Report, given: ReadonlySet<string>): Answer {
  const [role, value] = Object.entries(widget.values)[0] ?? [];
  if (focused === null || given.size > 0 || (role !== 'birth-date' && role !== 'phone') || !value)
    return NOTHING;
  return { fills: [{ ref: focused, role, value, by: 'persona' }], undo: widget.undo ?? false };
}

/** Cards are not offered in the page yet: every recognised field of the form is typed by lib/fields. */
function fillCard(widget: Widget, report: Report, given: ReadonlySet<string>): Answer {
  const fields = report.fields.filter(
    ({ ref, role, eligible }) => eligible && CARD.has(role) && !given.has(ref),
  );
  const fills: Answer['fills'] = [];
  for (const role of CARD) {
    const value = widget.values[role];
    const refs = fields.filter((field) => field.role === role).map(({ ref }) => ref);
    if (value === undefined || refs.length === 0) continue;
    // A number in four boxes is four fields of one role.
    const size = Math.ceil(value.length / refs.length);
    refs.forEach((ref, index) => {
      const part = refs.length === 1 ? value : value.slice(index * size, (index + 1) * size);
      fills.push({ ref, role, value: part, by: 'fields' });
    });
  }
  return { fills, undo: false };
}
