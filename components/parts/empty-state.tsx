// Nothing here yet: says why and what helps. Leans on style/surfaces.css.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export function EmptyState({
  title,
  icon,
  children,
  action,
}: {
  title: string;
  /** What would be here, drawn: on the first screens a person meets. */
  icon?: IconName;
  children?: ComponentChildren;
  action?: ComponentChildren;
}) {
  return (
    <div class="empty">
      {icon && <Icon name={icon} />}
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action && <div class="actions">{action}</div>}
    </div>
  );
}
