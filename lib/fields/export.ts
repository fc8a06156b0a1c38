// A page without its people: structure and cue text only, by lists of what may pass, in the format of the scored corpora
// (every control marked `data-cf`, and our own verdicts as draft labels in a comment at the top). Leans on redact, labels and
// classify; no value of any field, no address of any link, no text beyond what stands beside a field ever gets in.

import { classify } from './classify.ts';
import {
  attributesOf,
  captionOf,
  KEPT_TAGS,
  NAMING_TAGS,
  optionTexts,
  SILENT,
  TEXT_TAGS,
} from './export-lists.ts';
import { readLabels } from './labels.ts';
import { maskProse, maskText, stablePath } from './redact.ts';
import { readBox, readSeen } from './seen.ts';
import { takeSnapshot } from './snapshot.ts';
import { clean } from './text.ts';
import type { OpenRoot, Seen } from './types.ts';
import { isControl } from './walk.ts';

/** Caps of one export: a page of any size gives a file that a person can read through. */
const MOST = { nodes: 6000, depth: 60, controls: 120, characters: 300_000, text: 160 } as const;

/** What a style sheet did to a control, said again without it. */
const STYLES: Record<Seen, string> = {
  yes: '',
  'not-rendered': 'display:none',
  'no-size': 'width:0;height:0;padding:0;border:0',
  transparent: 'opacity:0',
  clipped: 'clip-path:inset(50%)',
  'off-screen': 'position:absolute;left:-9999px',
};

interface Writing {
  parts: string[];
  left: { nodes: number; characters: number };
  controls: HTMLElement[];
  /** Texts that recognition connects with a control. */
  beside: string[];
  openRoot: OpenRoot;
}

/** @returns a whole HTML document of at most 300,000 characters. */
export function exportPage(document: Document, openRoot: OpenRoot): string {
  const writing: Writing = {
    parts: [],
    left: { nodes: MOST.nodes, characters: MOST.characters },
    controls: [],
    beside: besideControls(document, openRoot),
    openRoot,
  };
  if (document.body) writeChildren(writing, document.body, 0);
  const lang = clean(document.documentElement.lang, 12);
  const title = maskProse(document.title, 80);
  return [
    `<!-- moniker-case ${safeJson(draftLabels(document, writing, title))} -->`,
    '<!doctype html>',
    `<html${lang ? ` lang="${quoted(lang)}"` : ''}><head><meta charset="utf-8"><title>${quoted(title)}</title></head><body>`,
    `${writing.parts.join('')}</body></html>`,
    '',
  ].join('\n');
}

function besideControls(document: Document, openRoot: OpenRoot): string[] {
  const texts: string[] = [];
  const look = (root: ParentNode): void => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (texts.length > MOST.controls * 5) return;
      if (isControl(element)) {
        const { label, labelledBy, describedBy, before, after, cell } = readLabels(element);
        texts.push(...[label, labelledBy, describedBy, before, after, cell].filter(Boolean));
      }
      const shadow = openRoot(element);
      if (shadow) look(shadow);
    }
  };
  look(document);
  return texts;
}

function writeChildren(writing: Writing, parent: Node, depth: number): void {
  if (depth > MOST.depth) return;
  const shadow = parent.nodeType === 1 ? writing.openRoot(parent as Element) : null;
  for (const child of [...parent.childNodes, ...(shadow?.childNodes ?? [])]) {
    writing.left.nodes -= 1;
    if (writing.left.nodes < 0 || writing.left.characters < 0) return;
    if (child.nodeType === 3) writeText(writing, child as Text);
    else if (child.nodeType === 1) writeElement(writing, child as Element, depth);
  }
}

function writeText(writing: Writing, node: Text): void {
  const text = clean(node.data, MOST.text * 2);
  const parent = node.parentElement;
  if (text === '' || text.length > MOST.text) return;
  const speaks = Boolean(parent?.closest(TEXT_TAGS));
  const names = Boolean(parent?.closest(NAMING_TAGS));
  if (!speaks && !writing.beside.some((known) => known.includes(text))) return;
  put(writing, quoted(maskProse(text, MOST.text, names ? 1 : 0)));
}

function writeElement(writing: Writing, element: Element, depth: number): void {
  if (SILENT.test(element.localName) || isHiddenInput(element)) return;
  const control = isControl(element) && writing.controls.length < MOST.controls ? element : null;
  const tag = KEPT_TAGS.has(element.localName) ? element.localName : 'div';
  const marks = control ? markOf(writing, control) : '';
  put(writing, `<${tag}${attributesOf(element).map(attribute).join('')}${captionOf(element)}${marks}>`);
  if (tag === 'select') {
    for (const text of optionTexts(element as HTMLSelectElement))
      put(writing, `<option>${quoted(text)}</option>`);
  } else if (!control) writeChildren(writing, element, depth + 1);
  if (tag !== 'input' && tag !== 'img' && tag !== 'br' && tag !== 'hr') put(writing, `</${tag}>`);
}

function markOf(writing: Writing, control: HTMLElement): string {
  writing.controls.push(control);
  const style = STYLES[readSeen(control, readBox(control))];
  return ` data-cf="${writing.controls.length}"${style ? ` style="${style}"` : ''}`;
}

function isHiddenInput(element: Element): boolean {
  return element.localName === 'input' && element.getAttribute('type')?.toLowerCase() === 'hidden';
}

function attribute([name, value]: readonly [string, string]): string {
  return value === '' ? ` ${name}` : ` ${name}="${quoted(value)}"`;
}

function put({ parts, left }: Writing, part: string): void {
  parts.push(part);
  left.characters -= part.length;
}

/** One line of an index in the corpus format: labels are what we think now, for a person to correct. */
function draftLabels(document: Document, { controls, openRoot }: Writing, title: string): object {
  const fields = controls.map((control, at) => {
    const { page, focused } = takeSnapshot(control, openRoot);
    const readings = classify(page);
    const field = readings.fields.find(({ ref }) => ref === focused);
    const form = readings.forms.find(({ refs }) => focused !== null && refs.includes(focused));
    return {
      marker: `[data-cf="${at + 1}"]`,
      role: field?.role ?? 'other',
      form: form?.kind ?? 'unknown',
      boxes: field?.group.length ?? 1,
      because: (field?.because ?? []).map((reason) => maskText(reason, 80)),
    };
  });
  const path = stablePath(document.location?.pathname ?? '');
  return { path, title, fields };
}

/** JSON that can neither end the comment it stands in nor open a tag. */
function safeJson(value: object): string {
  return JSON.stringify(value).replace(/[<>&-]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}

function quoted(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
