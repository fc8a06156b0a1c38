// The three ways of putting text into a control, each as close to a person's as a script can come. Leans on guard, keys,
// native and refind. Each is tried once by fill.ts; none judges whether it worked, and none presses Enter.
import type { FillOutcome } from '../model.ts';
import { isLocked } from './guard.ts';
import { pressesOf, releaseOf } from './keys.ts';
import { hasFocus, readValue, viewOf, writeValue } from './native.ts';
import { currentBox, type Place } from './refind.ts';
import { isEditable } from './walk.ts';

export type Method = Extract<FillOutcome, { kind: 'filled' }>['method'];

/**
 * Types `value` into the boxes at `place`: whole into one, a character each into several.
 * @returns whether all of it was given to the page, kept or not.
 */
export type Typing = (place: Place, value: string, may: May) => Promise<boolean>;

/** Asked before each box: whether it, too, may still be typed into. */
export type May = (box: HTMLElement) => boolean;

/** Milliseconds between the looks for the next box: a page may free it, or draw it anew, a moment after the last key. */
const LOOKS = [0, 20, 100] as const;

/** Lets the page's own reactions run: frameworks render between two keys of a person, so they must between ours. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export const typings: Record<Method, Typing> = {
  setter: (place, value, may) => eachBox(place, value, may, setWithEvents),
  'insert-text': (place, value, may) => eachBox(place, value, may, insertText),
  paste: async (place, value, may) => {
    const first = currentBox(place, 0);
    if (!first || !may(first)) return false;
    paste(first, value);
    return true;
  },
};

async function eachBox(
  place: Place,
  value: string,
  may: May,
  type: (box: HTMLElement, text: string) => void,
): Promise<boolean> {
  const parts = place.elements.length === 1 ? [value] : [...value];
  for (const [index, part] of parts.entries()) {
    const box = await freeBox(place, index, may);
    if (!box) return false;
    type(box, part);
    if (parts.length > 1) await pause(0);
  }
  return true;
}

/** The box with the focus in it, once the page lets anybody type there; null when it does not, or has none any more. */
async function freeBox(place: Place, index: number, may: May): Promise<HTMLElement | null> {
  for (const wait of LOOKS) {
    const box = currentBox(place, index);
    if (box) takeFocus(box);
    if (box && !isLocked(box) && may(box)) return box;
    await pause(wait);
  }
  return null;
}

/** Native setter with the events of typing. A page that takes over a key (prevents it) has typed by itself. */
function setWithEvents(box: HTMLElement, text: string): void {
  const view = viewOf(box);
  if (!view) return;
  for (const [type, key] of pressesOf(text)) {
    const goesOn = box.dispatchEvent(new view.KeyboardEvent(type, key));
    if (!goesOn && (readValue(box) === text || !box.isConnected)) return;
  }
  const insert = { inputType: 'insertText', data: text, bubbles: true, composed: true };
  const wanted = box.dispatchEvent(new view.InputEvent('beforeinput', { ...insert, cancelable: true }));
  if (wanted && box.isConnected) {
    writeValue(box, text);
    box.dispatchEvent(new view.InputEvent('input', insert));
  }
  box.dispatchEvent(new view.KeyboardEvent('keyup', releaseOf(text)));
  box.dispatchEvent(new view.Event('change', { bubbles: true }));
}

/** The browser's own insertion: its events are trusted, which some pages ask for. Deprecated, and without successor. */
function insertText(box: HTMLElement, text: string): void {
  selectAll(box);
  // It goes to whatever has the focus; a page may have led that elsewhere.
  if (!hasFocus(box)) return;
  box.ownerDocument.execCommand('insertText', false, text);
  // The browser's own comes when the field is left; a page that judges by it must do so while the value is watched.
  const view = viewOf(box);
  if (view && box.isConnected) box.dispatchEvent(new view.Event('change', { bubbles: true }));
}

function paste(box: HTMLElement, text: string): void {
  const view = viewOf(box);
  if (!view) return;
  takeFocus(box);
  selectAll(box);
  box.dispatchEvent(pasteEvent(view, text));
}

/** Firefox empties `clipboardData` given to the constructor, and takes `dataType` and `data` instead (Clipboard API, older draft). */
function pasteEvent(view: Window & typeof globalThis, text: string): ClipboardEvent {
  const clipboardData = new view.DataTransfer();
  clipboardData.setData('text/plain', text);
  const init = {
    bubbles: true,
    cancelable: true,
    composed: true,
    clipboardData,
    dataType: 'text/plain',
    data: text,
  };
  return new view.ClipboardEvent('paste', init);
}

export function takeFocus(box: HTMLElement): void {
  if (!hasFocus(box)) box.focus({ preventScroll: true });
}

function selectAll(box: HTMLElement): void {
  if ('select' in box && typeof box.select === 'function') {
    box.select();
    return;
  }
  const selection = box.ownerDocument.getSelection();
  if (isEditable(box)) selection?.selectAllChildren(box);
}
