// One document of Firefox, wherever it is shown: a tab, a frame in a closed shadow root, the toolbar popup.
// Leans on Marionette's own page actor, reached from the browser's side by browsing context, so that no "current tab" or
// "current frame" exists to be wrong about. Clicks and keys are the ones WebDriver makes: trusted, and only on what is visible.
import {
  ACTIVATE_MENU_ITEM,
  ACTOR,
  CAPABILITIES,
  CONTEXT,
  FIND,
  LED_AWAY,
  type Place,
} from './firefox-scripts.ts';
import { writePicture } from './pictures.ts';
import type { InPage } from './target.ts';
import { PATIENCE, waitFor } from './wait.ts';

/** Runs source with `arguments` on the browser's side, with all its rights; `await` and `return` work. */
export type ChromeScript = <T>(source: string, ...args: unknown[]) => Promise<T>;

/** Milliseconds that a script in a page may take. */
const SCRIPT_LIMIT = 60_000;

/** A tab's document, whichever it shows, or a frame's. */
export class FirefoxPage {
  readonly place: Place;
  readonly #chrome: ChromeScript;

  constructor(chrome: ChromeScript, place: Place) {
    this.#chrome = chrome;
    this.place = place;
  }

  /** Runs a function's body in the page's own world (null), with system rights, or in a named world beside the page's. */
  async inPage<T>(source: string, args: unknown[], sandboxName: string | null): Promise<T> {
    const options = { sandboxName, timeout: SCRIPT_LIMIT, async: false };
    return this.#chrome(
      `return await ${ACTOR}.executeScript(arguments[1], arguments[2], arguments[3]);`,
      this.place,
      source,
      args,
      options,
    );
  }

  /** Runs a function or expression in the page's own world (`browser` exists in pages of the extension). */
  evaluate<R, A = undefined>(work: InPage<A, R>, argument?: A): Promise<R> {
    const source = typeof work === 'string' ? `return (${work});` : `return (${work})(arguments[0]);`;
    return this.inPage<R>(source, [argument ?? null], null);
  }

  url(): Promise<string> {
    return this.#chrome(`return ${CONTEXT}?.currentURI?.spec ?? '';`, this.place);
  }

  /** Loads an address and waits until its own document, not an earlier one of that address, is complete. */
  async go(url: string): Promise<void> {
    const before = await this.#chrome<number>(
      `const context = ${CONTEXT};
       const before = context.currentWindowGlobal.innerWindowId;
       context.fixupAndLoadURIString(arguments[1], {
         triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
       });
       return before;`,
      this.place,
      url,
    );
    const moved = () =>
      this.#chrome<boolean>(
        `return ${CONTEXT}.currentWindowGlobal.innerWindowId !== arguments[1];`,
        this.place,
        before,
      );
    await waitFor(moved, `Firefox to leave for ${url}`);
    await this.waitForUrl(url);
  }

  /** Waits until the address begins with `url` and the document is complete. */
  async waitForUrl(url: string): Promise<void> {
    await waitFor(
      () =>
        this.evaluate<boolean>(
          `document.readyState === 'complete' && location.href.startsWith(${JSON.stringify(url)})`,
        ),
      url,
    );
  }

  /** The text of the first match in the document or a shadow root ('body' by default), '' when there is none. */
  text(selector = 'body'): Promise<string> {
    return this.#read(selector, 'element.innerText ?? element.textContent');
  }

  /** The value of the first matching field, '' when there is none. */
  value(selector: string): Promise<string> {
    return this.#read(selector, 'element.value');
  }

  #read(selector: string, what: string): Promise<string> {
    const source = `const element = (function () { ${FIND} })(...arguments); return element ? ${what} : '';`;
    return this.inPage<string>(source, [selector, ''], 'system');
  }

  /** Whether a visible match (holding `text`, if given) is there now, closed shadow roots included. */
  has(selector: string, text = ''): Promise<boolean> {
    return this.inPage<boolean>(
      `return (function () { ${FIND} })(...arguments) !== null;`,
      [selector, text],
      'system',
    );
  }

  /** Waits until a visible, enabled match (holding `text`, if given) is there. */
  async waitFor(selector: string, text = '', timeout = PATIENCE): Promise<void> {
    await waitFor(
      () => this.has(selector, text),
      `${selector}${text && ` with “${text}”`} in Firefox`,
      timeout,
    );
  }

  /** Finds an element and gives it to one of the actor's element commands, in one go on the browser's side. */
  async #command(
    method: 'clickElement' | 'clearElement' | 'sendKeysToElement',
    selector: string,
    text: string,
    ...more: unknown[]
  ) {
    await this.waitFor(selector, text);
    await this.#chrome(
      `const [, method, find, wanted, more] = arguments;
       const actor = ${ACTOR};
       const element = await actor.executeScript(find, wanted, { sandboxName: 'system', timeout: ${SCRIPT_LIMIT} });
       if (!element) throw new Error(wanted[0] + ' went away');
       await actor[method](element, ...more, ${CAPABILITIES});`,
      this.place,
      method,
      FIND,
      [selector, text],
      more,
    );
  }

  /** Clicks the middle of the first match that holds `text`, with the mouse. */
  async click(selector: string, text = ''): Promise<void> {
    await this.#command('clickElement', selector, text).catch((error: unknown) => {
      // The click was done and led away before the old document's actor could say so.
      if (error instanceof Error && LED_AWAY.test(error.message)) return;
      throw error;
    });
  }

  /** Empties a field and types into it. */
  async fill(selector: string, text: string): Promise<void> {
    await this.#command('clearElement', selector, '');
    await this.#command('sendKeysToElement', selector, '', text);
  }

  /** Types into what has focus, one key press a character. */
  async type(text: string): Promise<void> {
    for (const character of text) await this.#key({ key: character, printable: true });
  }

  /** Presses a named key (Enter, Tab, Escape, ArrowDown …) or one character. */
  press(key: string, held: { altKey?: boolean } = {}): Promise<void> {
    const pressed = key.length === 1 ? { key, printable: true } : { key, code: key, printable: false };
    return this.#key({ ...pressed, ...held });
  }

  async #key(eventData: Record<string, unknown>): Promise<void> {
    await this.#chrome(
      `const actor = ${ACTOR};
       await actor.dispatchEvent('synthesizeKeyDown', { eventData: arguments[1] });
       // The key may have closed this very document.
       if (${CONTEXT}) {
         await actor.dispatchEvent('synthesizeKeyUp', { eventData: arguments[1] }).catch((error) => {
           if (error.name !== 'AbortError' && error.name !== 'InvalidStateError') throw error;
         });
       }`,
      this.place,
      eventData,
    );
  }

  /** Opens the native context menu on a match, waits until it shows, and activates the item with this label. */
  async contextMenu(selector: string, label: string): Promise<void> {
    await this.waitFor(selector);
    const box = await this.inPage<{ x: number; y: number }>(
      `const box = (function () { ${FIND} })(...arguments).getBoundingClientRect();
       return { x: box.x + box.width / 2, y: box.y + box.height / 2 };`,
      [selector, ''],
      'system',
    );
    await this.#chrome(ACTIVATE_MENU_ITEM, this.place, box, label);
  }

  /** Every frame below this page, whatever process or shadow root it lives in. */
  frames(): Promise<{ id: number; url: string }[]> {
    return this.#chrome(
      `return ${CONTEXT}.getAllBrowsingContextsInSubtree().slice(1)
         .map((context) => ({ id: context.id, url: context.currentURI?.spec ?? '' }));`,
      this.place,
    );
  }

  /** Waits for a frame whose address begins with `url`. */
  async frame(url: string, timeout = PATIENCE): Promise<FirefoxPage> {
    const find = async () => (await this.frames()).find((frame) => frame.url.startsWith(url));
    const found = await waitFor(find, `a frame of ${url}`, timeout);
    return new FirefoxPage(this.#chrome, { frame: found.id });
  }

  /** The extension's own frame inside this page: the in-page menu. */
  menuFrame = (timeout?: number): Promise<FirefoxPage> => this.frame('moz-extension:', timeout);

  /** A PNG of what is visible of the page, written to `path` when given. */
  async screenshot(path?: string): Promise<Buffer> {
    const url = await this.#chrome<string>(
      `const picture = await ${CONTEXT}.currentWindowGlobal.drawSnapshot(null, 1, 'white');
       const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
       canvas.width = picture.width;
       canvas.height = picture.height;
       canvas.getContext('2d').drawImage(picture, 0, 0);
       return canvas.toDataURL();`,
      this.place,
    );
    const png = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
    if (path) await writePicture(path, png);
    return png;
  }

  /** Whether the browser has closed it. */
  closed(): Promise<boolean> {
    return this.#chrome(`return ${CONTEXT}?.currentWindowGlobal == null;`, this.place);
  }

  /** Closes the tab or popup that shows it. */
  async close(): Promise<void> {
    await this.#chrome(
      `const browser = ${CONTEXT}?.top.embedderElement;
       const tab = browser && gBrowser.getTabForBrowser(browser);
       if (tab) gBrowser.removeTab(tab);
       else browser?.closest('panel')?.hidePopup();`,
      this.place,
    );
    await waitFor(() => this.closed(), 'the page to close');
  }
}
