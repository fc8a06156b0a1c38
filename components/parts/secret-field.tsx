// A field for passphrases, keys and secrets: a password field, so that neither session restore nor form history keeps it,
// with a button to look. Holds nothing; never drafted by itself.
import type { ComponentChildren, TargetedInputEvent } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Field, type FieldIds } from './field.tsx';

export interface SecretFieldProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  hint?: ComponentChildren;
  error?: string | null | undefined;
  placeholder?: string;
  autoFocus?: boolean;
}

export function SecretField(props: SecretFieldProps) {
  const { label, value, onValue, hint, error, placeholder, autoFocus } = props;
  const [shown, setShown] = useState(false);
  const common = (ids: FieldIds) => ({
    ...ids,
    class: 'mono',
    value,
    placeholder,
    autoFocus,
    autoComplete: 'off',
    autoCapitalize: 'off' as const,
    spellcheck: false,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => onValue(event.currentTarget.value),
  });
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <div class="secret">
          {shown ? <input type="text" {...common(ids)} /> : <input type="password" {...common(ids)} />}
          <button type="button" class="secret-show" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? t('actionHide') : t('actionShow')}
          </button>
        </div>
      )}
    </Field>
  );
}
