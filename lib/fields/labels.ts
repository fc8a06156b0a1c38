// Finds every text that a person or a screen reader connects with a control. Leans on text.ts and walk.ts; reads only,
// judges nothing: which of these texts counts how much is the cue table's business.
import { readAttribute, readText } from './text.ts';
import type { LabelTexts } from './types.ts';
import { isControl } from './walk.ts';

/** How far up and how many siblings back a preceding text may stand. */
const MAX_CLIMB = 4;
const MAX_SIBLINGS = 6;
const MAX_LABELS = 3;

/** The `<label>`s of each control of a tree, first ones first. */
export type LabelsOf = (control: Element) => readonly Element[];

/**
 * For one look at the page: `control.labels` walks the whole tree anew for every control of a page that has changed, and a form of
 * three hundred fields in a thousand waits for three hundred walks. Here each tree is walked once, when first asked about.
 * @param controls all that will be asked about
 */
export function newLabels(controls: readonly Element[]): LabelsOf {
  const ids = new Set(controls.map((control) => control.getAttribute('id')));
  const trees = new Map<Node, Map<Element, Element[]>>();
  return (control) => {
    const root = control.getRootNode() as Document | ShadowRoot | Element;
    const known = trees.get(root) ?? labelsIn(root, ids);
    trees.set(root, known);
    return known.get(control) ?? [];
  };
}

function labelsIn(root: ParentNode, ids: ReadonlySet<string | null>): Map<Element, Element[]> {
  const found = new Map<Element, Element[]>();
  const labels = root.querySelectorAll('label');
  // By number: of ten thousand, the list's own iterator takes as long as the look at them.
  for (let at = 0; at < labels.length; at += 1) {
    const label = labels[at];
    const named = label?.getAttribute('for') ?? null;
    // Of somebody else, without looking for whom.
    if (!label || (named !== null && !ids.has(named))) continue;
    const { control } = label;
    // No control, or a `<label>` of SVG, which has no such member.
    if (!control) continue;
    const own = found.get(control);
    if (own === undefined) found.set(control, [label]);
    else if (own.length < MAX_LABELS) own.push(label);
  }
  return found;
}

/** @param labelsOf shared by all controls of one look */
export function readLabels(element: HTMLElement, labelsOf: LabelsOf = newLabels([element])): LabelTexts {
  const before = textBefore(element);
  return {
    label: labelText(element, labelsOf),
    ariaLabel: readAttribute(element, 'aria-label'),
    labelledBy: referredText(element, 'aria-labelledby'),
    describedBy: referredText(element, 'aria-describedby'),
    title: readAttribute(element, 'title'),
    before,
    after: before ? '' : textAfter(element),
    cell: cellText(element),
  };
}

function labelText(element: HTMLElement, labelsOf: LabelsOf): string {
  const labels = 'labels' in element ? labelsOf(element) : [];
  const texts = labels.map((label) => readText(label)).filter(Boolean);
  if (texts.length === 0) {
    const wrap = element.closest('label');
    if (wrap) return readText(wrap);
  }
  return texts.join(' ');
}

/** IDs are looked up in the control's own tree, as the specification says: they do not cross shadow roots. */
function referredText(element: HTMLElement, attribute: string): string {
  const ids = (element.getAttribute(attribute) ?? '')
    .slice(0, 400)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MAX_LABELS);
  const root = element.getRootNode();
  if (ids.length === 0 || !('getElementById' in root)) return '';
  const tree = root as Document | ShadowRoot;
  return ids
    .map((id) => tree.getElementById(id))
    .filter((target) => target !== null && target !== element)
    .map((target) => readText(target))
    .filter(Boolean)
    .join(' ');
}

function textBefore(element: Element): string {
  return adjacentText(element, (node) => node.previousSibling, MAX_CLIMB);
}

function textAfter(element: Element): string {
  return adjacentText(element, (node) => node.nextSibling, 1);
}

/** Climbs from the control; the first text met is its own unless another control stands between. */
function adjacentText(element: Element, step: (node: Node) => Node | null, climb: number): string {
  let node: Element | null = element;
  for (let level = 0; node && level < climb; level += 1) {
    let sibling = step(node);
    for (let count = 0; sibling && count < MAX_SIBLINGS; sibling = step(sibling), count += 1) {
      if (sibling.nodeType === 1 && holdsControl(sibling as Element)) return '';
      const text = readText(sibling, 120);
      // A lone asterisk, colon or icon glyph names nothing.
      if (/[\p{L}\p{N}]/u.test(text)) return text;
    }
    const parent: Element | null = node.parentElement;
    if (!parent || /^(?:form|fieldset|body|td|li|main|dialog)$/.test(parent.localName)) return '';
    node = parent;
  }
  return '';
}

function holdsControl(element: Element): boolean {
  if (isControl(element)) return true;
  for (const inner of element.querySelectorAll('input,select,textarea,[contenteditable]')) {
    if (isControl(inner)) return true;
  }
  return false;
}

function cellText(element: Element): string {
  const cell = element.closest('td');
  if (!cell) return '';
  const previous = cell.previousElementSibling;
  if (previous) return holdsControl(previous) ? '' : readText(previous, 120);
  const row = cell.parentElement;
  const above = row?.previousElementSibling?.children[0];
  return above && !holdsControl(above) ? readText(above, 120) : '';
}
