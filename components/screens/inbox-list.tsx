// The list of messages: of one identity or of all, narrowed as you type, fetched when looked at and when asked, and searched at the
// service on a click. Leans on inbox.list for a screenful at a time; what comes is heard where there is a live line, and nothing polls.
import { useMemo } from 'preact/hooks';
import { t, tn } from '../../lib/i18n.ts';
import type { InboxCount } from '../../lib/message-query.ts';
import type { Address, MessageSummary } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Progress } from '../parts/progress.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { VirtualList } from '../parts/virtual-list.tsx';
import { ask, useAsk } from '../state/ask.ts';
import { useBeat } from '../state/beat.ts';
import { useNow } from '../state/clock.ts';
import { useInboxFetch } from '../state/inbox-fetch.ts';
import { queryOf, searchOf, siftedBy, useSifting } from '../state/message-filter.ts';
import { useMessagePages } from '../state/message-pages.ts';
import type { Paged } from '../state/paged.ts';
import type { Go } from '../state/route.ts';
import { countWords, unreadOf } from '../words/inbox.ts';
import { InboxHead } from './inbox-head.tsx';
import { MessageRow } from './message-row.tsx';
import { NothingYet } from './nothing-yet.tsx';

const ROW = 66;
const keyOf = ({ id }: MessageSummary) => id;
const NO_COUNTS: Readonly<Record<string, InboxCount>> = {};

const askInbox = (filter: string) => ask('inbox.beat', filter ? { addressId: filter } : {});

/** @param filter the identity whose messages are shown, or `''` for all */
export function InboxList({ filter, go }: { filter: string; go: Go }) {
  const sifting = useSifting();
  const query = queryOf(sifting.value, filter);
  const pages = useMessagePages(query);
  const { page } = pages;
  const ready = page !== null && page.building === null;
  const fetching = useInboxFetch(filter, ready);
  // What comes from now on is heard where the service has a live line; the list is asked for once that stands.
  useBeat(ready ? filter : null, askInbox);
  const counts = useAsk('inbox.counts', {}, ['inbox', 'vault']);
  const addresses = useAsk('addresses.list', { kind: 'identity' }, ['addresses']);
  const identities = useMemo(
    () => addresses.value?.addresses.filter(({ kind }) => kind === 'identity') ?? [],
    [addresses.value],
  );
  const inboxes = counts.value?.inboxes ?? NO_COUNTS;
  const search = searchOf(sifting.value);
  const narrowed = sifting.value.query.trim() !== '' || siftedBy(sifting.value) > 0;
  const { pulled, pulling } = fetching;
  const empty = page !== null && page.total === 0 && page.building === null;
  /** Nobody whose messages could be chosen, searched or fetched. */
  const nobody = addresses.value !== null && identities.length === 0 && empty && !narrowed;
  const waiting = page === null || (empty && !narrowed && (pulling || pulled === null));
  return (
    <div class="listing">
      {!nobody && (
        <InboxHead
          filter={filter}
          identities={identities}
          inboxes={inboxes}
          sifting={sifting}
          fetching={fetching}
          go={go}
        />
      )}
      <Trouble error={fetching.error} acts={{ retry: fetching.pull }} />
      <Trouble error={pages.error} acts={{ retry: pages.again }} />
      <Summary
        page={page}
        narrowed={narrowed}
        unread={counts.value ? unreadOf(inboxes, filter, identities) : null}
      />
      {pulled && pulled.asked < pulled.of && !pulled.trouble && (
        <p class="count">{t('inboxAskedSome', pulled.asked, pulled.of)}</p>
      )}
      {waiting && !pages.error && !fetching.error && <Skeleton rows={6} />}
      {empty && !narrowed && !waiting && !pulled?.trouble && <Nothing nobody={nobody} go={go} />}
      {empty && narrowed && <p class="count">{t('inboxNothingFound')}</p>}
      {Object.keys(search).length > 0 && identities.length > 0 && (
        <div class="listing-search">
          <Button busy={fetching.busy} onClick={() => fetching.search(search)}>
            {t('inboxSearchService')}
          </Button>
        </div>
      )}
      {pages.items.length > 0 && (
        <Messages key={JSON.stringify(query)} pages={pages} identities={identities} filter={filter} go={go} />
      )}
      {filter !== '' && inboxes[filter]?.more && !narrowed && page !== null && page.total > 0 && (
        <div class="listing-foot">
          <Button kind="quiet" busy={fetching.busy} onClick={fetching.older}>
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

function Nothing({ nobody, go }: { nobody: boolean; go: Go }) {
  return nobody ? (
    <NothingYet what="inbox" go={go} />
  ) : (
    <EmptyState icon="mail" title={t('inboxEmptyTitle')}>
      {t('inboxEmptyText')}
    </EmptyState>
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
