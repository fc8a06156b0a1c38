// How what a page's script says is read: its calls, and its answers to ours. Leans on valibot; nothing of it is believed.
import * as v from 'valibot';
import { PAGE_STOPS } from '../../field-rule.ts';
import type { PageCalls } from '../contract.ts';
import type { Shapes } from '../server.ts';
import { none, ref, text } from './parts.ts';

const role = v.picklist([
  'email',
  'email-confirm',
  'username',
  'new-password',
  'current-password',
  'code',
  'phone',
  'given-name',
  'family-name',
  'full-name',
  'birth-date',
  'birth-day',
  'birth-month',
  'birth-year',
  'card-number',
  'card-expiry',
  'card-expiry-month',
  'card-expiry-year',
  'card-code',
  'card-name',
  'other',
]);

const fieldReport = v.object({
  ref,
  role,
  form: v.picklist([
    'sign-up',
    'log-in',
    'sign-up-or-log-in',
    'newsletter',
    'contact',
    'checkout',
    'search',
    'settings',
    'code-email',
    'code-sms',
    'code-totp',
    'code',
    'payment',
    'unknown',
  ]),
  boxes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
  rejected: v.boolean(),
  because: v.pipe(v.array(text(200)), v.maxLength(40)),
  beside: v.exactOptional(v.pipe(v.array(role), v.maxLength(30))),
});

/** Also decodes what a page's script answers to `tab.focused`: it is no more to be believed than its reports. */
export const fieldReportShape = fieldReport;

export const fieldDescriptorShape = v.object({
  type: text(20),
  name: text(80),
  label: text(80),
  form: text(80),
  path: text(120),
  at: v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(10_000)),
});

/** What a page's script answers to `tab.verdict`. */
export const fieldVerdictShape = v.object({
  ref,
  role: fieldReport.entries.role,
  form: fieldReport.entries.form,
  because: fieldReport.entries.because,
  stop: v.nullable(v.picklist(PAGE_STOPS)),
  field: v.nullable(fieldDescriptorShape),
});

export const pageShapes: Shapes<PageCalls> = {
  'page.wake': none,
  'page.report': fieldReport,
  'page.ticket': fieldReport,
  'page.beat': v.object({ ref, turn: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  'page.rest': v.object({ ref }),
  'page.cues': none,
  'page.rules': none,
  'page.check': none,
  'page.panel': none,
  'page.aside': none,
  'page.picked': v.object({ pick: text(64), field: v.nullable(fieldDescriptorShape) }),
};
