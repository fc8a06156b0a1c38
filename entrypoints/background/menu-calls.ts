// What our in-page menu may ask, one line a call. Leans on tickets, menus and deliver; every call but the first hangs on
// the ticket that this very frame has spent.
import { muteSite } from '../../lib/actions/mute-site.ts';
import { AppError } from '../../lib/error.ts';
import type { Escalation, MenuCalls } from '../../lib/messages/contract.ts';
import type { MenuSender } from '../../lib/messages/sender.ts';
import type { Handlers } from '../../lib/messages/server.ts';
import type { MenuView } from '../../lib/messages/views.ts';
import { requireUnlocked } from '../../lib/vault/vault.ts';
import { announce } from './changes.ts';
import { deliver, takeBack } from './deliver.ts';
import { ruleOffered } from './field-rules.ts';
import { followLink } from './follow-link.ts';
import { personaBehind, personaMenuCalls } from './menu-persona.ts';
import { menuOf, openMenu, rememberUndo } from './menus.ts';
import { viewOffers } from './offers.ts';
import { showMessage, showOptions, showOwnName, showPopup, showSite } from './own-windows.ts';
import { unassume } from './persona.ts';
import { callTab } from './tab-calls.ts';
import { spendTicket } from './tickets.ts';
import { undoLeft } from './undo-left.ts';
import { waitOf } from './waits.ts';

const HOUR = 60 * 60_000;

export const menuCalls: Handlers<MenuCalls, MenuSender> = {
  'menu.open': async ({ ticket, ancestors }, from) => {
    const errand = await spendTicket(ticket, from, ancestors, Date.now());
    await openMenu(from.frame, errand);
    return viewOf(from);
  },
  ...personaMenuCalls,
  'menu.view': (_, from) => viewOf(from),
  'menu.choose': async (choice, from) => {
    const { errand } = await menuOf(from.frame.documentId);
    const { target, site, report } = errand;
    const since = (await waitOf(target.documentId))?.since ?? Date.now();
    const { createdId, ...result } = await deliver(choice, { target, site, report, since, by: 'menu' });
    const undo = result.undo === null ? null : { ref: report.ref, createdId, at: Date.now() };
    await rememberUndo(from.frame.documentId, undo);
    return { ...result, ...(await personaBehind(choice, createdId, report)) };
  },
  'menu.follow': async ({ messageId }, from) => {
    const { target, site } = (await menuOf(from.frame.documentId)).errand;
    const since = (await waitOf(target.documentId))?.since ?? Date.now();
    await followLink(messageId, { tabId: target.tabId, site, since, by: 'menu' });
    return {};
  },
  'menu.undo': async (_, from) => {
    const { errand, undo } = await menuOf(from.frame.documentId);
    if (!undo || (await undoLeft(undo, Date.now())) === null)
      throw new AppError('not-found', { what: 'undo' });
    const taken = await takeBack(errand.target, undo.ref, undo.createdId);
    const restored = undo.persona ? await unassume(errand.target) : taken.restored;
    await rememberUndo(from.frame.documentId, null);
    return { ...taken, restored };
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
    const { errand } = await menuOf(from.frame.documentId);
    await escalate(to, errand.site);
    return {};
  },
  'menu.frame': async (wish, from) => {
    const { errand } = await menuOf(from.frame.documentId);
    await callTab(errand.target, 'tab.frame', wish);
    return {};
  },
};

async function viewOf(from: MenuSender): Promise<MenuView> {
  const { errand, undo } = await menuOf(from.frame.documentId);
  const view = await viewOffers(errand.site, errand.report, await waitOf(errand.target.documentId));
  if (view.state !== 'ready' || !undo) return view;
  return { ...view, undo: await undoLeft(undo, Date.now()) };
}

function escalate(to: Escalation, site: string): Promise<void> {
  switch (to.to) {
    case 'unlock':
      return showPopup();
    case 'connect':
      return showOptions('#/accounts');
    case 'release':
      return showSite();
    case 'options':
      return showOptions('#/sites');
    case 'message':
      return showMessage(to.messageId);
    case 'own-name':
      return showOwnName(site, to.accountId, to.wish);
  }
}
