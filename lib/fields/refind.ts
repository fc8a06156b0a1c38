// Finds a box again that the page replaced while we filled it: same place among the controls of the same form, same
// kind. Leans on scope and walk. Nothing else counts as the same field; a form that is gone has moved on.
import { ownerForm, scopeOf } from './scope.ts';
import { elementsBelow, isControl, parentOf, typeOf } from './walk.ts';

/** Where boxes stood before anything was typed. */
export interface Place {
  elements: HTMLElement[];
  form: HTMLFormElement | null;
  /** The container and a few ancestors, nearest first, with the position of each box among their controls. */
  around: { container: Element; positions: number[]; count: number }[];
  kinds: string[];
}

const MAX_AROUND = 4;

export function placeOf(elements: readonly HTMLElement[]): Place {
  const first = elements[0];
  const around: Place['around'] = [];
  if (first) {
    const { container, form } = scopeOf(first);
    for (let node: Element | null = container; node && around.length < MAX_AROUND; node = parentOf(node)) {
      const controls = controlsIn(node);
      around.push({
        container: node,
        positions: elements.map((element) => controls.indexOf(element)),
        count: controls.length,
      });
      if (form) break;
    }
  }
  return {
    elements: [...elements],
    form: first ? ownerForm(first) : null,
    around,
    kinds: elements.map(kindOf),
  };
}

/** @returns the boxes as they stand now; null when any cannot be found again. */
export function currentBoxes(place: Place): HTMLElement[] | null {
  const boxes = place.elements.map((element, index) =>
    element.isConnected ? element : replacementOf(place, index),
  );
  return boxes.some((box) => box === null) ? null : boxes.filter((box) => box !== null);
}

export function currentBox(place: Place, index: number): HTMLElement | null {
  const element = place.elements[index];
  if (!element) return null;
  return element.isConnected ? element : replacementOf(place, index);
}

function replacementOf(place: Place, index: number): HTMLElement | null {
  const spot = place.around.find(({ container }) => container.isConnected);
  if (!spot) return null;
  const controls = controlsIn(spot.container);
  const candidate = controls[spot.positions[index] ?? -1];
  if (!candidate || controls.length !== spot.count) return null;
  return kindOf(candidate) === place.kinds[index] && ownerForm(candidate) === place.form ? candidate : null;
}

function controlsIn(container: Element): HTMLElement[] {
  return elementsBelow(container).elements.filter(isControl);
}

/** Type and name without what a re-render draws anew (numbers, generated ids). */
function kindOf(element: HTMLElement): string {
  return [element.localName, typeOf(element), element.getAttribute('name') ?? '']
    .join('|')
    .replace(/\d+/g, '#');
}
