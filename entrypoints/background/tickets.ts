// Tickets for the in-page menu: each is issued for one document and one field. Leans on one-time.ts; a ticket proves which field a
// menu frame serves, and opens nothing by itself.
import * as v from 'valibot';
import type { FieldReport } from '../../lib/messages/contract.ts';
import type { MenuSender, PageSender } from '../../lib/messages/sender.ts';
import { fieldReportShape } from '../../lib/messages/shapes/page.ts';
import { frameShape, oneTimeTickets } from './one-time.ts';

/** A field of a document that a menu was asked for. */
export const errandShape = v.object({
  target: frameShape,
  origin: v.string(),
  site: v.string(),
  report: fieldReportShape,
});
export type Errand = v.InferOutput<typeof errandShape>;

const tickets = oneTimeTickets<Errand>('tickets', errandShape);

export function issueTicket(from: PageSender, report: FieldReport, now: number): Promise<string> {
  return tickets.issue({ target: from.frame, origin: from.origin, site: from.site, report }, now);
}

/** Errors: `forbidden`, see one-time.ts. */
export function spendTicket(
  ticket: string,
  from: MenuSender,
  ancestors: readonly string[],
  now: number,
): Promise<Errand> {
  return tickets.spend(ticket, from, ancestors, now);
}
