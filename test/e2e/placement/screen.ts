// One page of the placement tests as both browsers can show it: a click, a key, the boxes of the page and of ours. Types and
// arithmetic only; each browser makes its own screens (stage.ts, firefox-stage.ts).
import { waitFor } from '../drivers/wait.ts';

/** In CSS pixels of the page. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Screen {
  /** An expression in the page's own world. */
  evaluate<T = unknown>(expression: string): Promise<T>;
  click(selector: string): Promise<void>;
  /** Presses Alt+Down, our key for opening the menu of a field that is not empty. */
  openByKey(): Promise<void>;
  /** Where the first match in our closed root is painted; null while there is none. */
  box(selector: string): Promise<Box | null>;
  /** Waits for the menu of the focused field with the address kept for this site in it. */
  menu(): Promise<void>;
}

/** Opens a page of test/fixtures/pages/placement. */
export type OpenScreen = (name: string) => Promise<Screen>;

export const overlap = (a: Box, b: Box): number => {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0.5 && height > 0.5 ? width * height : 0;
};

/** Whatever a page can hold: by its own words, since closed roots are its own. */
export const boxIn = (screen: Pick<Screen, 'evaluate'>, expression: string): Promise<Box> =>
  screen.evaluate(
    `(() => { const { x, y, width, height } = ${expression}; return { x, y, width, height } })()`,
  );
export const boxOf = (screen: Pick<Screen, 'evaluate'>, selector: string): Promise<Box> =>
  boxIn(screen, `document.querySelector('${selector}').getBoundingClientRect()`);

/** A box of ours that has stopped moving. */
export function still(screen: Screen, selector: string): Promise<Box> {
  let before = '';
  return waitFor(async () => {
    const box = await screen.box(selector);
    const now = JSON.stringify(box);
    const same = now === before;
    before = now;
    return same && box !== null && box.width > 0 && box.height > 0 ? box : null;
  }, `${selector} to stand still`);
}

/** Our button and our menu, once both stand still. */
export async function ours(screen: Screen): Promise<{ button: Box; menu: Box }> {
  await screen.menu();
  return { button: await still(screen, '.button'), menu: await still(screen, '.frame:not([data-early])') };
}

export async function isInside(box: Box, screen: Screen): Promise<boolean> {
  const view = await screen.evaluate<Box>('({ x: 0, y: 0, width: innerWidth, height: innerHeight })');
  return (
    box.x >= 0 &&
    box.y >= 0 &&
    box.x + box.width <= view.width + 0.5 &&
    box.y + box.height <= view.height + 0.5
  );
}
