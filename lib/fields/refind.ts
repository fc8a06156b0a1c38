// Finds a box again that the page replaced while we filled it: same place among the controls of its kind, same form. Leans
// on scope and walk. Nothing else counts as the same field; a form that is gone has moved on. A form counts as the same
// when the page drew it anew in the same container with the same attributes: frameworks do so at every key.
import { MAX_BOXES } from './cluster.ts';
import { ownerForm, scopeOf } from './scope.ts';
import { elementsBelow, isControl, isShadowRoot, parentOf, typeOf } from './walk.ts';

/** Where boxes stood before anything was typed. */
export interface Place {
  elements: HTMLElement[];
  form: FormMark | null;
  /** The boxes' own container and a few around it, nearest first, with the position of each box among its kind there. */
  around: { container: Container; spots: Spot[] }[];
  kinds: string[];
}

type Container = Element | ShadowRoot;

/** Where one box stood among the controls of its kind, and how many of those there were. */
interface Spot {
  position: number;
  count: number;
}

interface FormMark {
  element: HTMLFormElement;
  marks: string;
}

const MAX_AROUND = 6;

export function placeOf(elements: readonly HTMLElement[]): Place {
  const first = elements[0];
  const form = first ? ownerForm(first) : null;
  const kinds = elements.map(kindOf);
  return {
    elements: [...elements],
    form: form && { element: form, marks: marksOf(form) },
    around: first
      ? containersOf(first).flatMap((container) => {
          const controls = controlsIn(container);
          const spots = elements.map((element) => spotOf(element, controls));
          return spots.every(({ position }) => position >= 0) ? [{ container, spots }] : [];
        })
      : [],
    kinds,
  };
}

/** The scope and what is around it; a root of its own first, since nobody can look into a closed one from outside. */
function containersOf(element: HTMLElement): Container[] {
  const containers: Container[] = [];
  const root = element.getRootNode();
  if (isShadowRoot(root)) containers.push(root);
  for (
    let node: Element | null = scopeOf(element).container;
    node && containers.length < MAX_AROUND;
    node = parentOf(node)
  )
    containers.push(node);
  return containers;
}

/** @returns the boxes as they stand now; null when any cannot be found again. */
export function currentBoxes(place: Place): HTMLElement[] | null {
  const boxes = place.elements.map((_, index) => currentBox(place, index));
  return boxes.some((box) => box === null) ? null : boxes.filter((box) => box !== null);
}

export function currentBox(place: Place, index: number): HTMLElement | null {
  const element = place.elements[index];
  if (!element) return null;
  return element.isConnected ? element : replacementOf(place, index);
}

/** The first box and those of its kind that follow it now: some pages make the row while it is being filled. */
export function rowFrom(place: Place): HTMLElement[] {
  const first = currentBox(place, 0);
  const near = place.around.find(({ container }) => container.isConnected);
  if (!first || !near) return [];
  const same = controlsIn(near.container).filter((control) => kindOf(control) === kindOf(first));
  const start = same.indexOf(first);
  return start < 0 ? [] : same.slice(start, start + MAX_BOXES);
}

function replacementOf(place: Place, index: number): HTMLElement | null {
  const near = place.around.find(({ container }) => container.isConnected);
  const spot = near?.spots[index];
  if (!near || !spot) return null;
  const same = controlsIn(near.container).filter((control) => kindOf(control) === place.kinds[index]);
  const candidate = same[spot.position];
  return candidate && same.length === spot.count && isSameForm(ownerForm(candidate), place.form)
    ? candidate
    : null;
}

function spotOf(element: HTMLElement, controls: readonly HTMLElement[]): Spot {
  const kind = kindOf(element);
  const same = controls.filter((control) => kindOf(control) === kind);
  return { position: same.indexOf(element), count: same.length };
}

/** A form that still stands is another one than a new one beside it. */
function isSameForm(form: HTMLFormElement | null, was: FormMark | null): boolean {
  if (!form || !was) return form === null && was === null;
  return form === was.element || (!was.element.isConnected && marksOf(form) === was.marks);
}

/** From the attributes: a control named `action` shadows the property of its form. */
function marksOf(form: HTMLFormElement): string {
  return ['action', 'method', 'target', 'id', 'name'].map((name) => form.getAttribute(name) ?? '').join('|');
}

function controlsIn(container: Container): HTMLElement[] {
  if (!isShadowRoot(container)) return elementsBelow(container).elements.filter(isControl);
  return [...container.children]
    .flatMap((child) => [child, ...elementsBelow(child).elements])
    .filter(isControl);
}

/** Type and name without what a re-render draws anew (numbers, generated ids). */
function kindOf(element: HTMLElement): string {
  return [element.localName, typeOf(element), element.getAttribute('name') ?? '']
    .join('|')
    .replace(/\d+/g, '#');
}
