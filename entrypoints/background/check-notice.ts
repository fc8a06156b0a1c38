// A notification that a check has ended: only where the user wished it and the browser allows it, without a name, a claim or an outcome.
// Leans on the notifications API, which is not there before it is allowed; a press on it opens the popup on that check, or on the list.
import * as v from 'valibot';
import { t } from '../../lib/i18n.ts';
import { browser } from '../../lib/platform.ts';
import { fireAndForget } from '../../lib/report.ts';
import { sessionItem } from '../../lib/session-item.ts';
import { readSettings } from '../../lib/settings.ts';
import { showCheck, showChecks } from './own-windows.ts';

/** One at a time: the next end replaces it. */
const ID = 'check-ended';

/** Lines of the ledger that it is about: random ids, which never leave us. */
const told = sessionItem('checks-told', v.array(v.string()), () => []);

/** @param ids lines of the ledger that ended */
export async function notifyEnd(ids: readonly string[]): Promise<void> {
  const { notifyChecks } = await readSettings();
  if (!notifyChecks || !(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  // One that still stands is about more than one check now.
  const standing = ID in (await browser.notifications.getAll());
  await told.change((before) => ({ next: [...(standing ? before : []), ...ids], result: undefined }));
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
  if (id === ID) fireAndForget(Promise.all([browser.notifications.clear(ID), showTold()]), 'notice');
}

async function showTold(): Promise<void> {
  const [only, ...others] = await told.get();
  await (only !== undefined && others.length === 0 ? showCheck(only) : showChecks('list'));
}
