// What is known of a control when a value is spelled for it: the plain facts that lib/fields reads anyway. Types alone.

export interface Facts {
  tag: 'input' | 'textarea' | 'select' | 'editable';
  /** Lower-case type; the tag's name for what is no input. */
  type: string;
  name: string;
  id: string;
  autocomplete: readonly string[];
  maxLength: number | null;
  placeholder: string;
  pattern: string;
  /** Everything a person reads beside it, in one line. */
  said: string;
}

/** A choice of a list, as it is sent and as it is read. */
export interface Option {
  value: string;
  text: string;
}
