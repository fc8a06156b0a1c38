// The plain data that recognition works on: what was read of a page (snapshot), what was decided (readings, plan),
// and nothing live. Leans on lib/model.ts. JSON only, so that a page can be exported, tested and judged elsewhere;
// holds no typed values, only their lengths.
import type { FieldRole, FormKind } from '../model.ts';

/** What stops a person from seeing or using a control, `yes` when nothing does. */
export type Seen = 'yes' | 'not-rendered' | 'no-size' | 'transparent' | 'clipped' | 'off-screen';

/** Axis-aligned box in CSS pixels of the viewport at the time of reading. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Text that a person or a screen reader connects with a control, by the means it is connected. */
export interface LabelTexts {
  /** Every `<label>` of the control, by `for` or by wrapping. */
  label: string;
  ariaLabel: string;
  labelledBy: string;
  describedBy: string;
  title: string;
  /** Text just before the control inside its own line or block. */
  before: string;
  /** Text just after the control, where nothing precedes it. */
  after: string;
  /** Table layouts: the cell to the left, or the head of the column. */
  cell: string;
}

export interface ElementSnapshot {
  ref: string;
  tag: 'input' | 'textarea' | 'select' | 'editable';
  /** Lower-case type; `text` where missing or unknown, the tag's name for others. */
  type: string;
  /** Raw attributes, capped: splitting into words is the reader's business. */
  name: string;
  id: string;
  className: string;
  /** Values of `data-*` attributes whose names speak of a field (`data-testid`, `data-qa`, `formcontrolname`, …). */
  hints: string;
  autocomplete: string[];
  inputMode: string;
  pattern: string;
  minLength: number | null;
  maxLength: number | null;
  placeholder: string;
  texts: LabelTexts;
  /** Whether a picture that looks like a riddle (captcha) stands beside the control. */
  picture: boolean;
  /** Empty boxes that the page draws in a row for what is typed here; looked for at the focused control alone. */
  cells: number;
  /** Texts of the first options of a `<select>`. */
  options: string[];
  box: Box;
  seen: Seen;
  disabled: boolean;
  readOnly: boolean;
  required: boolean;
  /** Characters in the control now; what they are is never read. */
  valueLength: number;
  /** `FormSnapshot.id` it belongs to. */
  form: string;
  /** Legend of the nearest fieldset or named group. */
  group: string;
  /** How many shadow roots it is nested in. */
  shadowDepth: number;
  /** Key of the nearest ancestor that holds several controls: boxes of one row share it. */
  row: string;
  /** Raw id and class of that ancestor, of its parent, and of the control's own wrapper. */
  rowNaming: string;
}

/** A `<form>`, or the container that stands in for one. */
export interface FormSnapshot {
  id: string;
  /** False where a container stands in for a missing `<form>`. */
  real: boolean;
  /** Raw name, id, class, aria-label. */
  naming: string;
  /** Path and query names of the action; the host is left out. */
  action: string;
  role: string;
  /** Headings inside, and the nearest one before. */
  headings: string[];
  /** Texts of what sends the form. */
  submits: string[];
  /** Texts of links and other buttons inside (`Forgot password?`, `Resend code`). */
  links: string[];
  /** Beginning of the running text inside. */
  text: string;
  /** Inside a dialog. */
  dialog: boolean;
}

export interface PageSnapshot {
  /** Path and fragment only. */
  path: string;
  title: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  /** First headings of the page. */
  headings: string[];
  forms: FormSnapshot[];
  elements: ElementSnapshot[];
  /** Controls that were left unread because of the cap. */
  skipped: number;
}

export interface FieldReading {
  ref: string;
  role: FieldRole;
  /** Sum of weighted cues; comparable between roles of one field only. */
  score: number;
  /** Reason codes of `reasons.ts`, strongest first. */
  because: string[];
  /** Refs of all boxes in order; the field's own ref alone unless it is a split code. */
  group: string[];
  /** Whether something may be offered here: seen, enabled, and sure enough. */
  eligible: boolean;
}

export interface FormReading {
  /** `FormSnapshot.id`. */
  id: string;
  kind: FormKind;
  refs: string[];
  because: string[];
}

export interface Readings {
  fields: FieldReading[];
  forms: FormReading[];
}

/** The focused field as it is announced to the background. */
export interface PlannedField {
  ref: string;
  role: FieldRole;
  form: FormKind;
  boxes: number;
  /** Refs of the boxes, in reading order. */
  group: string[];
  because: string[];
  /** Roles of the fields of its form that could be filled, itself among them; each once. */
  beside: FieldRole[];
}

/** Opens a closed shadow root where the platform lets an extension do so. */
export type OpenRoot = (host: Element) => ShadowRoot | null;
