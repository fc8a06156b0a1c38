// The words for why: recognition answers stable codes (`label:e-mail`), a person gets sentences. Leans on lib/fields/reasons.ts
// for the closed sets, so that a new kind of cue does not compile without words; a cue is our own table's text.
import { NOTES, type Note, SLOTS, type Slot } from '../../lib/fields/reasons.ts';
import { type MessageKey, t } from '../../lib/i18n.ts';

const WORDS: Record<Slot | Note, MessageKey> = {
  autocomplete: 'whyAutocomplete',
  type: 'whyType',
  label: 'whyLabel',
  placeholder: 'whyPlaceholder',
  name: 'whyName',
  hints: 'whyName',
  class: 'whyName',
  row: 'whyName',
  before: 'whyText',
  after: 'whyText',
  cell: 'whyText',
  title: 'whyText',
  described: 'whyText',
  group: 'whyText',
  text: 'whyText',
  options: 'whyShape',
  picture: 'whyPicture',
  pattern: 'whyShape',
  length: 'whyShape',
  'input-mode': 'whyShape',
  form: 'whyForm',
  heading: 'whyHeading',
  submit: 'whySubmit',
  link: 'whyLink',
  path: 'whyPage',
  'page-title': 'whyPage',
  roles: 'whyRoles',
  hidden: 'whyHidden',
  disabled: 'whyDisabled',
  'read-only': 'whyDisabled',
  'look-alike': 'whyLookAlike',
  unsure: 'whyUnsure',
  'impossible-type': 'whyImpossible',
  'boxes-in-a-row': 'whyBoxes',
  'confirms-another': 'whyConfirms',
  'accepts-email': 'whyAcceptsEmail',
  'form-kind': 'whyFormKind',
  'by-rule': 'whyByRule',
  'opt-out': 'whyOptOut',
  unread: 'whyUnread',
};

const KNOWN: ReadonlySet<string> = new Set([...SLOTS, ...NOTES]);

/** @returns one sentence a reason, each once; a reason that is no code of ours stays as it was said. */
export function reasonWords(because: readonly string[]): string[] {
  return [...new Set(because.map(sentence))];
}

function sentence(reason: string): string {
  const colon = reason.indexOf(':');
  const code = colon < 0 ? reason : reason.slice(0, colon);
  const cue = colon < 0 ? '' : reason.slice(colon + 1);
  return isKnown(code) ? t(WORDS[code], cue) : reason;
}

function isKnown(code: string): code is Slot | Note {
  return KNOWN.has(code);
}
