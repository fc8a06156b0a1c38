// One row of the menu, a button so that Enter, Space and assistive technology work as everywhere; and an address as rows show it.
// Leans on menu.css; hands its event on to be judged.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../../components/parts/icon.tsx';
import { emailParts } from '../../components/words/email-parts.ts';

interface RowProps {
  onChoose: (event: Event) => void;
  children: ComponentChildren;
  label?: string;
  /** What the row does, before its words are read. */
  icon?: IconName;
  plain?: boolean;
  disabled?: boolean;
  expanded?: boolean;
  /** Of a row that picks: one of several (`radio`), or each by itself (`checkbox`). */
  picks?: 'radio' | 'checkbox';
  checked?: boolean;
}

export function Row({
  onChoose,
  children,
  label,
  icon,
  plain,
  disabled,
  expanded,
  picks,
  checked,
}: RowProps) {
  return (
    <button
      type="button"
      {...(picks ? { role: `menuitem${picks}`, 'aria-checked': checked === true } : { role: 'menuitem' })}
      tabIndex={-1}
      class={`row${plain ? ' plain' : ''}${icon ? ' with-icon' : ''}`}
      aria-label={label}
      aria-expanded={expanded}
      disabled={disabled}
      onClick={onChoose}
    >
      {icon ? (
        <>
          <Icon name={icon} />
          <span class="words">{children}</span>
        </>
      ) : (
        children
      )}
    </button>
  );
}

/** Signs that fit on one line of the narrowest menu; longer parts break where they must. */
const ON_A_LINE = 24;

/** An address with the part that tells it from others in full ink; broken between its parts where it must be, never cut. */
export function Email({ email }: { email: string }) {
  const { head, own, tail } = emailParts(email);
  return (
    <span class="email" dir="ltr">
      <Part text={head} />
      {head && <wbr />}
      <b>
        <Part text={own} />
      </b>
      <wbr />
      <Part text={tail} />
    </span>
  );
}

const Part = ({ text }: { text: string }) =>
  text === '' ? null : <span class={text.length > ON_A_LINE ? '' : 'whole'}>{text}</span>;
