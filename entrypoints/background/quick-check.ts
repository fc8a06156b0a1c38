// Identity checks from the context menu: asking for one, and its link into the field that was clicked. Leans on insert.ts and own-windows; a
// link is written only where it is plain which one is meant, else the popup asks.
import { listLedger } from '../../lib/actions/checks/ledger.ts';
import { hasEnded } from '../../lib/checks/status.ts';
import { AppError, type ErrorCode } from '../../lib/error.ts';
import { type MessageKey, t } from '../../lib/i18n.ts';
import type { LedgerView } from '../../lib/ledger.ts';
import { reportBug } from '../../lib/report.ts';
import { requireUnlocked } from '../../lib/vault/vault.ts';
import { raiseBadge } from './badge.ts';
import { insertInFront } from './insert.ts';
import { showChecks, showPopup } from './own-windows.ts';

/** Whether its link can still be handed on. */
export function isHandable({ check, link, clockOffset }: LedgerView, now: number): boolean {
  return check !== null && link !== null && !hasEnded(check, now + clockOffset);
}

const SAID: Partial<Record<ErrorCode, MessageKey>> = {
  'no-field': 'noticeNoField',
  'no-access': 'noticeNoAccess',
};

/** Writes the link of the one open check; with none the popup opens on a new one, with several on the list. */
export async function insertOpenLink(): Promise<void> {
  try {
    const open = (await listLedger(await requireUnlocked())).filter((entry) => isHandable(entry, Date.now()));
    const [only] = open;
    if (open.length !== 1 || !only?.link) return await showChecks(open.length === 0 ? 'new' : 'list');
    if ((await insertInFront(only.link)) !== 'inserted') await raiseBadge(t('noticeNotInserted'));
  } catch (error) {
    if (!(error instanceof AppError)) return reportBug('insert link', error);
    if (error.code === 'locked' || error.code === 'no-vault') return showPopup();
    await raiseBadge(t(SAID[error.code] ?? 'noticeFailed'));
  }
}
