// A card with a list that comes page by page: its head with a way to look again, its rows, the next page, and every trouble of these.
// Leans on state/more.ts; what a row shows is its caller's.
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n.ts';
import type { Page } from '../../lib/webhook-view.ts';
import { Button } from '../parts/button.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import type { Asked } from '../state/ask.ts';
import { useMore } from '../state/more.ts';

export interface PagedCardProps<Item> {
  title: string;
  /** What the list is, in a sentence; none where the title says it. */
  text?: string;
  empty: string;
  first: Asked<Page<Item>>;
  /** Asks for the page after an item. */
  ask: (after: string) => Promise<Page<Item>>;
  children: (item: Item) => ComponentChildren;
}

export function PagedCard<Item extends { remoteId: string }>(props: PagedCardProps<Item>) {
  const { title, text, empty, first, ask, children } = props;
  const { items, more, act } = useMore(first, ask);
  return (
    <section class="card" aria-label={title}>
      <div class="card-head">
        <h3>{title}</h3>
        <Button
          kind="quiet"
          icon="refresh"
          label={t('actionRefresh')}
          busy={first.busy}
          onClick={() => first.again()}
        />
      </div>
      {text && <p class="soft">{text}</p>}
      <Trouble error={first.error} acts={{ retry: first.again }} />
      {first.value === null && !first.error && <Skeleton rows={3} />}
      {first.value !== null && items.length === 0 && <p class="soft">{empty}</p>}
      {items.length > 0 && (
        <ul class="entries">
          {items.map((item) => (
            <li key={item.remoteId}>{children(item)}</li>
          ))}
        </ul>
      )}
      <Trouble error={act.error} />
      {more && (
        <div class="actions">
          <Button busy={act.busy} onClick={more}>
            {t('actionMore')}
          </Button>
        </div>
      )}
    </section>
  );
}
