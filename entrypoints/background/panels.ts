// The panels "before you continue": for which document one was asked, what its address named, and where the person came from. Leans on
// one-time.ts and storage.session; a panel is known by its own document id. The link's cancel token never comes here.
import * as v from 'valibot';
import { AppError } from '../../lib/error.ts';
import type { PageSender, PanelSender } from '../../lib/messages/sender.ts';
import { sessionItem } from '../../lib/session-item.ts';
import { type KeptLink, keptLinkShape } from './inspected.ts';
import { frameShape, oneTimeTickets } from './one-time.ts';

const errandShape = v.object({ target: frameShape, origin: v.string(), kept: keptLinkShape });
type Errand = v.InferOutput<typeof errandShape>;
const panelShape = v.object({ documentId: v.string(), errand: errandShape });

const MOST = 16;
const tickets = oneTimeTickets<Errand>('panel-tickets', errandShape);
const panels = sessionItem('panels', v.array(panelShape), () => []);

export function issuePanel(from: PageSender, kept: KeptLink, now: number): Promise<string> {
  return tickets.issue({ target: from.frame, origin: from.origin, kept }, now);
}

/** Errors: `forbidden` for a ticket that is none, or another frame's. */
export async function openPanel(
  ticket: string,
  from: PanelSender,
  ancestors: readonly string[],
  now: number,
): Promise<Errand> {
  const errand = await tickets.spend(ticket, from, ancestors, now);
  const { documentId } = from.frame;
  await panels.change((all) => ({
    next: [...all.filter((one) => one.documentId !== documentId).slice(1 - MOST), { documentId, errand }],
    result: undefined,
  }));
  return errand;
}

/** Errors: `forbidden` for a frame that spent no ticket. */
export async function panelOf(from: PanelSender): Promise<Errand> {
  const found = (await panels.get()).find(({ documentId }) => documentId === from.frame.documentId);
  if (!found) throw new AppError('forbidden', { what: 'panel' });
  return found.errand;
}

/** What its address names is known better now. */
export async function changePanel(from: PanelSender, kept: KeptLink): Promise<void> {
  await panels.change((all) => ({
    next: all.map((one) =>
      one.documentId === from.frame.documentId ? { ...one, errand: { ...one.errand, kept } } : one,
    ),
    result: undefined,
  }));
}
