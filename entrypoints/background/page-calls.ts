// What a page's script may ask, one line a call. Leans on offers, tickets and waits; answers kinds, times and the address of
// our menu frame, never a value.
import { lettersFor } from '../../lib/actions/find-codes.ts';
import { isMuted } from '../../lib/actions/mute-site.ts';
import { AppError } from '../../lib/error.ts';
import type { FieldReport, PageCalls, PageOffers, WaitState } from '../../lib/messages/contract.ts';
import type { PageSender } from '../../lib/messages/sender.ts';
import type { Handlers } from '../../lib/messages/server.ts';
import type { MenuView } from '../../lib/messages/views.ts';
import { browser, hasHostAccess, injectIntoDocument } from '../../lib/platform.ts';
import { readSettings } from '../../lib/settings.ts';
import { peekVault, requireUnlocked } from '../../lib/vault/vault.ts';
import { announce } from './changes.ts';
import { endPicking, rulesFor } from './field-rules.ts';
import { endHearing, waitForNews, whileBeating } from './hearings.ts';
import { awaitsMessage, kindsOf, viewOffers } from './offers.ts';
import { checkShown, panelFor, showAside } from './panel-calls.ts';
import { issueTicket } from './tickets.ts';
import { keepTrouble } from './troubles.ts';
import { beginWait, changeWait, nextBeat, restWait, waitOf } from './waits.ts';

const QUIET: PageOffers = { kinds: [], open: false, wait: false };
const ENDED: WaitState = { state: 'ended' };

export const pageCalls: Handlers<PageCalls, PageSender> = {
  'page.wake': async (_, from) => ({ woken: await wake(from) }),
  'page.report': (report, from) => reportField(report, from),
  'page.ticket': async (report, from) => {
    // As in reportField: no menu in a frame of another site, whoever asks for one there.
    if (!from.sameOriginAsTop) throw new AppError('forbidden', { what: 'frame' });
    const ticket = await issueTicket(from, report, Date.now());
    return { url: `${browser.runtime.getURL('/menu.html')}#${ticket}` };
  },
  'page.beat': ({ turn }, from) => beat(from, turn),
  'page.rest': async (_, from) => {
    await restWait(from.frame.documentId);
    await endHearing(from.frame.documentId);
    return {};
  },
  'page.cues': async (_, from) => {
    await injectIntoDocument(from.frame, '/cues.js');
    return {};
  },
  'page.rules': (_, from) => rulesFor(from),
  'page.check': async (_, from) => ({ shows: await checkShown(from) }),
  'page.panel': (_, from) => panelFor(from),
  'page.aside': async (_, from) => {
    await showAside(from);
    return {};
  },
  'page.picked': async ({ pick, field }, from) => {
    await endPicking(from, pick, field);
    return {};
  },
};

/** Brings the recognition script, unless there is no vault, the site is switched off, or access was taken back. */
async function wake(from: PageSender): Promise<boolean> {
  const [wanted, allowed] = await Promise.all([isWanted(from.site), hasHostAccess(from.origin)]);
  if (!wanted || !allowed) return false;
  await injectIntoDocument(from.frame, '/page.js');
  return true;
}

/** Whether there is a vault, and the site is not switched off. */
async function isWanted(site: string): Promise<boolean> {
  const { state, u } = await peekVault();
  return state !== 'empty' && !(await isMuted(u, site, Date.now()));
}

/** Fields in frames of another origin than the tab's are served by the popup alone (risk tier 3). */
async function reportField(report: FieldReport, from: PageSender): Promise<PageOffers> {
  if (!from.sameOriginAsTop) return QUIET;
  const awaits = awaitsMessage(report);
  // The person waits for the button: what does not need the other's answer is asked beside it.
  const [wanted, view, settings] = await Promise.all([
    isWanted(from.site),
    awaits ? viewWaiting(report, from) : viewOffers(from.site, report, null),
    readSettings(),
  ]);
  if (!wanted || view === null) return QUIET;
  const kinds = await kindsOf(view, report);
  const useful = kinds.some((kind) => kind !== 'connect' && kind !== 'unlock');
  return {
    kinds,
    open: useful && settings.openMenuOnFocus,
    wait: awaits && kinds.includes('message-code'),
  };
}

/** For a field that a message may fill: from now on such a message is waited for, unless the site is switched off. */
async function viewWaiting(report: FieldReport, from: PageSender): Promise<MenuView | null> {
  const { u } = await peekVault();
  if (!(await isWanted(from.site))) return null;
  const wait = u === null ? null : await beginWait(from.frame, report, from.site, Date.now());
  return viewOffers(from.site, report, wait);
}

/** One beat: ask the inboxes, tell whether something came that this page was not told of, say when to ask again. */
async function beat(from: PageSender, turn: number): Promise<WaitState> {
  const { documentId } = from.frame;
  const wait = await waitOf(documentId);
  const pace = wait?.beganAt != null ? nextBeat(wait.beganAt, Date.now()) : null;
  if (!wait || pace === null || wait.site !== from.site) {
    await endHearing(documentId);
    return ENDED;
  }
  // The answer to this very beat got lost with its worker.
  if (wait.lastTold === turn) return { state: 'arrived', next: pace };
  const { u } = await peekVault();
  // Locked meanwhile: what would be heard could not be kept.
  if (u === null) await endHearing(documentId);
  const open = u ?? (await requireUnlocked());
  const ask = () => waitForNews(open, documentId, wait, wait.by);
  const { trouble, live } = await whileBeating(documentId, ask);
  // On a live line the beat itself was the wait.
  const next = live ? 0 : pace;
  const { codes, links, unclear } = await lettersFor(await requireUnlocked(), wait);
  const fresh = [...codes, ...links, ...unclear].filter(({ messageId }) => !wait.told.includes(messageId));
  await changeWait(wait.documentId, {
    told: [...wait.told, ...fresh.map(({ messageId }) => messageId)],
    ...(fresh.length > 0 ? { lastTold: turn } : {}),
    trouble: keepTrouble(trouble),
  });
  if (fresh.length > 0) announce('codes', 'inbox');
  // A server that said when to come again is not asked before.
  return {
    state: fresh.length > 0 ? 'arrived' : 'waiting',
    next: Math.max(next, trouble?.detail.retryAfter ?? 0),
  };
}
