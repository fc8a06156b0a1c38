// Watching open checks: once a minute by alarm, while one is open and the vault is unlocked, and never longer. The one thing of ours
// that polls while nobody waits. Leans on lib/actions/checks; a check that ended shows on the badge, without a name or a claim.

import { forgetOld } from '../../lib/actions/checks/forget-old.ts';
import { openEntries, refreshCheck } from '../../lib/actions/checks/ledger.ts';
import { hasEnded } from '../../lib/checks/status.ts';
import { AppError } from '../../lib/error.ts';
import { t } from '../../lib/i18n.ts';
import { browser } from '../../lib/platform.ts';
import { readSettings } from '../../lib/settings.ts';
import { peekVault, type Unlocked } from '../../lib/vault/vault.ts';
import { raiseBadge } from './badge.ts';
import { announce } from './changes.ts';
import { notifyEnd } from './check-notice.ts';

const ALARM = 'checks';
/** Minutes: the least that browsers grant. */
const PERIOD = 1;

/** Sets the alarm where a check is open, and takes it away where none is. */
export async function watchChecks(u: Unlocked): Promise<void> {
  const open = await openEntries(u, Date.now());
  if (open.length > 0) browser.alarms.create(ALARM, { periodInMinutes: PERIOD });
  else await browser.alarms.clear(ALARM);
}

/** Takes out what the user wished to be kept no longer: at every unlock, and before the ledger is shown. */
export async function tidyLedger(u: Unlocked): Promise<void> {
  const { checkDays } = await readSettings();
  if ((await forgetOld(u, checkDays, Date.now())) > 0) announce('checks');
}

/** To be called by every alarm; others are not ours. */
export async function onCheckAlarm(name: string): Promise<void> {
  if (name !== ALARM) return;
  const { u } = await peekVault();
  // Locked: nothing can be asked. The badge says that a check goes on unseen; the alarm rests until the vault is open again.
  if (u === null) {
    await browser.alarms.clear(ALARM);
    await raiseBadge(t('checkLockedBadge'));
    return;
  }
  let ended = false;
  for (const entry of await openEntries(u, Date.now())) {
    try {
      const { check, clockOffset } = await refreshCheck(u, entry.id, Date.now());
      ended ||= check !== null && hasEnded(check, Date.now() + clockOffset);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // No server, no budget: the next minute asks again.
      break;
    }
  }
  announce('checks');
  if (ended) {
    await raiseBadge(t('checkEndedBadge'));
    await notifyEnd();
  }
  await watchChecks(u);
}
