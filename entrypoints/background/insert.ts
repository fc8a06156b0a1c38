// Putting a check's link into the field the user writes in, in the tab in front: found in one document, sent to that document alone. Leans
// on current-tab and tab-calls; chooses no check, and tells the page nothing but the text it was asked to write.
import { AppError } from '../../lib/error.ts';
import type { InsertOutcome } from '../../lib/insert-outcome.ts';
import { type FrameTarget, injectIntoTab } from '../../lib/platform.ts';
import { currentTab } from './current-tab.ts';
import { callTab } from './tab-calls.ts';

/**
 * Errors: `no-access` where the browser keeps us out of the page, `no-field` where nobody writes (or the document went away between).
 */
export async function insertInFront(text: string): Promise<InsertOutcome> {
  const tab = await currentTab();
  if (!tab?.site) throw new AppError('no-access');
  const target = await writingIn(tab.tabId);
  return (await callTab(target, 'insert.text', { text })).outcome;
}

async function writingIn(tabId: number): Promise<FrameTarget> {
  const frames = await injectIntoTab(tabId, '/insert.js').catch(() => {
    throw new AppError('no-access');
  });
  for (const { frameId, documentId } of frames) {
    const target = { tabId, frameId, documentId };
    // A frame that went away meanwhile holds no focus.
    const { writes } = await callTab(target, 'insert.look', {}).catch((error: unknown) => {
      if (error instanceof AppError) return { writes: false };
      throw error;
    });
    if (writes) return target;
  }
  throw new AppError('no-field');
}
