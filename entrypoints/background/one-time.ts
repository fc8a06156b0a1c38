// One-time tickets for our frames inside pages: 128 random bits, ten seconds, spent at first use. Leans on storage.session, since
// the worker may die between issue and use. A ticket proves which document a frame serves; it opens nothing by itself.
import * as v from 'valibot';
import { AppError } from '../../lib/error.ts';
import type { MenuSender } from '../../lib/messages/sender.ts';
import { sessionItem } from '../../lib/session-item.ts';
import { newId } from '../../lib/vault/ids.ts';

export const frameShape = v.object({ tabId: v.number(), frameId: v.number(), documentId: v.string() });

/** What every ticket is issued for: a document, by the browser's word. */
export interface Errand {
  target: v.InferOutput<typeof frameShape>;
  origin: string;
}

/** One of our frames, as the browser states it. */
export type Framed = Pick<MenuSender, 'frame' | 'parentDocumentId'>;

const LIFE = 10_000;
/** Unspent tickets kept: a page that floods asks pushes its own older ones out. */
const MOST = 64;

/** @param key names them in storage.session */
export function oneTimeTickets<One extends Errand>(key: string, shape: v.GenericSchema<unknown, One>) {
  const ticketShape: v.GenericSchema<unknown, Ticket<One>> = v.object({
    ticket: v.string(),
    issuedAt: v.number(),
    errand: shape,
    spentBy: v.nullable(v.string()),
  });
  const tickets = sessionItem(key, v.array(ticketShape), () => []);
  return {
    async issue(errand: One, now: number): Promise<string> {
      const ticket = newId();
      await tickets.change((all) => {
        const alive = all.filter(({ issuedAt }) => now - issuedAt < LIFE).slice(1 - MOST);
        return { next: [...alive, { ticket, issuedAt: now, errand, spentBy: null }], result: undefined };
      });
      return ticket;
    },

    /**
     * Spends a ticket. The document that spent it may show it again: the worker may have died before it answered. Errors:
     * `forbidden` when it is unknown, spent by another, too old, or shown by a frame of another tab or under another parent;
     * it is spent in any case.
     * @param ancestors `location.ancestorOrigins` of the frame, nearest first: our own page says so of itself.
     */
    async spend(ticket: string, from: Framed, ancestors: readonly string[], now: number): Promise<One> {
      const spender = from.frame.documentId;
      const found = await tickets.change((all) => ({
        next: all.map((it) => (it.ticket === ticket ? { ...it, spentBy: it.spentBy ?? spender } : it)),
        result: all.find((it) => it.ticket === ticket && (it.spentBy ?? spender) === spender),
      }));
      if (!found || now - found.issuedAt >= LIFE) throw new AppError('forbidden', { what: 'ticket' });
      const { errand } = found;
      const sameTab = errand.target.tabId === from.frame.tabId;
      const sameParent = ancestors[0] === undefined || ancestors[0] === errand.origin;
      const sameDocument =
        from.parentDocumentId === null || from.parentDocumentId === errand.target.documentId;
      if (!sameTab || !sameParent || !sameDocument) throw new AppError('forbidden', { what: 'ticket' });
      return errand;
    },
  };
}

interface Ticket<One> {
  ticket: string;
  issuedAt: number;
  errand: One;
  /** The frame's document that spent it; kept until it is too old, so that its question may be asked again. */
  spentBy: string | null;
}
