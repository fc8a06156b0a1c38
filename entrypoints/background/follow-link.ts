// Opens the confirmation link of a message in the tab that waits for it, once a person has clicked: nothing has asked for that address
// before. Leans on lib/actions; a message of another site is opened by our own pages only (tier 3).
import { linkFor } from '../../lib/actions/find-codes.ts';
import { noteCodeUse } from '../../lib/actions/read-inbox.ts';
import { AppError } from '../../lib/error.ts';
import { browser } from '../../lib/platform.ts';
import { requireUnlocked } from '../../lib/vault/vault.ts';
import { announce } from './changes.ts';
import { afterwards } from './deliver.ts';

export interface Way {
  tabId: number;
  site: string;
  /** From when on messages count. */
  since: number;
  by: 'menu' | 'app';
}

/** Errors: `locked`, `not-found` when no message of the wait has a link, `forbidden` when a menu may not open it. */
export async function followLink(messageId: string, { tabId, site, since, by }: Way): Promise<void> {
  const u = await requireUnlocked();
  const found = await linkFor(u, { site, since }, messageId);
  if (!found) throw new AppError('not-found', { what: 'message' });
  if (found.link.senderMatches !== true && by === 'menu') throw new AppError('forbidden', { what: 'sender' });
  await browser.tabs.update(tabId, { url: found.url });
  await afterwards(() => noteCodeUse(u, messageId, Date.now()));
  announce('inbox', 'codes');
}
