// Chooses how much of the page is read for one focused control: its form, or the nearest container that makes sense
// where there is none. Leans on walk.ts; reads structure only. Too little and a log-in looks like a newsletter, too
// much and the header's search box colours everything.
import { readText } from './text.ts';
import { isControl, parentOf } from './walk.ts';

/** Above this many controls a container is a page, not a form. */
const MAX_IN_CONTAINER = 40;
const BORDER = /^(?:form|dialog|main|body|html)$/;
const BUTTONS = 'button,input[type=submit],input[type=button],input[type=image],[role=button]';
const HEADINGS = 'h1,h2,h3,h4,legend,[role=heading]';
const CONTROLS = 'input,textarea,select,[contenteditable]';

export interface Scope {
  container: Element;
  /** The form that owns the control, also when it stands elsewhere (`form="…"`). */
  form: HTMLFormElement | null;
}

/** @returns the form or container to read; never null, at worst the control's root element. */
export function scopeOf(focus: Element): Scope {
  const owner = ownerForm(focus);
  if (owner) return { container: owner, form: owner };
  let node: Element = focus;
  for (;;) {
    const parent = parentOf(node);
    if (!parent) return { container: node, form: null };
    if (BORDER.test(parent.localName) || isDialog(parent)) {
      const tooWide =
        parent.localName === 'body' && countControls(parent, MAX_IN_CONTAINER) >= MAX_IN_CONTAINER;
      return { container: tooWide && node !== focus ? node : parent, form: null };
    }
    if (node !== focus && countControls(parent, MAX_IN_CONTAINER) >= MAX_IN_CONTAINER) {
      return { container: isOneOfMany(node) ? parent : node, form: null };
    }
    node = parent;
    if (isComplete(node)) return { container: node, form: null };
  }
}

/** The form of the control, or the nearest form around it through shadow hosts. */
export function ownerForm(element: Element): HTMLFormElement | null {
  if ('form' in element && element.form) return element.form as HTMLFormElement;
  for (let node: Element | null = element; node; node = parentOf(node)) {
    if (node.localName === 'form') return node as HTMLFormElement;
  }
  return null;
}

export function isDialog(element: Element): boolean {
  const role = element.getAttribute('role');
  return element.localName === 'dialog' || role === 'dialog' || role === 'alertdialog' || role === 'form';
}

/** Has something that sends it, and something that says what it is: a heading, or a second control. */
function isComplete(container: Element): boolean {
  let sends = false;
  for (const button of container.querySelectorAll(BUTTONS)) {
    // A one-letter button is an icon (an eye, a cross), not what sends a form.
    if (button.localName === 'input' || readText(button, 40).length > 2) {
      sends = true;
      break;
    }
  }
  return sends && (container.querySelector(HEADINGS) !== null || countControls(container, 2) >= 2);
}

/** A row of a grid says nothing without the others: alike in tag and in the number of its controls, next to one another. */
function isOneOfMany(node: Element): boolean {
  const own = countControls(node, MAX_IN_CONTAINER);
  const isAlike = (other: Element | null): boolean =>
    other !== null && other.localName === node.localName && countControls(other, MAX_IN_CONTAINER) === own;
  const [before, after] = [node.previousElementSibling, node.nextElementSibling];
  const alike = [before, before?.previousElementSibling ?? null, after, after?.nextElementSibling ?? null];
  return alike.filter(isAlike).length >= 2;
}

function countControls(container: Element, enough: number): number {
  let count = 0;
  for (const element of container.querySelectorAll(CONTROLS)) {
    if (isControl(element)) count += 1;
    if (count >= enough) break;
  }
  return count;
}
