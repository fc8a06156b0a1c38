// The list of messages: of one identity or of all, narrowed as you type, fetched when looked at and when asked, and searched at the
// service on a click. Leans on inbox.list for a screenful at a time; nothing polls here.
import { useMemo, useState } from 'preact/hooks';
import { fromWire } from '../../lib/error.ts';
import { t, tn } from '../../lib/i18n.ts';
import type { InboxCount } from '../../lib/message-query.ts';
import type { Address, MessageSummary } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Progress } from '../parts/progress.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { VirtualList } from '../parts/virtual-list.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { useNow } from '../state/clock.ts';
import { queryOf, searchOf, siftedBy, useSifting } from '../state/message-filter.ts';
import { useMessagePages } from '../state/message-pages.ts';
import type { Paged } from '../state/paged.ts';
import type { Go } from '../state/route.ts';
import { countWords, unreadOf, whoseWords } from '../words/inbox.ts';
import { InboxFilters } from './inbox-filters.tsx';
import { MessageRow } from './message-row.tsx';

const ROW = 66;
const keyOf = ({ id }: MessageSummary) => id;
const NO_COUNTS: Readonly<Record<string, InboxCount>> = {};

/** @param filter the identity whose messages are shown, or `''` for all */
export function InboxList({ filter, go }: { filter: string; go: Go }) {
  const wanted = filter ? { addressId: filter } : {};
  const sifting = useSifting();
  const [open, setOpen] = useState(false);
  const query = queryOf(sifting.value, filter);
  const pages = useMessagePages(query);
  const counts = useAsk('inbox.counts', {}, ['inbox', 'vault']);
  const addresses = useAsk('addresses.list', { kind: 'identity' }, ['addresses']);
  const pull = useAsk('inbox.pull', wanted, []);
  const further = useAct('inbox.pull');
  const tell = useToast();
  const identities = useMemo(
    () => addresses.value?.addresses.filter(({ kind }) => kind === 'identity') ?? [],
    [addresses.value],
  );
  const inboxes = counts.value?.inboxes ?? NO_COUNTS;
  const search = searchOf(sifting.value);
  const canAsk = Object.keys(search).length > 0 && identities.length > 0;
  const narrowed = sifting.value.query.trim() !== '' || siftedBy(sifting.value) > 0;
  const { page } = pages;
  const fetchOlder = () =>
    further.run(async () => {
      const { fetched, trouble } = await ask('inbox.pull', { addressId: filter, older: true });
      if (trouble) throw fromWire(trouble);
      if (fetched === 0) tell(t('inboxNoneOlder'));
    });
  const searchService = () =>
    further.run(async () => {
      const { found, asked, of, trouble } = await ask('inbox.search', { ...wanted, ...search });
      tell(tn('inboxFound', found, asked, of));
      if (trouble) throw fromWire(trouble);
    });
  const { value: pulled } = pull;
  const trouble = further.error ?? pull.error ?? (pulled?.trouble ? fromWire(pulled.trouble) : null);
  return (
    <div class="listing">
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
          busy={pull.busy}
          onClick={pull.again}
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
        <SearchField
          label={t('inboxSearch')}
          value={sifting.value.query}
          onValue={(value) => sifting.set({ query: value })}
        />
        <Button
          kind={siftedBy(sifting.value) > 0 ? 'plain' : 'quiet'}
          icon="filter"
          label={siftedBy(sifting.value) > 0 ? tn('filtersSet', siftedBy(sifting.value)) : t('filters')}
          expanded={open}
          onClick={() => setOpen(!open)}
        />
      </div>
      {open && <InboxFilters value={sifting.value} onChange={sifting.set} />}
      <Trouble error={trouble} acts={{ retry: pull.again }} />
      <Trouble error={pages.error} acts={{ retry: pages.again }} />
      <Summary
        page={page}
        narrowed={narrowed}
        unread={counts.value ? unreadOf(inboxes, filter, identities) : null}
      />
      {pulled && pulled.asked < pulled.of && !pulled.trouble && (
        <p class="count">{t('inboxAskedSome', pulled.asked, pulled.of)}</p>
      )}
      {(!page || (page.of === 0 && pull.busy)) && !pages.error && <Skeleton rows={6} />}
      {page?.of === 0 && !page.building && !pull.busy && <Nothing identities={identities} />}
      {page && page.total === 0 && page.of > 0 && !page.building && narrowed && (
        <p class="count">{t('inboxNothingFound')}</p>
      )}
      {canAsk && (
        <div class="listing-search">
          <Button busy={further.busy} onClick={searchService}>
            {t('inboxSearchService')}
          </Button>
        </div>
      )}
      {pages.items.length > 0 && (
        <Messages key={JSON.stringify(query)} pages={pages} identities={identities} filter={filter} go={go} />
      )}
      {filter !== '' && inboxes[filter]?.more && !narrowed && page !== null && page.total > 0 && (
        <div class="listing-foot">
          <Button kind="quiet" busy={further.busy} onClick={fetchOlder}>
            {t('inboxOlder')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface SummaryProps {
  page: Paged<MessageSummary>['page'];
  narrowed: boolean;
  unread: InboxCount | null;
}

function Summary({ page, narrowed, unread }: SummaryProps) {
  if (!page) return null;
  if (page.building) {
    return (
      <div class="listing-progress">
        <Progress label={t('inboxOpening')} {...page.building} />
      </div>
    );
  }
  return (
    <>
      {page.damaged > 0 && <p class="notice">{tn('damagedRecords', page.damaged)}</p>}
      {page.total > 0 && (
        <p class="count" role="status">
          {countWords(page.total, narrowed, unread)}
        </p>
      )}
    </>
  );
}

function Nothing({ identities }: { identities: Address[] }) {
  return identities.length === 0 ? (
    <EmptyState title={t('inboxNoneTitle')}>{t('inboxNoneText')}</EmptyState>
  ) : (
    <EmptyState title={t('inboxEmptyTitle')}>{t('inboxEmptyText')}</EmptyState>
  );
}

interface MessagesProps {
  pages: Paged<MessageSummary>;
  identities: Address[];
  filter: string;
  go: Go;
}

function Messages({ pages, identities, filter, go }: MessagesProps) {
  const now = useNow(60_000);
  const whose = useMemo(() => new Map(identities.map(({ id, email }) => [id, email])), [identities]);
  return (
    <VirtualList items={pages.items} rowHeight={ROW} keyOf={keyOf} label={t('tabInbox')} onRange={pages.look}>
      {(message) => (
        <MessageRow
          message={message}
          whose={whose.get(message.addressId)}
          now={now}
          onOpen={() => go({ tab: 'inbox', screen: 'open', id: `${message.id}\n${filter}` })}
        />
      )}
    </VirtualList>
  );
}
