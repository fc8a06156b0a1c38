// A one-line search without a visible label. Leans on style/fields.css; Esc empties it before it does anything else.
import { Icon } from './icon.tsx';

export interface SearchFieldProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  /** Down from the field, by key: into what was found. */
  onDown?: () => void;
}

export function SearchField({ label, value, onValue, onDown }: SearchFieldProps) {
  return (
    <div class="search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellcheck={false}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && onDown) {
            event.preventDefault();
            onDown();
          }
          if (event.key !== 'Escape' || value === '') return;
          event.preventDefault();
          event.stopPropagation();
          onValue('');
        }}
      />
    </div>
  );
}
