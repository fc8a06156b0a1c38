// One day, by the browser's own field: `YYYY-MM-DD`, or empty. Leans on field.tsx; judges nothing.
import { Field } from './field.tsx';

export interface DateFieldProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  /** The latest day that makes sense. */
  max?: string;
}

export function DateField({ label, value, onValue, max }: DateFieldProps) {
  return (
    <Field label={label}>
      {(ids) => (
        <input
          {...ids}
          type="date"
          value={value}
          max={max}
          autoComplete="off"
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
