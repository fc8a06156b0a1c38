// Reads the scope around one control into plain data. Leans on scope, walk, labels, seen and form-snapshot; changes
// nothing in the page, sets no attribute, reads values as lengths only, and is bounded by counts.
import { cellsOf } from './drawn.ts';
import { faceOf, isDropDown, shownIn } from './drop-down.ts';
import { outlineOf, readForm } from './form-snapshot.ts';
import { type LabelsOf, newLabels, readLabels } from './labels.ts';
import { newRows, type Rows } from './rows.ts';
import { ownerForm, scopeOf } from './scope.ts';
import { newSight, readBox, readSeen, type Sight } from './seen.ts';
import { readAttribute, readText } from './text.ts';
import type { ElementSnapshot, FormSnapshot, OpenRoot, PageSnapshot } from './types.ts';
import { elementsBelow, isControl, MAX_CONTROLS, MAX_VISITS, shadowDepth, typeOf } from './walk.ts';

export interface Snapshot {
  page: PageSnapshot;
  /** The live controls by ref: for filling and placing, never for deciding. */
  elements: Map<string, HTMLElement>;
  /** Ref of the control the snapshot was taken for; null where it is not a control. */
  focused: string | null;
}

/** Refs last as long as their element, so that the same field keeps its name over several snapshots. */
const refs = new WeakMap<Element, string>();
let counter = 0;
const prefix = Math.floor(Math.random() * 0xffffff).toString(36);

export function refOf(element: Element): string {
  const known = refs.get(element);
  if (known) return known;
  counter += 1;
  const ref = `f${prefix}-${counter}`;
  refs.set(element, ref);
  return ref;
}

/**
 * @param focus the control that has focus (or was pointed at).
 * @param openRoot how to open closed shadow roots, where the platform can.
 * @param withLists whether drop-down lists that are no `<select>` are read as if they were one
 */
export function takeSnapshot(focus: Element, openRoot?: OpenRoot, withLists = false): Snapshot {
  const { container, form } = scopeOf(focus);
  const { elements: all, cut } = elementsBelow(container, openRoot);
  const counts = (element: Element): element is HTMLElement =>
    isControl(element) || (withLists && isDropDown(element));
  const found = all.filter(counts);
  const known = new Set<Element>(found);
  // Controls tied to the form by its id from elsewhere in the page belong to it as well.
  const add = (element: Element): void => {
    if (known.has(element) || !counts(element)) return;
    known.add(element);
    found.push(element);
  };
  const owned = form?.elements;
  for (let at = 0; at < MAX_VISITS; at += 1) {
    const element = owned?.[at];
    if (!element) break;
    add(element);
  }
  add(focus);
  const controls = nearest(found, focus);
  const look: Look = {
    withLists,
    sight: newSight(),
    labelsOf: newLabels(controls),
    rows: newRows(controls),
    pictured: new Map(),
  };
  const forms = new Map<Element, FormSnapshot>();
  const outline = outlineOf(all);
  const elements = new Map<string, HTMLElement>();
  const read = controls.map((control) => {
    const owner = ownerForm(control) ?? container;
    let formSnapshot = forms.get(owner);
    if (!formSnapshot) {
      formSnapshot = readForm(owner, `form-${forms.size + 1}`, outline);
      forms.set(owner, formSnapshot);
    }
    const snapshot = readElement(control, formSnapshot.id, look, control === focus);
    elements.set(snapshot.ref, control);
    return snapshot;
  });
  const document = focus.ownerDocument;
  const page: PageSnapshot = {
    path: document.location ? `${document.location.pathname}${document.location.hash}`.slice(0, 300) : '',
    // A form named `title` stands in its place.
    title: String(document.title).slice(0, 200),
    lang: readAttribute(document.documentElement, 'lang', 20).toLowerCase(),
    dir: directionOf(focus),
    headings: [...document.querySelectorAll('h1,h2')].slice(0, 4).map((heading) => readText(heading, 120)),
    forms: [...forms.values()],
    elements: read,
    skipped: found.length - controls.length + (cut ? 1 : 0),
  };
  return { page, elements, focused: isControl(focus) ? refOf(focus) : null };
}

/** Of too many controls those around the focused one, in document order. */
function nearest(controls: HTMLElement[], focus: Element): HTMLElement[] {
  if (controls.length <= MAX_CONTROLS) return controls;
  const all: readonly Element[] = controls;
  const at = Math.max(0, all.indexOf(focus));
  const start = Math.min(Math.max(0, at - MAX_CONTROLS / 2), controls.length - MAX_CONTROLS);
  return controls.slice(start, start + MAX_CONTROLS);
}

/** What all controls of one snapshot share: hundreds of them stand in the same few elements. */
interface Look {
  withLists: boolean;
  sight: Sight;
  labelsOf: LabelsOf;
  rows: Rows;
  /** Whether there is any picture in a tree. */
  pictured: Map<Node, boolean>;
}

