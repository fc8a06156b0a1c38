// A notification that a check has ended: only where the user wished it and the browser allows it, without a name, a claim or an outcome.
// Leans on the notifications API, which is not there before it is allowed; a press on it opens the popup.
import { t } from '../../lib/i18n.ts';
import { browser } from '../../lib/platform.ts';
import { fireAndForget } from '../../lib/report.ts';
import { readSettings } from '../../lib/settings.ts';
import { showPopup } from './own-windows.ts';

/** One at a time: the next end replaces it. */
const ID = 'check-ended';

export async function notifyEnd(): Promise<void> {
  const { notifyChecks } = await readSettings();
  if (!notifyChecks || !(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  await browser.notifications.create(ID, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icons/128.png'),
    title: t('checkEndedBadge'),
    message: t('checkEndedNotice'),
  });
}

/** To be called at the worker's start, and when the permission was just given. */
export function hearNotices(): void {
  const { notifications } = browser as { notifications?: typeof browser.notifications };
  if (!notifications || notifications.onClicked.hasListener(pressed)) return;
  notifications.onClicked.addListener(pressed);
}

function pressed(id: string): void {
  if (id !== ID) return;
  fireAndForget(Promise.all([browser.notifications.clear(ID), showPopup()]), 'notice');
}
