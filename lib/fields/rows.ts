// Which row of its form a control stands in, and what that row and its neighbours are called. Leans on walk.ts and text.ts; one
// instance serves one look at the page. Reads structure and naming attributes only.
import { readAttribute } from './text.ts';
import { parentOf } from './walk.ts';

/** How far up a row may stand. */
const MAX_STEPS = 6;
const NAMING = ['id', 'class', 'aria-label', 'data-testid', 'data-pc-name'];

export interface Rows {
  /** The nearest ancestor that holds another control, within six steps; boxes of one code share it. */
  rowOf(control: Element): Element;
  /** The row's own names and those of what is around it and the control. */
  namingAt(row: Element, control: Element): string;
}

/** Two controls are enough to know whether any but a certain one is there. */
interface Held {
  first: Element;
  second: Element | null;
}

/** @param controls all that count as neighbours; each element above them is looked at three times at most, however many they are */
export function newRows(controls: readonly Element[]): Rows {
  const holders = holdersOf(controls);
  const namings = new Map<Element, string>();
  const holdsOther = (holder: Element, control: Element): boolean => {
    const held = holders.get(holder);
    return held !== undefined && (held.first !== control || held.second !== null);
  };
  return {
    rowOf: (control) => {
      let node = control;
      for (let step = 0; step < MAX_STEPS; step += 1) {
        const parent = parentOf(node);
        if (!parent || /^(?:form|body|html)$/.test(parent.localName)) return parent ?? node;
        if (holdsOther(parent, control)) return parent;
        node = parent;
      }
      return node;
    },
    namingAt: (row, control) =>
      [row, parentOf(row), parentOf(control)]
        .map((node) => namingOf(node, namings))
        .join(' ')
        .slice(0, 300),
  };
}

/** Inside one tree: what stands in a shadow tree is not held by the host's own ancestors' markup. */
function holdersOf(controls: readonly Element[]): Map<Element, Held> {
  const holders = new Map<Element, Held>();
  for (const control of controls) {
    for (let above = control.parentElement; above; above = above.parentElement) {
      const held = holders.get(above);
      if (held === undefined) holders.set(above, { first: control, second: null });
      // Whoever holds two of them has been here, and so has everything above it.
      else if (held.second !== null) break;
      else held.second = control;
    }
  }
  return holders;
}

function namingOf(element: Element | null, known: Map<Element, string>): string {
  if (!element) return '';
  const before = known.get(element);
  if (before !== undefined) return before;
  const naming = NAMING.map((name) => readAttribute(element, name, 100))
    .filter(Boolean)
    .join(' ');
  known.set(element, naming);
  return naming;
}
