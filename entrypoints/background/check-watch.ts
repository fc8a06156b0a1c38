// Watching open checks: once a minute by alarm, while one is open and the vault is unlocked, and never longer. Beside the minutes of
// expecting.ts the one thing of ours that polls while nobody waits. Leans on lib/actions/checks; a check that ended shows on the badge,
// without a name or a claim.

import { forgetOld } from '../../lib/actions/checks/forget-old.ts';
import { awaitedEntries, lookAtCheck } from '../../lib/actions/checks/look.ts';
import { AppError } from '../../lib/error.ts';
import { t } from '../../lib/i18n.ts';
import { browser } from '../../lib/platform.ts';
import { readSettings } from '../../lib/settings.ts';
import { peekVault, type Unlocked } from '../../lib/vault/vault.ts';
import { raiseBadge } from './badge.ts';
import { announce } from './changes.ts';
import { notifyEnd } from './check-notice.ts';
import { noteHosts } from './known-hosts.ts';

const ALARM = 'checks';
/** Minutes: the least that browsers grant. */
const PERIOD = 1;

/** Milliseconds after its hour in which a check is still asked about every minute; later than that, at the next unlock. */
const GRACE = 10 * 60_000;

/**
 * Sets the alarm where the service is still to be asked about a check, and takes it away where not. One that is set stays as it is: a worker
 * that is started more often than once a minute would put it off for ever.
 * @param since only checks that ended no longer ago; everything unless told
 */
export async function watchChecks(u: Unlocked, since = 0): Promise<void> {
  // Which servers they are on outlasts the lock: this is where checks are known anew.
  await noteHosts(u);
  const awaited = await awaitedEntries(u, Date.now());
  const due = awaited.some(({ check, clockOffset }) => check && check.expiresAt - clockOffset >= since);
  if (!due) await browser.alarms.clear(ALARM);
  else if (!(await browser.alarms.get(ALARM))) browser.alarms.create(ALARM, { periodInMinutes: PERIOD });
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
  const ended = await lookAtAll(u);
  announce('checks');
  if (ended.length > 0) {
    await raiseBadge(t('checkEndedBadge'));
    await notifyEnd(ended);
  }
  await watchChecks(u, Date.now() - GRACE);
}

/** @returns the lines of which this very look saw the end: what a screen saw before is no news */
async function lookAtAll(u: Unlocked): Promise<string[]> {
  const ended: string[] = [];
  const silent = new Set<string>();
  for (const { id, accountId } of await awaitedEntries(u, Date.now())) {
    if (silent.has(accountId)) continue;
    try {
      if ((await lookAtCheck(u, id, Date.now())).ended) ended.push(id);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // No server, no budget, a key that was taken back: the next minute asks again, and other accounts are asked now. Forgotten meanwhile:
      // that concerns one line.
      if (error.code !== 'not-found') silent.add(accountId);
    }
  }
  return ended;
}
