// The part of our own pages' calls that is about the site in front of the user, one line a call. Leans on current-tab,
// offers and deliver; the popup is trusted, so it may also fill where a menu in the page may not.

import { listRules } from '../../../lib/actions/field-rules.ts';
import { lettersFor } from '../../../lib/actions/find-codes.ts';
import { heldTotpsOn } from '../../../lib/actions/held-totps.ts';
import { isMuted, listMutes, muteSite, unmuteSite } from '../../../lib/actions/mute-site.ts';
import { addressesOn, sourcesFor } from '../../../lib/actions/site-addresses.ts';
import { totpsOn } from '../../../lib/actions/totps.ts';
import { AppError } from '../../../lib/error.ts';
import type { AppCalls } from '../../../lib/messages/contract.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import type { MenuChoice, MenuResult, SiteView } from '../../../lib/messages/views.ts';
import { hasHostAccess } from '../../../lib/platform.ts';
import { readSettings } from '../../../lib/settings.ts';
import { hostOf } from '../../../lib/site.ts';
import { countTagged } from '../../../lib/vault/records.ts';
import { siteTag } from '../../../lib/vault/tags.ts';
import { readStatus, requireUnlocked } from '../../../lib/vault/vault.ts';
import { applyAccess, withdraw } from '../access.ts';
import { clearBadge } from '../badge.ts';
import { announce } from '../changes.ts';
import { currentTab, exportCurrent } from '../current-tab.ts';
import { deliver } from '../deliver.ts';
import { seeLetters } from '../expecting.ts';
import { dropRule, ruleFocused, startPicking } from '../field-rules.ts';
import { findFocusedField } from '../focused-field.ts';
import { followLink } from '../follow-link.ts';
import { assumeFront, unassumeFront, viewFrontPersona } from '../persona.ts';
import { beatHere, sinceFor } from '../site-beat.ts';
import { waitOn } from '../waits.ts';
import { explainField } from '../why.ts';

type SiteCalls = Pick<
  Handlers<AppCalls, AppSender>,
  | 'site.here'
  | 'site.current'
  | 'site.mute'
  | 'site.fill'
  | 'site.persona'
  | 'site.assume'
  | 'site.unassume'
  | 'site.follow'
  | 'site.beat'
  | 'site.mutes'
  | 'site.why'
  | 'site.rule'
  | 'site.rules'
  | 'site.unrule'
  | 'site.export'
>;

export const siteCalls: SiteCalls = {
  'site.here': async () => ({ site: (await currentTab())?.site ?? null }),
  'site.current': async () => {
    // The popup is open: whatever the badge said, it is seen now.
    await clearBadge();
    const view = await viewCurrent();
    const shown = [...view.codes, ...view.links].map(({ messageId }) => messageId);
    if (view.tabId !== null) await seeLetters(view.tabId, shown);
    return view;
  },
  'site.mute': async ({ site, off }) => {
    const u = await requireUnlocked();
    if (off) {
      await muteSite(u, site, null);
      await withdraw();
    } else {
      await unmuteSite(u, site);
      await applyAccess();
    }
    announce('access');
    return {};
  },
  'site.fill': ({ choice, into }) => fillCurrent(choice, into),
  'site.persona': ({ id }) => viewFrontPersona(id),
  'site.assume': (wish) => assumeFront(wish),
  'site.unassume': async () => ({ restored: await unassumeFront() }),
  'site.follow': async ({ messageId }) => {
    await followCurrent(messageId);
    return {};
  },
  'site.beat': async () => ({ next: await beatHere(await currentTab()) }),
  'site.mutes': async () => ({ sites: await listMutes(await requireUnlocked()) }),
  'site.why': async () => explainField(await currentTab()),
  'site.rule': async ({ means, which }) => {
    const tab = await currentTab();
    if (!tab) throw new AppError('no-access');
    await (which === 'point' ? startPicking : ruleFocused)(tab, means);
    return {};
  },
  'site.rules': async () => ({ rules: await listRules(await requireUnlocked()) }),
  'site.unrule': async ({ id }) => {
    await dropRule(id);
    return {};
  },
  'site.export': async () => exportCurrent(await currentTab()),
};

async function viewCurrent(): Promise<SiteView> {
  const tab = await currentTab();
  const { state } = await readStatus();
  const view: SiteView = {
    site: tab?.site ?? null,
    host: tab?.url ? hostOf(tab.url) : null,
    tabId: tab?.tabId ?? null,
    access: tab?.site && tab.url ? await hasHostAccess(tab.url) : false,
    muted: false,
    state,
    addresses: [],
    lockedCount: null,
    sources: [],
    codes: [],
    links: [],
    unclear: [],
    totps: [],
    held: [],
    waiting: false,
  };
  if (!tab?.site || state === 'empty') return view;
  const { site, tabId } = tab;
  if (state === 'locked') return { ...view, ...(await lockedView(site)) };
  const u = await requireUnlocked();
  const now = Date.now();
  const wait = await waitOn(tabId, site, now);
  return {
    ...view,
    muted: await isMuted(u, site, now),
    addresses: await addressesOn(u, site),
    sources: await sourcesFor(u, site),
    ...(await lettersFor(u, { site, since: sinceFor(wait, now) })),
    totps: await totpsOn(u, site, now),
    held: await heldTotpsOn(u, site),
    waiting: wait !== null,
  };
}

async function lockedView(site: string): Promise<Partial<SiteView>> {
  const { blindTags } = await readSettings();
  return {
    muted: await isMuted(null, site, Date.now()),
    lockedCount: blindTags ? await countTagged('address', await siteTag(site)) : null,
  };
}

async function followCurrent(messageId: string): Promise<void> {
  const tab = await currentTab();
  if (!tab?.site) throw new AppError('no-access');
  const since = sinceFor(await waitOn(tab.tabId, tab.site, Date.now()), Date.now());
  await followLink(messageId, { tabId: tab.tabId, site: tab.site, since, by: 'app' });
}

async function fillCurrent(choice: MenuChoice, into?: string): Promise<MenuResult> {
  const tab = await currentTab();
  if (!tab?.site) throw new AppError('no-access');
  const { target, report } = await findFocusedField(tab, into);
  const since = sinceFor(await waitOn(tab.tabId, tab.site, Date.now()), Date.now());
  const { createdId: _, ...result } = await deliver(choice, {
    target,
    site: tab.site,
    report,
    since,
    by: 'app',
  });
  return result;
}
