// Parts that several pages of the shop share: a labelled field with its error, and the row of one-digit boxes.
// Errors are tied to their field by aria-describedby and aria-invalid, as a well-made site does.
import { html } from 'hono/html';
import type { Markup } from './layout.ts';

export interface FieldFacts {
  id: string;
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  autocomplete: string;
  value?: string | undefined;
  error?: string | undefined;
  hint?: string | undefined;
  inputmode?: 'numeric' | 'email' | undefined;
  maxlength?: number | undefined;
  autofocus?: boolean;
}

export const errorLine = (id: string, error: string | undefined): Markup | string =>
  error === undefined ? '' : html`<p class="error" id="${id}-error" role="alert">${error}</p>`;

/** Attributes that tie a field to its error, or nothing. */
export const errorAttributes = (id: string, error: string | undefined): Markup | string =>
  error === undefined ? '' : html` aria-invalid="true" aria-describedby="${id}-error"`;

export const field = (f: FieldFacts): Markup => html`<div class="field">
<label for="${f.id}">${f.label}</label>
<input id="${f.id}" name="${f.name}" type="${f.type ?? 'text'}" autocomplete="${f.autocomplete}" value="${f.value ?? ''}" required${
  f.inputmode ? html` inputmode="${f.inputmode}"` : ''
}${f.maxlength ? html` maxlength="${f.maxlength}"` : ''}${f.autofocus ? html` autofocus` : ''}${errorAttributes(f.id, f.error)}>
${f.hint && !f.error ? html`<p class="hint">${f.hint}</p>` : ''}${errorLine(f.id, f.error)}
</div>`;

/** One box a digit; boxes.js moves the focus along and sends the form when the last is filled. */
export const codeBoxes = (label: string, digits: number, error: string | undefined): Markup => {
  const boxes = Array.from({ length: digits }, (_, at) => at + 1);
  return html`<fieldset class="field boxes" data-boxes><legend>${label}</legend><div class="row">${boxes.map(
    (at) =>
      html`<input class="box" id="digit-${at}" name="digit-${at}" type="text" inputmode="numeric" maxlength="1" autocomplete="${
        at === 1 ? 'one-time-code' : 'off'
      }" aria-label="Digit ${at} of ${digits}" required${errorAttributes('code', error)}>`,
  )}</div>${errorLine('code', error)}</fieldset>`;
};

export const codeField = (label: string, error: string | undefined, maxlength = 6): Markup =>
  field({
    id: 'code',
    name: 'code',
    label,
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    maxlength,
    error,
  });
