// Whose a document is: its origin, asked of the browser in that very document. Leans on scripting (site access, or a click's
// `activeTab`). Believes no address: a sandboxed document has the address of the page around it and an origin of nobody's.
import { browser, type FrameTarget } from '../../lib/platform.ts';

/** @returns the serialised origin; null for an opaque one, and for a document that is gone or not ours to enter. */
export async function originOf({
  tabId,
  documentId,
}: Pick<FrameTarget, 'tabId' | 'documentId'>): Promise<string | null> {
  const target = { tabId, documentIds: [documentId] };
  const [result] = await browser.scripting.executeScript({ target, func: readOrigin }).catch(() => []);
  const origin = result?.result;
  return typeof origin === 'string' && origin !== 'null' ? origin : null;
}

/** Runs in the page, in our own world: no closure, no import. */
function readOrigin(): string {
  return self.origin;
}
