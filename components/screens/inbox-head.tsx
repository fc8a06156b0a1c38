// The head of the list of messages: whose they are, fetching again, writing one; words to search for and what else narrows. Leans on
// what the list hands it; asks nothing.
import { useState } from 'preact/hooks';
import { t, tn } from '../../lib/i18n.ts';
import type { InboxCount } from '../../lib/message-query.ts';
import type { Address } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { SearchField } from '../parts/search-field.tsx';
import type { Draft } from '../state/draft.ts';
import type { InboxFetch } from '../state/inbox-fetch.ts';
import { type Sifting, siftedBy } from '../state/message-filter.ts';
import type { Go } from '../state/route.ts';
import { whoseWords } from '../words/inbox.ts';
import { InboxFilters } from './inbox-filters.tsx';

export interface InboxHeadProps {
  filter: string;
  identities: readonly Address[];
  inboxes: Readonly<Record<string, InboxCount>>;
  sifting: Draft<Sifting>;
  fetching: InboxFetch;
  go: Go;
}

export function InboxHead({ filter, identities, inboxes, sifting, fetching, go }: InboxHeadProps) {
  const [open, setOpen] = useState(false);
  const { value, set } = sifting;
  const filters = siftedBy(value);
  return (
    <>
      <div class="listing-head">
        <select
          class="filter"
          aria-label={t('inboxFilter')}
          value={filter}
          onChange={(event) => go({ tab: 'inbox', id: event.currentTarget.value })}
        >
          <option value="">{t('inboxAll')}</option>
          {identities.map((identity) => (
            <option key={identity.id} value={identity.id}>
              {whoseWords(identity.label || identity.email, inboxes[identity.id])}
            </option>
          ))}
        </select>
        <Button
          kind="quiet"
          icon="refresh"
          label={t('actionRefresh')}
          busy={fetching.pulling}
          onClick={fetching.pull}
        />
        {identities.length > 0 && (
          <Button
            kind="quiet"
            icon="plus"
            label={t('inboxWrite')}
            onClick={() => go({ tab: 'inbox', screen: 'new', id: `\n${filter}` })}
          />
        )}
      </div>
      <div class="listing-search">
        <SearchField label={t('inboxSearch')} value={value.query} onValue={(query) => set({ query })} />
        <Button
          kind={filters > 0 ? 'plain' : 'quiet'}
          icon="filter"
          label={filters > 0 ? tn('filtersSet', filters) : t('filters')}
          expanded={open}
          onClick={() => setOpen(!open)}
        />
      </div>
      {open && <InboxFilters value={value} onChange={set} />}
    </>
  );
}
