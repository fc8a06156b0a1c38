// Why something, or nothing, is offered in the field in focus: the page's verdict, then what only the background knows.
// Leans on focused-field and offers; the same judgement that the page's button hangs on, put into one word.
import { isMuted } from '../../lib/actions/mute-site.ts';
import type { FieldReport } from '../../lib/messages/contract.ts';
import type { FieldAnswer, FieldVerdict, Stop } from '../../lib/messages/views.ts';
import { readStatus, requireUnlocked } from '../../lib/vault/vault.ts';
import type { CurrentTab } from './current-tab.ts';
import { findVerdict } from './focused-field.ts';
import { kindsOf, needOf, viewOffers } from './offers.ts';
import { waitOn } from './waits.ts';

/** Errors: `no-access` where no extension may look, or a frame of another site holds the focus. */
export async function explainField(tab: CurrentTab | null): Promise<FieldAnswer> {
  const verdict = tab?.site ? await findVerdict(tab) : null;
  if (!tab?.site || !verdict) return { verdict: null, stop: null };
  const { role, form, because } = verdict;
  const stop = verdict.stop ?? (await stopHere(tab.tabId, tab.site, verdict));
  return { verdict: { role, form, because }, stop };
}

async function stopHere(tabId: number, site: string, verdict: FieldVerdict): Promise<Stop | null> {
  const { state } = await readStatus();
  if (state === 'empty') return 'empty';
  const now = Date.now();
  if (await isMuted(state === 'unlocked' ? await requireUnlocked() : null, site, now)) return 'muted';
  if (state === 'locked') return 'locked';
  const { ref, role, form, because } = verdict;
  const report: FieldReport = { ref, role, form, because, boxes: 1, rejected: false };
  const kinds = await kindsOf(await viewOffers(site, report, await waitOn(tabId, site, now)), report);
  if (kinds.includes('connect')) return 'no-account';
  if (kinds.length > 0) return null;
  return needOf(report) === 'nothing' ? 'role' : 'none-here';
}
