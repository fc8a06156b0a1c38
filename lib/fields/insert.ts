// Puts a text where the caret is in a field somebody is writing in, and leaves the rest of it as it is: inputs, text areas, editable parts
// of a page. Leans on native.ts and the browser's own insertion, whose events are trusted; reads back what the page kept.
import type { InsertOutcome } from '../insert-outcome.ts';
import { hasFocus, readValue, viewOf, writeValue } from './native.ts';
import { isEditable } from './walk.ts';

/** Inputs a message is written in; the others hold one thing of their own kind. */
const WRITTEN = /^(?:text|search|url)$/;

/** @returns the field to write in: the element itself, or the editable part of the page that it belongs to; null where nobody writes. */
export function writable(element: HTMLElement): HTMLElement | null {
  const view = viewOf(element);
  if (!view) return null;
  if (element instanceof view.HTMLTextAreaElement)
    return element.readOnly || element.disabled ? null : element;
  if (element instanceof view.HTMLInputElement)
    return WRITTEN.test(element.type) && !element.readOnly && !element.disabled ? element : null;
  return isEditable(element) ? element : null;
}

/** Milliseconds after which the page must still hold it: editors draw anew. */
const LOOK = 50;

/** @param field as `writable` told it. */
export async function insertText(field: HTMLElement, text: string): Promise<InsertOutcome> {
  if (!field.isConnected) return 'gone';
  const before = timesIn(field, text);
  if (!hasFocus(field)) field.focus({ preventScroll: true });
  if (!hasFocus(field)) return 'gone';
  caretInside(field);
  const apart = setApart(field, text);
  // Deprecated, and without successor: the one way whose events editors believe.
  field.ownerDocument.execCommand('insertText', false, apart);
  if (!(await holds(field, text, before))) writeBeside(field, apart);
  return (await holds(field, text, before)) ? 'inserted' : 'refused';
}

async function holds(field: HTMLElement, text: string, before: number): Promise<boolean> {
  if (timesIn(field, text) > before) return true;
  await new Promise((resolve) => setTimeout(resolve, LOOK));
  return timesIn(field, text) > before;
}

const timesIn = (field: HTMLElement, text: string): number => readValue(field).split(text).length - 1;

/** An editable part that has the focus may have its caret nowhere: then the end is where one goes on writing. */
function caretInside(field: HTMLElement): void {
  if (!isEditable(field)) return;
  const selection = field.ownerDocument.getSelection();
  if (!selection || (selection.anchorNode && field.contains(selection.anchorNode))) return;
  selection.selectAllChildren(field);
  selection.collapseToEnd();
}

/** With a blank where it would stick to a word: a link that does is no link to a chat. */
function setApart(field: HTMLElement, text: string): string {
  const [before, after] = around(field);
  return `${/\S$/.test(before) ? ' ' : ''}${text}${/^\S/.test(after) ? ' ' : ''}`;
}

/** What stands before the caret, and after it (or after what is selected, which gives way). */
function around(field: HTMLElement): [before: string, after: string] {
  if (!isEditable(field)) {
    const { selectionStart, selectionEnd } = field as HTMLTextAreaElement;
    const value = readValue(field);
    return [value.slice(0, selectionStart ?? value.length), value.slice(selectionEnd ?? value.length)];
  }
  const selection = field.ownerDocument.getSelection();
  if (!selection || selection.rangeCount === 0) return ['', ''];
  const caret = selection.getRangeAt(0);
  const [before, after] = [field.ownerDocument.createRange(), field.ownerDocument.createRange()];
  before.selectNodeContents(field);
  before.setEnd(caret.startContainer, caret.startOffset);
  after.selectNodeContents(field);
  after.setStart(caret.endContainer, caret.endOffset);
  return [before.toString(), after.toString()];
}

/** For fields in which the browser's own insertion does nothing: their value, with the events of typing. */
function writeBeside(field: HTMLElement, text: string): void {
  const view = viewOf(field);
  if (!view || isEditable(field)) return;
  const { selectionStart, selectionEnd } = field as HTMLTextAreaElement;
  const value = readValue(field);
  const [from, to] = [selectionStart ?? value.length, selectionEnd ?? value.length];
  writeValue(field, value.slice(0, from) + text + value.slice(to));
  field.dispatchEvent(
    new view.InputEvent('input', { inputType: 'insertText', data: text, bubbles: true, composed: true }),
  );
}
