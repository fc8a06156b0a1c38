// What our in-page menu may ask, one line a call. Leans on tickets, menus and deliver; every call but the first hangs on
// the ticket that this very frame has spent.
import { muteSite } from '../../lib/actions/mute-site.ts';
import { AppError } from '../../lib/error.ts';
import { DISCARD_TIME } from '../../lib/forwarding.ts';
import type { MenuCalls } from '../../lib/messages/contract.ts';
import type { MenuSender } from '../../lib/messages/sender.ts';
import type { Handlers } from '../../lib/messages/server.ts';
import type { MenuView } from '../../lib/messages/views.ts';
import { requireUnlocked } from '../../lib/vault/vault.ts';
import { announce } from './changes.ts';
import { deliver, takeBack } from './deliver.ts';
import { ruleOffered } from './field-rules.ts';
import { menuOf, openMenu, rememberUndo, type Undo } from './menus.ts';
import { viewOffers } from './offers.ts';
import { showMessage, showOptions, showPopup } from './own-windows.ts';
import { callTab } from './tab-calls.ts';
import { spendTicket } from './tickets.ts';
import { waitOf } from './waits.ts';

const HOUR = 60 * 60_000;

export const menuCalls: Handlers<MenuCalls, MenuSender> = {
  'menu.open': async ({ ticket, ancestors }, from) => {
    const errand = await spendTicket(ticket, from, ancestors, Date.now());
    await openMenu(from.frame.documentId, errand);
    return viewOf(from);
  },
  'menu.view': (_, from) => viewOf(from),
  'menu.choose': async (choice, from) => {
    const { errand } = await menuOf(from.frame.documentId);
    const { target, site, report } = errand;
    const since = (await waitOf(target.documentId))?.since ?? Date.now();
    const { createdId, ...result } = await deliver(choice, { target, site, report, since, by: 'menu' });
    const undo = result.undo === null ? null : { ref: report.ref, createdId, at: Date.now() };
    await rememberUndo(from.frame.documentId, undo);
    return result;
  },
  'menu.undo': async (_, from) => {
    const { errand, undo } = await menuOf(from.frame.documentId);
    if (!undo || !isFresh(undo)) throw new AppError('not-found', { what: 'undo' });
    const taken = await takeBack(errand.target, undo.ref, undo.createdId);
    await rememberUndo(from.frame.documentId, null);
    return taken;
  },
  'menu.mute': async ({ until }, from) => {
    const { errand } = await menuOf(from.frame.documentId);
    const end = until === 'hour' ? Date.now() + HOUR : null;
    await muteSite(await requireUnlocked(), errand.site, end);
    await callTab(errand.target, 'tab.quit', {});
    announce('access');
    return {};
  },
  'menu.rule': async ({ means }, from) => {
    const { errand } = await menuOf(from.frame.documentId);
    await ruleOffered(errand.target, errand.report.ref, errand.site, means);
    return {};
  },
  'menu.escalate': async (to, from) => {
    await menuOf(from.frame.documentId);
    if (to.to === 'message') await showMessage(to.messageId);
    else await ESCALATIONS[to.to]();
    return {};
  },
  'menu.frame': async (wish, from) => {
    const { errand } = await menuOf(from.frame.documentId);
    await callTab(errand.target, 'tab.frame', wish);
    return {};
  },
};

/** After that a site may already have written to a fresh address. */
const isFresh = ({ at }: Undo): boolean => Date.now() - at <= DISCARD_TIME;

async function viewOf(from: MenuSender): Promise<MenuView> {
  const { errand, undo } = await menuOf(from.frame.documentId);
  const view = await viewOffers(errand.site, errand.report, await waitOf(errand.target.documentId));
  if (view.state !== 'ready' || !undo || !isFresh(undo)) return view;
  return { ...view, undo: undo.createdId === null ? 'undo' : 'discard' };
}

const ESCALATIONS: Record<'unlock' | 'connect' | 'options', () => Promise<void>> = {
  unlock: () => showPopup(),
  connect: () => showOptions('#/accounts'),
  options: () => showOptions('#/sites'),
};
