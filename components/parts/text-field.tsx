// One line, or several, of text. `autocomplete="off"` is not for looks: it keeps what is typed out of the browser's own
// form history and session restore, which write to the disk unsealed.
import type { ComponentChildren } from 'preact';
import { Field } from './field.tsx';

export interface TextFieldProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  hint?: ComponentChildren;
  error?: string | null | undefined;
  /** Which keyboard a touch screen shows; the browser itself judges nothing. */
  inputMode?: 'text' | 'search' | 'url' | 'email' | 'numeric';
  rows?: number;
  placeholder?: string;
  mono?: boolean;
  maxLength?: number;
  required?: boolean;
  autoFocus?: boolean;
}

export function TextField(props: TextFieldProps) {
  const { label, value, onValue, hint, error, inputMode = 'text', rows, mono = false } = props;
  const { placeholder, maxLength, required, autoFocus } = props;
  const common = {
    class: mono ? 'mono' : '',
    value,
    placeholder,
    maxLength,
    required,
    autoFocus,
    autoComplete: 'off',
    autoCapitalize: 'off' as const,
    spellcheck: false,
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) =>
        rows ? (
          <textarea
            {...ids}
            {...common}
            rows={rows}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
        ) : (
          <input
            {...ids}
            {...common}
            type="text"
            inputMode={inputMode}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
        )
      }
    </Field>
  );
}
