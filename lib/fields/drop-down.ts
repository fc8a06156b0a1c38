// Drop-down lists that are no `<select>`: what says of itself, in the words of screen readers, that it opens a list to choose from
// (WAI-ARIA 1.2, role combobox; the listbox buttons of before). Leans on attributes and layout alone; opens nothing.
import { readValue } from './native.ts';
import { readBox, readSeen } from './seen.ts';
import { readText } from './text.ts';
import { parentOf } from './walk.ts';

const OPENS_LIST: ReadonlySet<string | null> = new Set([null, 'listbox', 'true']);
/** How far up from an input the frame is that a person takes for the list: libraries make the input itself as narrow as its text. */
const CLIMB = 3;
const MOST_TEXT = 120;

/** Whether it opens a list of choices; menus, dialogs and trees are something else. */
export function isDropDown(element: Element): element is HTMLElement {
  if (!('style' in element) || element.localName === 'select') return false;
  const opens = element.getAttribute('aria-haspopup');
  if (element.getAttribute('role') === 'combobox') return OPENS_LIST.has(opens);
  return element.localName === 'button' && opens === 'listbox';
}

/** What a person sees of it: itself, or what stands around an input that is only as wide as a caret. */
export function faceOf(list: HTMLElement): HTMLElement {
  let face = list;
  for (let level = 0; level < CLIMB && readSeen(face, readBox(face)) === 'no-size'; level += 1) {
    const around = parentOf(face);
    if (!around || !('style' in around)) break;
    face = around as HTMLElement;
  }
  return face;
}

/** What a closed list shows as chosen, or its prompt: beside a narrow input that is what stands around it. */
export function shownIn(list: HTMLElement): string {
  if (list.localName !== 'input') return readText(list, MOST_TEXT);
  const typed = readValue(list);
  if (typed !== '') return typed.slice(0, MOST_TEXT);
  let around: Element | null = list.parentElement;
  for (let level = 0; around && level < CLIMB; level += 1, around = around.parentElement) {
    const text = readText(around, MOST_TEXT);
    if (text !== '') return text;
  }
  return '';
}
