// Remembers what was in a field before our fill, and puts it back. Leans on native, refind and typing. What is remembered
// stays in this script's memory beside the page it came from and is never sent anywhere. Boxes are emptied as a person
// empties them, from the last to the first by Backspace: components keep their state by keys as often as by input.
import { isLocked } from './guard.ts';
import { readValue, viewOf, writeValue } from './native.ts';
import { currentBox, type Place, placeOf } from './refind.ts';
import { pause, takeFocus } from './typing.ts';

export interface Undo {
  place: Place;
  values: string[];
}

/** Milliseconds for a page to render what it made of the last key. */
const RENDERING = 20;

export function takeUndo(elements: readonly HTMLElement[]): Undo {
  return { place: placeOf(elements), values: elements.map(readValue) };
}

/** @returns whether every box holds again what it held; false where the page has taken away or locked one. */
export async function restore({ place, values }: Undo): Promise<boolean> {
  for (const [index, value] of [...values.entries()].reverse()) {
    const box = currentBox(place, index);
    if (!box) return false;
    if (readValue(box) === value) continue;
    if (isLocked(box)) return false;
    await putBack(box, value);
    await pause(0);
  }
  await pause(RENDERING);
  return values.every((value, index) => {
    const box = currentBox(place, index);
    return box !== null && readValue(box) === value;
  });
}

async function putBack(box: HTMLElement, value: string): Promise<void> {
  const view = viewOf(box);
  if (!view) return;
  takeFocus(box);
  const key = value === '' ? 'Backspace' : 'Unidentified';
  const press = { key, bubbles: true, cancelable: true, composed: true };
  if (!box.dispatchEvent(new view.KeyboardEvent('keydown', press))) await pause(0);
  // Taken over by the page, which may have drawn the box anew.
  if (!box.isConnected || readValue(box) === value) return;
  const inputType = value === '' ? 'deleteContentBackward' : 'historyUndo';
  const change = { inputType, data: null, bubbles: true, composed: true };
  if (!box.dispatchEvent(new view.InputEvent('beforeinput', { ...change, cancelable: true }))) await pause(0);
  if (!box.isConnected || readValue(box) === value) return;
  writeValue(box, value);
  box.dispatchEvent(new view.InputEvent('input', change));
  box.dispatchEvent(new view.KeyboardEvent('keyup', press));
  box.dispatchEvent(new view.Event('change', { bubbles: true }));
}