function readElement(element: HTMLElement, form: string, look: Look, isFocus: boolean): ElementSnapshot {
  const isList = look.withLists && isDropDown(element);
  const shown = isList ? faceOf(element) : element;
  const texts = readLabels(element, look.labelsOf);
  const box = readBox(shown);
  const tag = tagOf(element);
  const row = look.rows.rowOf(element);
  return {
    ref: refOf(element),
    tag,
    type: tag === 'input' ? typeOf(element) : tag,
    name: readAttribute(element, 'name', 80),
    id: readAttribute(element, 'id', 80),
    className: readAttribute(element, 'class', 120),
    hints: hintsOf(element),
    autocomplete: readAttribute(element, 'autocomplete', 80).toLowerCase().split(' ').filter(Boolean),
    inputMode: readAttribute(element, 'inputmode', 20).toLowerCase(),
    pattern: readAttribute(element, 'pattern', 120),
    minLength: numberOf(element, 'minlength'),
    maxLength: numberOf(element, 'maxlength'),
    placeholder: isList
      ? shownIn(element)
      : readAttribute(element, 'placeholder') || readAttribute(element, 'data-placeholder'),
    // Such lists seldom have a `<label>`; what takes its place is theirs, and their prompt is often all there is.
    texts: isList && texts.label === '' ? { ...texts, label: texts.labelledBy } : texts,
    picture: isPictured(element, look.pictured) && hasRiddle(element),
    cells: isFocus ? cellsOf(element).length : 0,
    options: optionsOf(element),
    box,
    seen: readSeen(shown, box, look.sight),
    disabled: element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true',
    readOnly: element.hasAttribute('readonly') || element.getAttribute('aria-readonly') === 'true',
    required: element.hasAttribute('required') || element.getAttribute('aria-required') === 'true',
    valueLength: lengthOf(element),
    form,
    group: groupOf(element),
    shadowDepth: shadowDepth(element),
    row: refOf(row),
    rowNaming: look.rows.namingAt(row, element),
  };
}

const RIDDLE =
  /captcha|verif|vcode|checkcode|validat|randcode|randomcode|imgcode|codeimg|seccode|authimg|kaptcha/i;

function isPictured(element: Element, known: Map<Node, boolean>): boolean {
  const root = element.getRootNode() as Document | ShadowRoot | Element;
  const pictured = known.get(root) ?? root.querySelector('img,canvas') !== null;
  known.set(root, pictured);
  return pictured;
}

/** A picture beside a box whose address or name speaks of a test; an icon or a logo does not. */
function hasRiddle(element: Element): boolean {
  let node: Element | null = element.parentElement;
  for (let level = 0; node && level < 3 && !/^(?:form|body|main)$/.test(node.localName); level += 1) {
    for (const picture of node.querySelectorAll('img,canvas')) {
      const naming = ['src', 'id', 'class', 'alt', 'title'].map(
        (name) => picture.getAttribute(name)?.slice(0, 200) ?? '',
      );
      if (RIDDLE.test(naming.join(' '))) return true;
    }
    node = node.parentElement;
  }
  return false;
}

function tagOf(element: HTMLElement): ElementSnapshot['tag'] {
  const name = element.localName;
  return name === 'input' || name === 'textarea' || name === 'select'
    ? name
    : isDropDown(element)
      ? 'select'
      : 'editable';
}

const HINTS =
  /^(?:data-(?:.*(?:name|field|id|qa|cy|type|test|bind|label|otp|pin).*)|formcontrolname|ng-model|v-model|itemprop|x-autocompletetype|autocompletetype|label)$/;
/** Serial numbers that test harnesses and frameworks write; they name nothing. */
const MUTE = /^(?:data-cf|data-reactid|data-index)$/;

function hintsOf(element: Element): string {
  const parts: string[] = [];
  for (const name of element.getAttributeNames().slice(0, 40)) {
    if (!HINTS.test(name) || MUTE.test(name)) continue;
    parts.push(name.replace(/^data-/, ''), (element.getAttribute(name) ?? '').slice(0, 60));
  }
  return parts.join(' ').slice(0, 240);
}

function numberOf(element: Element, name: string): number | null {
  const value = Number.parseInt(element.getAttribute(name) ?? '', 10);
  return Number.isFinite(value) && value >= 0 ? value : null;
}

function optionsOf(element: Element): string[] {
  if (element.localName !== 'select') return [];
  return Array.from((element as HTMLSelectElement).options)
    .slice(0, 16)
    .map((option) => readText(option, 30));
}

function lengthOf(element: HTMLElement): number {
  if ('value' in element && typeof element.value === 'string') return element.value.length;
  return Math.min(readText(element, 400).length, 400);
}

function groupOf(element: Element): string {
  const group = element.closest('fieldset,[role=group],[role=radiogroup]');
  if (!group) return '';
  const legend = group.localName === 'fieldset' ? group.querySelector('legend') : null;
  if (legend) return readText(legend, 120);
  const labelledBy = group.getAttribute('aria-labelledby');
  const target = labelledBy ? group.ownerDocument.getElementById(labelledBy.split(' ')[0] ?? '') : null;
  return readAttribute(group, 'aria-label', 120) || readText(target, 120);
}

function directionOf(element: Element): 'ltr' | 'rtl' {
  const nearest = element.closest('[dir]')?.getAttribute('dir')?.toLowerCase();
  return nearest === 'rtl' ? 'rtl' : 'ltr';
}
