// A line of a list: something to open on the left, small buttons on the right. Leans on style/lists.css.
import type { ComponentChildren } from 'preact';

export interface RowProps {
  /** Opens the row; without it the main part is plain text. */
  onOpen?: () => void;
  /** What a screen reader says of the opening button, where the row's own text is not enough. */
  label?: string;
  lead?: ComponentChildren;
  children: ComponentChildren;
  actions?: ComponentChildren;
}

export function Row({ onOpen, label, lead, children, actions }: RowProps) {
  const main = (
    <>
      {lead && <span class="row-lead">{lead}</span>}
      <span class="row-text">{children}</span>
    </>
  );
  return (
    <div class="row">
      {onOpen ? (
        <button type="button" class="row-main" aria-label={label} onClick={onOpen}>
          {main}
        </button>
      ) : (
        <div class="row-main">{main}</div>
      )}
      {actions && <span class="row-actions">{actions}</span>}
    </div>
  );
}
