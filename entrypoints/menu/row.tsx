// One row of the menu, a button so that Enter, Space and assistive technology work as everywhere; and an address as rows show it.
// Leans on menu.css; hands its event on to be judged.
import type { ComponentChildren } from 'preact';

interface RowProps {
  onChoose: (event: Event) => void;
  children: ComponentChildren;
  label?: string;
  plain?: boolean;
  disabled?: boolean;
  expanded?: boolean;
  /** Of a row that picks: one of several (`radio`), or each by itself (`checkbox`). */
  picks?: 'radio' | 'checkbox';
  checked?: boolean;
}

export function Row({ onChoose, children, label, plain, disabled, expanded, picks, checked }: RowProps) {
  return (
    <button
      type="button"
      {...(picks ? { role: `menuitem${picks}`, 'aria-checked': checked === true } : { role: 'menuitem' })}
      tabIndex={-1}
      class={plain ? 'row plain' : 'row'}
      aria-label={label}
      aria-expanded={expanded}
      disabled={disabled}
      onClick={onChoose}
    >
      {children}
    </button>
  );
}

/** An address with the part that tells it from others in full ink; breaks where it must, never cut. */
export function Email({ email }: { email: string }) {
  const at = email.lastIndexOf('@');
  return (
    <span class="email" dir="ltr">
      <b>{email.slice(0, at)}</b>
      {email.slice(at)}
    </span>
  );
}
