// Errands of pointing at a field: the user asked in the toolbar, the page's script may answer once, from a frame of that
// tab and site, within two minutes. Leans on storage.session; without such an errand no page can have a rule kept.
import * as v from 'valibot';
import { AppError } from '../../lib/error.ts';
import type { RuleMeaning } from '../../lib/field-rule.ts';
import type { PageSender } from '../../lib/messages/sender.ts';
import { sessionItem } from '../../lib/session-item.ts';
import { newId } from '../../lib/vault/ids.ts';

const LIFE = 2 * 60_000;

const errand = v.object({
  pick: v.string(),
  tabId: v.number(),
  site: v.string(),
  means: v.picklist(['email', 'code', 'never']),
  at: v.number(),
});
/** The last one only: who asks anew has given up the one before. */
const current = sessionItem('pick', v.nullable(errand), () => null);

/** @returns what the page's script must show to answer. */
export async function beginPick(
  tabId: number,
  site: string,
  means: RuleMeaning,
  now: number,
): Promise<string> {
  const pick = newId();
  await current.set({ pick, tabId, site, means, at: now });
  return pick;
}

/** Spends the errand. Errors: `forbidden` when there is none, it is too old, or another tab or site answers. */
export async function spendPick(pick: string, from: PageSender, now: number): Promise<RuleMeaning> {
  const found = await current.change((kept) =>
    kept?.pick === pick ? { next: null, result: kept } : { next: kept, result: null },
  );
  const right = found !== null && found.tabId === from.frame.tabId && found.site === from.site;
  if (!right || now - found.at >= LIFE) throw new AppError('forbidden', { what: 'pick' });
  return found.means;
}
