// Why nothing is offered in a field: one answer, the first that applies. Leans on readings and plan; pure. It only puts a
// name to what classify and plan have decided.
import type { PageStop } from '../field-rule.ts';
import { planField } from './plan.ts';
import type { PageSnapshot, Readings } from './types.ts';

/** @returns null where something would be offered. */
export function stopOf(page: PageSnapshot, readings: Readings, ref: string): PageStop | null {
  if (planField(readings, ref)) return null;
  const element = page.elements.find((one) => one.ref === ref);
  const field = readings.fields.find((one) => one.ref === ref);
  if (field?.because.includes('by-rule:never')) return 'by-rule';
  if (element?.disabled) return 'disabled';
  if (element?.readOnly) return 'read-only';
  if (field?.role !== 'other' && field?.eligible) return field.role === 'email' ? 'form' : 'role';
  if (element && element.seen !== 'yes') return 'hidden';
  return field?.because.some((reason) => reason.startsWith('look-alike')) ? 'look-alike' : 'unsure';
}
