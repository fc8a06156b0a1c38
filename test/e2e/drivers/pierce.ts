// Looking into closed shadow roots, as a person's eyes and mouse do and a page's script cannot.
// Leans on the CDP DOM domain for finding and reading, and on Playwright's mouse for clicks, so clicks are trusted.
// Frames inside those roots need none of this: Playwright lists them in page.frames() and clicks in them.
import type { BrowserContext, CDPSession, Frame, Page } from 'playwright-core';
import { PATIENCE, waitFor } from './wait.ts';

interface Node {
  nodeId: number;
  shadowRootType?: string;
  children?: Node[];
  shadowRoots?: Node[];
  contentDocument?: Node;
}

/** A box in the page's CSS pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** All author shadow roots below a node; the browser's own (inside inputs, videos …) are not of interest. */
function* shadowRoots(node: Node): Generator<Node> {
  for (const root of node.shadowRoots ?? []) {
    if (root.shadowRootType === 'user-agent') continue;
    yield root;
    yield* shadowRoots(root);
  }
  for (const child of node.children ?? []) yield* shadowRoots(child);
  if (node.contentDocument) yield* shadowRoots(node.contentDocument);
}

const isPage = (place: Page | Frame): place is Page => 'mouse' in place;

/** What is inside the closed shadow roots of one page, or of one frame that lives in another process. */
export class Pierced {
  readonly #page: Page;
  readonly #frame: Frame | null;
  readonly #session: CDPSession;

  private constructor(page: Page, frame: Frame | null, session: CDPSession) {
    this.#page = page;
    this.#frame = frame;
    this.#session = session;
  }

  /** Opens a session. A frame of the page's own process is reached through its page, so pass the page for it. */
  static async open(context: BrowserContext, place: Page | Frame): Promise<Pierced> {
    const session = await context.newCDPSession(place);
    return isPage(place) ? new Pierced(place, null, session) : new Pierced(place.page(), place, session);
  }

  async #roots(): Promise<Node[]> {
    const { root } = await this.#session.send('DOM.getDocument', { depth: -1, pierce: true });
    return [...shadowRoots(root as Node)];
  }

  /** How many author shadow roots of each kind there are now: 'open' and 'closed'. */
  async kinds(): Promise<string[]> {
    return (await this.#roots()).map((root) => root.shadowRootType ?? '');
  }

  /** Node ids of all matches, in all shadow roots. They are good until the next call. */
  async #find(selector: string): Promise<number[]> {
    const found: number[] = [];
    for (const { nodeId } of await this.#roots()) {
      const { nodeIds } = await this.#session.send('DOM.querySelectorAll', { nodeId, selector });
      found.push(...nodeIds);
    }
    return found;
  }

  /** How many matches there are now. */
  async count(selector: string): Promise<number> {
    return (await this.#find(selector)).length;
  }

  /** Runs `function () { … }` source with `this` as the first match; null when there is none. */
  async read<T>(selector: string, source: string): Promise<T | null> {
    const [nodeId] = await this.#find(selector);
    if (nodeId === undefined) return null;
    const { object } = await this.#session.send('DOM.resolveNode', { nodeId });
    if (object.objectId === undefined) return null;
    const { result } = await this.#session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: source,
      returnByValue: true,
    });
    return result.value as T;
  }

  /** The text of the first match; null when there is none. */
  text(selector: string): Promise<string | null> {
    return this.read<string>(selector, 'function () { return this.textContent }');
  }

  /** Where the first match is painted, in the page's CSS pixels; null when it is absent or has no box. */
  async box(selector: string): Promise<Box | null> {
    const inFrame = await this.read<Box | null>(
      selector,
      'function () { const { x, y, width, height } = this.getBoundingClientRect(); return { x, y, width, height } }',
    );
    if (!inFrame?.width || !inFrame.height) return null;
    const outer = await (await this.#frame?.frameElement())?.boundingBox();
    return { ...inFrame, x: inFrame.x + (outer?.x ?? 0), y: inFrame.y + (outer?.y ?? 0) };
  }

  /** Waits until the first match has a box that has stopped moving. */
  async waitFor(selector: string, timeout = PATIENCE): Promise<Box> {
    let before = '';
    return waitFor(
      async () => {
        const box = await this.box(selector);
        const now = JSON.stringify(box);
        const still = now === before;
        before = now;
        return still ? box : null;
      },
      `${selector} in a shadow root`,
      timeout,
    );
  }

  /** Waits for the first match and clicks its middle with the real mouse. */
  async click(selector: string): Promise<void> {
    const box = await this.waitFor(selector);
    await this.#page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }
}
