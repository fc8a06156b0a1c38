// The one button: four kinds, busy state, never submits by accident. Leans on style/buttons.css.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps {
  children?: ComponentChildren;
  /** Needed when there is no text: what a screen reader says, and the tooltip. */
  label?: string;
  icon?: IconName;
  kind?: 'plain' | 'primary' | 'danger' | 'quiet';
  type?: 'button' | 'submit';
  /** Busy buttons keep focus and say so, but do nothing. */
  busy?: boolean;
  disabled?: boolean;
  /** Of a button that shows or hides something below it. */
  expanded?: boolean;
  onClick?: (event: MouseEvent) => void;
}

export function Button({
  children,
  label,
  icon,
  kind = 'plain',
  type = 'button',
  busy = false,
  disabled = false,
  expanded,
  onClick,
}: ButtonProps) {
  return (
    <button
      type={type}
      class={`button button-${kind}${children === undefined ? ' button-icon' : ''}`}
      aria-label={label}
      title={label}
      aria-expanded={expanded}
      aria-busy={busy}
      aria-disabled={busy}
      disabled={disabled}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
}
