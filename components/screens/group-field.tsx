// The name of a group of identities, typed or picked from those there are. Leans on identities.groups for the list and on the browser
// for showing it.
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Field } from '../parts/field.tsx';
import { useAsk } from '../state/ask.ts';

export function GroupField({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const known = useAsk('identities.groups', {}, ['addresses']);
  const list = useId();
  return (
    <Field label={t('fieldGroup')} hint={t('fieldGroupHint')}>
      {(ids) => (
        <>
          <input
            {...ids}
            type="text"
            list={list}
            maxLength={60}
            autoComplete="off"
            spellcheck={false}
            value={value}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
          <datalist id={list}>
            {known.value?.groups.map(({ name }) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
