// The real toolbar popup of Chromium as a small page: look, wait, click, type. Input is the browser's own (trusted).
// Leans on RemoteTarget and waitFor; never calls element.click(), so what a person could not press is not pressed here.
import { writePicture } from './pictures.ts';
import type { InPage, RemoteTarget } from './target.ts';
import { PATIENCE, waitFor } from './wait.ts';

/** Keys that are not one printable character: [key, code, Windows key code, text]. */
const KEYS: Record<string, readonly [key: string, code: string, number: number, text: string]> = {
  Enter: ['Enter', 'Enter', 13, '\r'],
  Tab: ['Tab', 'Tab', 9, ''],
  Escape: ['Escape', 'Escape', 27, ''],
  Backspace: ['Backspace', 'Backspace', 8, ''],
  Delete: ['Delete', 'Delete', 46, ''],
  Space: [' ', 'Space', 32, ' '],
  ArrowLeft: ['ArrowLeft', 'ArrowLeft', 37, ''],
  ArrowUp: ['ArrowUp', 'ArrowUp', 38, ''],
  ArrowRight: ['ArrowRight', 'ArrowRight', 39, ''],
  ArrowDown: ['ArrowDown', 'ArrowDown', 40, ''],
  Home: ['Home', 'Home', 36, ''],
  End: ['End', 'End', 35, ''],
};

interface Aim {
  selector: string;
  text: string;
}

interface Spot {
  x: number;
  y: number;
}

/** Runs in the popup: the centre of the first visible, enabled match that is on top there; null when there is none yet. */
function aimAt({ selector, text }: Aim): Spot | null {
  for (const element of document.querySelectorAll<HTMLElement>(selector)) {
    if (text && !(element.textContent ?? '').includes(text)) continue;
    if (!element.checkVisibility() || element.matches(':disabled')) continue;
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const box = element.getBoundingClientRect();
    const spot = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const top = document.elementFromPoint(spot.x, spot.y);
    if (top && (element.contains(top) || top.contains(element))) return spot;
  }
  return null;
}

/** The popup that a click on the toolbar icon opened. It closes when the page is clicked, as it does for a person. */
export class Popup {
  readonly target: RemoteTarget;

  constructor(target: RemoteTarget) {
    this.target = target;
  }

  /** True once the browser closed it, whoever asked for that. */
  get closed(): boolean {
    return this.target.closed;
  }

  /** Runs a function or expression in the popup. */
  evaluate<R, A = undefined>(work: InPage<A, R>, argument?: A): Promise<R> {
    return this.target.evaluate(work, argument);
  }

  /** The text of the first match (of the whole popup by default), '' when there is none. */
  text(selector = 'body'): Promise<string> {
    return this.evaluate((s: string) => document.querySelector<HTMLElement>(s)?.innerText ?? '', selector);
  }

  /** The value of the first matching field, '' when there is none. */
  value(selector: string): Promise<string> {
    return this.evaluate((s: string) => document.querySelector<HTMLInputElement>(s)?.value ?? '', selector);
  }

  /** Waits until a visible match (holding `text`, if given) is there and its place no longer changes. */
  async waitFor(selector: string, text = '', timeout = PATIENCE): Promise<Spot> {
    let before: Spot | null = null;
    return waitFor(
      async () => {
        const now = await this.evaluate(aimAt, { selector, text });
        const still = now && before && now.x === before.x && now.y === before.y;
        before = now;
        return still ? now : null;
      },
      `${selector}${text && ` with “${text}”`} in the popup`,
      timeout,
    );
  }

  /** Presses and releases the left button in the middle of the first match that holds `text`. */
  async click(selector: string, text = ''): Promise<void> {
    const spot = await this.waitFor(selector, text);
    await this.#mouse('mouseMoved', spot);
    await this.#mouse('mousePressed', spot);
    // A click may close the popup before it answers; that is an outcome, not a failure.
    await this.#mouse('mouseReleased', spot).catch((error: unknown) => {
      if (!this.closed) throw error;
    });
  }

  #mouse(type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', { x, y }: Spot): Promise<unknown> {
    const button = type === 'mouseMoved' ? 'none' : 'left';
    return this.target.send('Input.dispatchMouseEvent', { type, x, y, button, clickCount: 1 });
  }

  /** Clicks a field and replaces what it holds, as one paste-like input. */
  async fill(selector: string, text: string): Promise<void> {
    await this.click(selector);
    await this.evaluate((s: string) => document.querySelector<HTMLInputElement>(s)?.select(), selector);
    await (text ? this.target.send('Input.insertText', { text }) : this.press('Delete'));
  }

  /** Types into what has focus, one key press a character. */
  async type(text: string): Promise<void> {
    for (const character of text) await this.#key(character, '', 0, character);
  }

  /** Presses a named key (Enter, Tab, Escape, arrows …) or one character. */
  async press(key: string): Promise<void> {
    const [name, code, number, text] = KEYS[key] ?? [key, '', 0, key];
    await this.#key(name, code, number, text);
  }

  async #key(key: string, code: string, windowsVirtualKeyCode: number, text: string): Promise<void> {
    const common = { key, code, windowsVirtualKeyCode };
    await this.target.send('Input.dispatchKeyEvent', { type: 'keyDown', ...common, ...(text && { text }) });
    await this.target.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common }).catch((error: unknown) => {
      if (!this.closed) throw error;
    });
  }

  /** A PNG of the popup, written to `path` when given. */
  async screenshot(path?: string): Promise<Buffer> {
    const { data } = await this.target.send<{ data: string }>('Page.captureScreenshot');
    const png = Buffer.from(data, 'base64');
    if (path) await writePicture(path, png);
    return png;
  }

  /** Closes it and waits until it is gone. */
  async close(): Promise<void> {
    if (this.closed) return;
    await this.target.send('Page.close').catch((error: unknown) => {
      if (!this.closed) throw error;
    });
    await waitFor(() => this.closed, 'the popup to close');
  }
}
