// On or off, at once: a native checkbox in the role of a switch. Leans on style/fields.css; holds no state.
import type { ComponentChildren } from 'preact';

export interface SwitchProps {
  label: string;
  hint?: ComponentChildren;
  on: boolean;
  onSwitch: (on: boolean) => void;
  disabled?: boolean;
}

export function Switch({ label, hint, on, onSwitch, disabled = false }: SwitchProps) {
  return (
    <label class="switch">
      <span>
        <span class="switch-label">{label}</span>
        {hint && <span class="hint">{hint}</span>}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        checked={on}
        disabled={disabled}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
    </label>
  );
}
