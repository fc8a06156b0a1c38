// From an exported page to a case of the corpus format: takes the draft out of the comment at its top, refuses a file that
// still holds a value, names labels as the corpus does. Leans on test/score/labels; pure, so that it can be tested.
import type { FieldRole, FormKind } from '../../lib/model.ts';
import type { Case } from '../score/cases.ts';
import { INTENT_OF, LABELS_OF } from '../score/labels.ts';

const MARK = /^<!-- moniker-case (\{.*\}) -->\n/;
/** Captions of buttons are the only values an export may hold. */
const VALUE =
  /<(?!input\b[^>]*\btype="(?:submit|button|reset)")[a-z]+\b[^>]*\svalue\s*=|<script|<iframe|\s(?:src|href|on\w+)\s*=/i;

interface Draft {
  path: string;
  title: string;
  fields: { marker: string; role: FieldRole; form: FormKind; boxes: number }[];
}

/**
 * @param id names the case and its file. @returns the page without the draft, and its line of the index.
 * @throws Error where the file was not exported by Moniker, or holds what an export never holds.
 */
export function caseOf(exported: string, id: string): { html: string; line: Case } {
  const draft = MARK.exec(exported)?.[1];
  if (!draft) throw new Error('this is no page exported by Moniker: its first line names no case');
  const html = exported.replace(MARK, '');
  const offence = VALUE.exec(html);
  if (offence)
    throw new Error(
      `an export holds no values, links or scripts, and this one does: ${offence[0].slice(0, 60)}`,
    );
  const { path, title, fields } = JSON.parse(draft) as Draft;
  return {
    html,
    line: {
      id,
      file: `${id}.html`,
      group: `page:${id}`,
      fidelity: 'redacted',
      page_kind: fields.find(({ form }) => form !== 'unknown')?.form ?? 'unknown',
      page_url: `https://page.test${path.replaceAll('#', '0')}`,
      page_title: title,
      fields: fields.map((field) => ({ marker: field.marker, label: labelOf(field), basis: 'draft' })),
      unlabelled: [],
    },
  };
}

function labelOf({ role, form, boxes }: Draft['fields'][number]): string {
  if (role === 'code') return boxes > 1 ? 'otp_split_digit' : 'otp';
  const label = LABELS_OF[role];
  return label === 'email' ? `email_${INTENT_OF[form]}` : label;
}
