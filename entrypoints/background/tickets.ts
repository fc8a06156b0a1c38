// One-time tickets for the in-page menu: 128 random bits, ten seconds, spent at first use, issued for one document and one
// field. Leans on storage.session, since the worker may die between issue and use. A ticket proves which field a menu
// frame serves; it opens nothing by itself.
import * as v from 'valibot';
import { AppError } from '../../lib/error.ts';
import type { FieldReport } from '../../lib/messages/contract.ts';
import type { MenuSender, PageSender } from '../../lib/messages/sender.ts';
import { fieldReportShape } from '../../lib/messages/shapes/page.ts';
import { sessionItem } from '../../lib/session-item.ts';
import { newId } from '../../lib/vault/ids.ts';

const frameShape = v.object({ tabId: v.number(), frameId: v.number(), documentId: v.string() });

/** A field of a document that a menu was asked for. */
export const errandShape = v.object({
  target: frameShape,
  origin: v.string(),
  site: v.string(),
  report: fieldReportShape,
});
export type Errand = v.InferOutput<typeof errandShape>;

const LIFE = 10_000;
/** Unspent tickets kept: a page that floods asks pushes its own older ones out. */
const MOST = 64;

const tickets = sessionItem(
  'tickets',
  v.array(
    v.object({
      ticket: v.string(),
      issuedAt: v.number(),
      errand: errandShape,
      /** The menu document that spent it; kept until it is too old, so that its question may be asked again. */
      spentBy: v.nullable(v.string()),
    }),
  ),
  () => [],
);

export async function issueTicket(from: PageSender, report: FieldReport, now: number): Promise<string> {
  const ticket = newId();
  const errand: Errand = { target: from.frame, origin: from.origin, site: from.site, report };
  await tickets.change((all) => {
    const alive = all.filter(({ issuedAt }) => now - issuedAt < LIFE).slice(1 - MOST);
    return { next: [...alive, { ticket, issuedAt: now, errand, spentBy: null }], result: undefined };
  });
  return ticket;
}

/**
 * Spends a ticket. The document that spent it may show it again: the worker may have died before it answered. Errors:
 * `forbidden` when it is unknown, spent by another, too old, or shown by a frame of another tab or under another parent; it
 * is spent in any case.
 * @param ancestors `location.ancestorOrigins` of the menu frame, nearest first: our own page says so of itself.
 */
export async function spendTicket(
  ticket: string,
  from: MenuSender,
  ancestors: readonly string[],
  now: number,
): Promise<Errand> {
  const spender = from.frame.documentId;
  const found = await tickets.change((all) => ({
    next: all.map((it) => (it.ticket === ticket ? { ...it, spentBy: it.spentBy ?? spender } : it)),
    result: all.find((it) => it.ticket === ticket && (it.spentBy ?? spender) === spender),
  }));
  if (!found || now - found.issuedAt >= LIFE) throw new AppError('forbidden', { what: 'ticket' });
  const { errand } = found;
  const sameTab = errand.target.tabId === from.frame.tabId;
  const sameParent = ancestors[0] === undefined || ancestors[0] === errand.origin;
  const sameDocument = from.parentDocumentId === null || from.parentDocumentId === errand.target.documentId;
  if (!sameTab || !sameParent || !sameDocument) throw new AppError('forbidden', { what: 'ticket' });
  return errand;
}
