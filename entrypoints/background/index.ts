// The service worker (Chrome) or event page (Firefox): registers every listener synchronously and wires. Decides nothing;
// it may die after any event and come back at the next as if nothing had happened.
import { defineBackground } from 'wxt/utils/define-background';
import { createServer } from '../../lib/messages/server.ts';
import { appShapes } from '../../lib/messages/shapes/app.ts';
import { menuShapes } from '../../lib/messages/shapes/menu.ts';
import { pageShapes } from '../../lib/messages/shapes/page.ts';
import { panelShapes } from '../../lib/messages/shapes/panel.ts';
import { browser } from '../../lib/platform.ts';
import { fireAndForget } from '../../lib/report.ts';
import { restrictStorage } from '../../lib/vault/session.ts';
import { applyAccess, armOnce, withdraw } from './access.ts';
import { withActivity } from './activity.ts';
import { appCalls } from './app-calls.ts';
import { announce } from './changes.ts';
import { hearNotices } from './check-notice.ts';
import { onCheckAlarm } from './check-watch.ts';
import { runCommand } from './commands.ts';
import { createContextMenus, runContextMenu } from './context-menus.ts';
import { EXPECT_ALARM, endExpectation, lookForLetters } from './expecting.ts';
import { endHearingsBut } from './hearings.ts';
import { LOCK_ALARM, lockIfDue } from './locking.ts';
import { menuCalls } from './menu-calls.ts';
import { closeMenusOfTab } from './menus.ts';
import { pageCalls } from './page-calls.ts';
import { panelCalls } from './panel-calls.ts';
import { resumeRekeying } from './rekeying.ts';
import { catchUpIfOpen } from './syncing.ts';
import { endWaitsOfTab } from './waits.ts';

/** Whoever woke the worker is answered before it goes on with what its predecessor left: milliseconds. */
const BREATH = 1000;

export default defineBackground({
  // Not a module: Chromium keeps the compiled code of a classic worker beside its script and compiles a module at every start.
  main() {
    const self = { id: browser.runtime.id, origin: browser.runtime.getURL('').replace(/\/$/, '') };
    const server = createServer(
      {
        page: { handlers: pageCalls, shapes: pageShapes },
        menu: { handlers: withActivity(menuCalls), shapes: menuShapes },
        panel: { handlers: panelCalls, shapes: panelShapes },
        app: { handlers: withActivity(appCalls), shapes: appShapes },
      },
      self,
    );
    browser.runtime.onMessage.addListener(
      server as Parameters<typeof browser.runtime.onMessage.addListener>[0],
    );

    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === LOCK_ALARM) fireAndForget(lockIfDue(), 'lock alarm');
      else if (name === EXPECT_ALARM) fireAndForget(lookForLetters(), 'expected');
      else fireAndForget(onCheckAlarm(name), 'check alarm');
    });
    browser.commands.onCommand.addListener(runCommand);
    browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, linkUrl, pageUrl }) =>
      runContextMenu(menuItemId, { selected: selectionText ?? '', link: linkUrl ?? '', page: pageUrl ?? '' }),
    );
    hearNotices();
    browser.permissions.onAdded.addListener(() => {
      hearNotices();
      fireAndForget(applyAccess(), 'access granted');
      announce('access');
    });
    browser.permissions.onRemoved.addListener(() => {
      fireAndForget(withdraw(), 'access removed');
      announce('access');
    });
    browser.tabs.onRemoved.addListener((tabId) => {
      fireAndForget(
        Promise.all([
          closeMenusOfTab(tabId),
          endExpectation(tabId),
          endWaitsOfTab(tabId).then(endHearingsBut),
        ]),
        'tab closed',
      );
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      fireAndForget(createContextMenus(), 'context menus');
      if (reason === 'install') {
        fireAndForget(
          browser.tabs.create({ url: browser.runtime.getURL('/options.html#/welcome') }),
          'welcome',
        );
      }
    });
    browser.runtime.onStartup.addListener(() => fireAndForget(createContextMenus(), 'context menus'));

    fireAndForget(restrictStorage(), 'storage access');
    fireAndForget(armOnce(), 'arm');
    setTimeout(() => {
      fireAndForget(resumeRekeying(), 'resume rekey');
      fireAndForget(catchUpIfOpen(true), 'catch up');
    }, BREATH);
    globalThis.addEventListener('online', () => fireAndForget(catchUpIfOpen(false), 'network back'));
  },
});
