// Whether the site says that what stands in a field is wrong: by the platform's own pseudo-class, by ARIA, or by an
// error text tied to or standing beside the field. Leans on text.ts; judges a filled field only.

import { readValue } from './native.ts';
import { readText } from './text.ts';

const ERROR_NAME = /(?:^|[-_ ])(?:error|invalid|danger|alert|validation|help-block-error)/i;

export function fieldRejected(element: HTMLElement): boolean {
  if (readValue(element) === '') return false;
  if (matchesUserInvalid(element)) return true;
  if (element.getAttribute('aria-invalid') === 'true') return true;
  const message = element.getAttribute('aria-errormessage');
  const root = element.getRootNode();
  if (message && 'getElementById' in root && isShown((root as Document).getElementById(message))) return true;
  return errorBeside(element);
}

/** jsdom does not know `:user-invalid`, and a selector that does not parse throws. */
function matchesUserInvalid(element: HTMLElement): boolean {
  try {
    return element.matches(':user-invalid');
  } catch {
    return false;
  }
}

/** The next siblings of the field and of its wrapper: where every form library prints its message. */
function errorBeside(element: HTMLElement): boolean {
  let node: Element | null = element;
  for (let level = 0; node && level < 2; level += 1, node = node.parentElement) {
    let sibling = node.nextElementSibling;
    for (let count = 0; sibling && count < 2; sibling = sibling.nextElementSibling, count += 1) {
      if (sibling.querySelector('input,select,textarea')) break;
      if (isError(sibling) && isShown(sibling)) return true;
    }
  }
  return false;
}

function isError(element: Element): boolean {
  return (
    element.getAttribute('role') === 'alert' ||
    ERROR_NAME.test(`${element.getAttribute('class') ?? ''} ${element.id}`)
  );
}

function isShown(element: Element | null): boolean {
  if (!element || readText(element, 40) === '') return false;
  return typeof element.checkVisibility !== 'function' || element.checkVisibility();
}
