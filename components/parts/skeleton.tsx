// The shape of what is coming, in place of a spinner. Leans on style/surfaces.css; silent but for one line to screen readers.
import { t } from '../../lib/i18n.ts';

export function Skeleton({ rows = 3 }: { rows?: number }) {
  return (
    <div class="skeleton" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <span class="bone" key={index} />
      ))}
    </div>
  );
}
