// Reads what a form says about itself: its naming, headings, buttons, links and running text. Leans on text.ts; form
// reading is separate from control reading because ambient words may only nudge a verdict and are weighed elsewhere.
import { isDialog } from './scope.ts';
import { clean, readAttribute, readText } from './text.ts';
import type { FormSnapshot } from './types.ts';
import { is, parentOf } from './walk.ts';

const MAX_EACH = 8;
/** Characters of running text, and of what of it may stand before the form. */
const MAX_WORDS = 600;
const MAX_BEFORE = 240;
const FORMS = 'form,input,select,textarea,nav';
const HEADING = /^(?:h[1-6]|legend)$/;

/** What every form of one scope says in its elements. */
export type Outline = Pick<FormSnapshot, 'headings' | 'submits' | 'links'>;

/** @param elements every element of the scope, in order */
export function outlineOf(elements: readonly Element[]): Outline {
  const headings: string[] = [];
  const submits: string[] = [];
  const links: string[] = [];
  for (const element of elements) {
    const kind = kindOf(element);
    if (kind === 'heading') add(headings, readText(element, 120));
    else if (kind === 'submit') add(submits, buttonText(element));
    else if (kind === 'link') add(links, buttonText(element));
  }
  return { headings, submits, links };
}

export function readForm(form: Element, id: string, { headings, submits, links }: Outline): FormSnapshot {
  const { heading, words } = readBefore(form);
  return {
    id,
    real: form.localName === 'form',
    naming: ['name', 'id', 'class', 'aria-label', 'data-testid', 'data-form-type']
      .map((name) => readAttribute(form, name, 120))
      .filter(Boolean)
      .join(' '),
    action: pathOf(form),
    role: readAttribute(form, 'role', 20),
    headings: heading ? [heading, ...headings] : headings,
    submits,
    links,
    text: clean(`${words} ${readText(form, MAX_WORDS)}`, MAX_WORDS),
    dialog: isInDialog(form),
  };
}

function add(list: string[], text: string): void {
  if (text && list.length < MAX_EACH && !list.includes(text)) list.push(text);
}

function isHeading(element: Element): boolean {
  return HEADING.test(element.localName) || element.getAttribute('role') === 'heading';
}

/** Asked of every element of a form: what most of them are not costs one look at name and role. */
function kindOf(element: Element): 'heading' | 'submit' | 'link' | null {
  const { localName } = element;
  const role = element.getAttribute('role');
  if (HEADING.test(localName) || role === 'heading') return 'heading';
  const type =
    localName === 'input' || localName === 'button' ? element.getAttribute('type')?.toLowerCase() : '';
  if (localName === 'button') return type === undefined || type === 'submit' ? 'submit' : 'link';
  if (type === 'submit' || type === 'image') return 'submit';
  return localName === 'a' || type === 'button' || role === 'button' || role === 'link' ? 'link' : null;
}

function buttonText(element: Element): string {
  const text = readText(element, 80) || readAttribute(element, 'aria-label', 80);
  return (
    text ||
    readAttribute(element, 'value', 80) ||
    readAttribute(element, 'alt', 80) ||
    readAttribute(element, 'title', 80)
  );
}

/**
 * The nearest heading that stands before the form, within a few levels: not the whole page's; and the words between the two,
 * which say what the form is for as often as those inside ("Open your authenticator and enter the code it shows").
 */
function readBefore(form: Element): { heading: string; words: string } {
  const between: string[] = [];
  let node: Element | null = form;
  for (let level = 0; node && level < 5; level += 1) {
    let sibling = node.previousElementSibling;
    for (let count = 0; sibling && count < 6; sibling = sibling.previousElementSibling, count += 1) {
      const heading = isHeading(sibling)
        ? sibling
        : sibling.querySelector('h1,h2,h3,h4,h5,h6,[role=heading]');
      const text = readText(heading, 120);
      if (text) return { heading: text, words: clean(between.join(' '), MAX_BEFORE) };
      // Another form's words are its own.
      if (!is(sibling, FORMS) && !sibling.querySelector(FORMS))
        between.unshift(readText(sibling, MAX_BEFORE));
    }
    node = parentOf(node);
    if (node?.localName === 'body') break;
  }
  return { heading: '', words: '' };
}

/** Path and parameter names of the action, without host and values. */
function pathOf(form: Element): string {
  const action = form.getAttribute('action');
  if (!action || /^(?:javascript|data|blob):/i.test(action)) return '';
  const [path = '', query = ''] = action
    .slice(0, 400)
    .replace(/^[a-z]+:\/\/[^/?#]+/i, '')
    .split(/[?#]/);
  const names = query.split('&').map((pair) => pair.split('=')[0] ?? '');
  return clean(`${path} ${names.join(' ')}`, 160);
}

function isInDialog(element: Element): boolean {
  for (let node: Element | null = element; node; node = parentOf(node)) if (isDialog(node)) return true;
  return false;
}
