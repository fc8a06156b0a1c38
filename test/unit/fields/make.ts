// Builds snapshots by hand for tests of pure recognition: a plain, visible text input unless a test says otherwise.
import type { ElementSnapshot, FormSnapshot, LabelTexts, PageSnapshot } from '../../../lib/fields/types.ts';

export type ElementDraft = Partial<Omit<ElementSnapshot, 'texts'>> & {
  label?: string;
  texts?: Partial<LabelTexts>;
};

const NO_TEXTS: LabelTexts = {
  label: '',
  ariaLabel: '',
  labelledBy: '',
  describedBy: '',
  title: '',
  before: '',
  after: '',
  cell: '',
};

export function makePage(
  elements: readonly ElementDraft[],
  form: Partial<FormSnapshot> = {},
  page: Partial<PageSnapshot> = {},
): PageSnapshot {
  return {
    path: '/',
    title: '',
    lang: 'en',
    dir: 'ltr',
    headings: [],
    skipped: 0,
    forms: [
      {
        id: 'form-1',
        real: true,
        naming: '',
        action: '',
        role: '',
        headings: [],
        submits: [],
        links: [],
        text: '',
        dialog: false,
        ...form,
      },
    ],
    elements: elements.map(makeElement),
    ...page,
  };
}

function makeElement({ label = '', texts = {}, ...draft }: ElementDraft, index: number): ElementSnapshot {
  return {
    ref: `r${index + 1}`,
    tag: 'input',
    type: 'text',
    name: '',
    id: '',
    className: '',
    hints: '',
    autocomplete: [],
    inputMode: '',
    pattern: '',
    minLength: null,
    maxLength: null,
    placeholder: '',
    options: [],
    picture: false,
    cells: 0,
    box: { x: 10, y: 10 + index * 50, width: 300, height: 36 },
    seen: 'yes',
    disabled: false,
    readOnly: false,
    required: false,
    valueLength: 0,
    form: 'form-1',
    group: '',
    shadowDepth: 0,
    row: `row-${index + 1}`,
    rowNaming: '',
    ...draft,
    texts: { ...NO_TEXTS, label, ...texts },
  };
}

/** Boxes of one row, as style sheets draw them. */
export function makeBoxes(count: number, draft: ElementDraft = {}): ElementDraft[] {
  return Array.from({ length: count }, (_, index) => ({
    box: { x: 10 + index * 50, y: 100, width: 40, height: 44 },
    row: 'row',
    ...draft,
  }));
}
