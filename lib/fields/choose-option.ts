// Chooses from a drop-down list that is no `<select>`, as assistive technology does: opens it by key, reads its options, invokes one,
// looks whether it stands there. Leans on drop-down, seen and typing; the page's list must name its listbox (WAI-ARIA 1.2, combobox
// pattern). Never guesses: what the caller finds no option for is closed as it was found, and said.
import type { FillOutcome } from '../model.ts';
import { faceOf, shownIn } from './drop-down.ts';
import { type FieldNote, whyGone } from './guard.ts';
import { viewOf } from './native.ts';
import { readBox, readSeen } from './seen.ts';
import { readAttribute, readText } from './text.ts';
import { pause, takeFocus } from './typing.ts';
import { wordsOf } from './words.ts';

/** One choice of an open list, as far as it is told apart by. */
export interface Listed {
  value: string;
  text: string;
  element: HTMLElement;
}
/** @returns the one option that is meant, or null where none or several could be. */
export type Wanted = (options: readonly Listed[]) => Listed | null;

export interface Chosen {
  outcome: FillOutcome;
  /** Chooses again what stood there before. False where nothing did, and the list has no empty option to say so. */
  putBack: () => Promise<boolean>;
}

const MOST_OPTIONS = 400;
const MOST_TEXT = 120;
/** Milliseconds that a page may take to draw what it opens, and between two looks. */
const PATIENCE = 600;
const LOOK = 20;
const COMMON = { bubbles: true, cancelable: true, composed: true } as const;
/** Opens without choosing the next option, which Down alone does in some (ARIA Authoring Practices, select-only combobox). */
const OPEN = { key: 'ArrowDown', code: 'ArrowDown', keyCode: 40, altKey: true } as const;
const CLOSE = { key: 'Escape', code: 'Escape', keyCode: 27 } as const;
/** What a click would send somewhere, whatever role it claims. */
const SENDS = 'a[href],button:not([type=button]),input';

export async function chooseOption(list: HTMLElement, note: FieldNote, wanted: Wanted): Promise<Chosen> {
  const unchanged = async (): Promise<boolean> => true;
  const gone = whyGone(note);
  if (gone) return { outcome: { kind: 'gone', reason: gone }, putBack: unchanged };
  if (list.getAttribute('aria-disabled') === 'true')
    return { outcome: { kind: 'gone', reason: 'read-only' }, putBack: unchanged };
  const before = shownIn(list);
  // It stands there already: nothing is opened for it.
  if (wanted([{ value: '', text: before, element: list }]))
    return { outcome: { kind: 'filled', method: 'setter' }, putBack: unchanged };
  const isDone = await choose(list, wanted);
  if (!isDone) return { outcome: { kind: 'refused', kept: 0 }, putBack: unchanged };
  return {
    outcome: { kind: 'filled', method: 'setter' },
    putBack: () => choose(list, (options) => only(options, (option) => option.text === before)),
  };
}

/** @returns whether the wanted option stands there afterwards; without one the list is closed again. */
async function choose(list: HTMLElement, wanted: Wanted): Promise<boolean> {
  const listbox = await open(list);
  const option = listbox && wanted(optionsIn(listbox));
  if (!option || option.element.closest(SENDS)) {
    await close(list);
    return false;
  }
  option.element.click();
  // A list that hears pointers alone.
  if (!(await until(() => !isOpen(list)))) press(option.element);
  const stands = await until(() => !isOpen(list) && isShown(list, option.text));
  if (!stands) await close(list);
  return stands;
}

function only(options: readonly Listed[], matches: (option: Listed) => boolean): Listed | null {
  const found = options.filter(matches);
  return found.length === 1 ? (found[0] ?? null) : null;
}

async function open(list: HTMLElement): Promise<Element | null> {
  const isReady = (): boolean => listboxOf(list) !== null;
  takeFocus(list);
  if (!isOpen(list)) key(list, OPEN);
  if (await until(isReady)) return listboxOf(list);
  if (!isOpen(list) && !list.matches(SENDS)) press(list);
  await until(isReady);
  return listboxOf(list);
}

async function close(list: HTMLElement): Promise<void> {
  if (!isOpen(list)) return;
  key(focusedIn(list) ?? list, CLOSE);
  if (await until(() => !isOpen(list))) return;
  if (!list.matches(SENDS)) press(list);
  await until(() => !isOpen(list));
}

function focusedIn({ ownerDocument: document }: HTMLElement): HTMLElement | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused && 'style' in focused ? (focused as HTMLElement) : null;
}

const isOpen = (list: HTMLElement): boolean => list.getAttribute('aria-expanded') === 'true';

/** The open list's own listbox, by the id it names: another one on the page is somebody else's. */
function listboxOf(list: HTMLElement): Element | null {
  if (!isOpen(list)) return null;
  const ids = `${list.getAttribute('aria-controls') ?? ''} ${list.getAttribute('aria-owns') ?? ''}`;
  const root = list.getRootNode() as Document | ShadowRoot;
  for (const id of ids.split(/\s+/).filter(Boolean).slice(0, 4)) {
    const named = root.getElementById(id);
    const listbox = named?.matches('[role=listbox]')
      ? named
      : (named?.querySelector('[role=listbox]') ?? null);
    if (listbox?.querySelector('[role=option]') && isVisible(listbox)) return listbox;
  }
  return null;
}

const isVisible = (element: Element): boolean => readSeen(element as HTMLElement, readBox(element)) === 'yes';

function optionsIn(listbox: Element): Listed[] {
  return [...listbox.querySelectorAll<HTMLElement>('[role=option]')]
    .slice(0, MOST_OPTIONS)
    .filter((option) => option.getAttribute('aria-disabled') !== 'true' && isVisible(option))
    .map((option) => ({
      value: readAttribute(option, 'data-value', MOST_TEXT) || readAttribute(option, 'value', MOST_TEXT),
      text: readText(option, MOST_TEXT) || readAttribute(option, 'aria-label', MOST_TEXT),
      element: option,
    }));
}

/** Words of one are words of the other: a closed list may show less than its option said ("+44" of "+44 Britain"), or more. */
function isShown(list: HTMLElement, text: string): boolean {
  const [shown, said] = [wordsOf(shownIn(list)), wordsOf(text)];
  const holds = (all: readonly string[], some: readonly string[]): boolean =>
    some.length > 0 && some.every((word) => all.includes(word));
  return holds(shown, said) || holds(said, shown);
}

function key(target: HTMLElement, which: KeyboardEventInit): void {
  const view = viewOf(target);
  if (!view) return;
  for (const name of ['keydown', 'keyup'])
    target.dispatchEvent(new view.KeyboardEvent(name, { ...COMMON, ...which }));
}

/** A whole press of the main button, in the middle of it. */
function press(target: HTMLElement): void {
  const view = viewOf(target);
  if (!view) return;
  const { x, y, width, height } = faceOf(target).getBoundingClientRect();
  const at = { ...COMMON, clientX: x + width / 2, clientY: y + height / 2, button: 0, detail: 1 };
  const pointer = { ...at, pointerType: 'mouse', isPrimary: true };
  target.dispatchEvent(new view.PointerEvent('pointerdown', { ...pointer, buttons: 1 }));
  target.dispatchEvent(new view.MouseEvent('mousedown', { ...at, buttons: 1 }));
  target.dispatchEvent(new view.PointerEvent('pointerup', pointer));
  target.dispatchEvent(new view.MouseEvent('mouseup', at));
  target.click();
}

async function until(holds: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE; waited += LOOK) {
    if (holds()) return true;
    await pause(LOOK);
  }
  return holds();
}
