// Mail and SMS of the identities: newest first, by identity, fetched when looked at and when asked; searched here as you type,
// and at the service on a click. Leans on inbox.list, pull and search; nothing polls here.
import { useEffect, useMemo } from 'preact/hooks';
import { fromWire } from '../../lib/error.ts';
import { t, tn } from '../../lib/i18n.ts';
import type { Address, Message } from '../../lib/model.ts';
import { fold } from '../../lib/search/fold.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { Row } from '../parts/row.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { VirtualList } from '../parts/virtual-list.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { useNow } from '../state/clock.ts';
import { useDraft } from '../state/draft.ts';
import type { Go, Place } from '../state/route.ts';
import { cleanLine } from '../words/plain-text.ts';
import { ago } from '../words/time.ts';
import { MessageView } from './message-view.tsx';
import { MessageWrite } from './message-write.tsx';

const ROW = 66;

/** In a list `place.id` is the identity whose messages are shown; else the message opened or answered, then that identity. */
export function Inbox({ place, go }: { place: Place; go: Go }) {
  const [id = '', filter = ''] = place.id.split('\n');
  if (place.screen === 'open') {
    const answer = () => go({ tab: 'inbox', screen: 'new', id: place.id });
    return <MessageView key={id} id={id} onBack={() => go({ tab: 'inbox', id: filter })} onAnswer={answer} />;
  }
  if (place.screen === 'new') {
    // Back to the message that is answered, if any.
    const back = () => go({ tab: 'inbox', screen: id ? 'open' : 'list', id: id ? place.id : filter });
    return <MessageWrite key={place.id} answered={id} from={filter} onBack={back} />;
  }
  return <MessageList filter={place.id} go={go} />;
}

function MessageList({ filter, go }: { filter: string; go: Go }) {
  const wanted = filter ? { addressId: filter } : {};
  const list = useAsk('inbox.list', wanted, ['inbox', 'vault']);
  const addresses = useAsk('addresses.list', { kind: 'identity' }, ['addresses']);
  const pull = useAsk('inbox.pull', wanted, []);
  const identities = useMemo(
    () => addresses.value?.addresses.filter(({ kind }) => kind === 'identity') ?? [],
    [addresses.value],
  );
  const search = useDraft('inbox.search', { query: '' });
  const service = useAct('inbox.search');
  const { query } = search.value;
  const messages = useMemo(() => matching(list.value?.messages ?? [], query), [list.value, query]);
  const unread = messages.filter(({ read }) => !read).length;
  const tell = useToast();
  const searchService = () =>
    service.run(async () => {
      const found = await ask('inbox.search', { ...wanted, query: query.trim() });
      tell(tn('inboxFound', found.messages.length, found.asked, found.of));
      if (found.trouble) throw fromWire(found.trouble);
    });
  const trouble = service.error ?? pull.error ?? pull.value?.trouble ?? list.error;
  useEffect(() => {
    if (pull.value) list.again();
  }, [pull.value, list.again]);
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
              {identity.label || identity.email}
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
          value={query}
          onValue={(value) => search.set({ query: value })}
        />
      </div>
      {unread > 0 && <p class="count">{unreadWords(unread, messages.length)}</p>}
      <Trouble error={trouble} acts={{ retry: pull.again }} />
      {(list.value?.damaged ?? 0) > 0 && (
        <p class="notice">{tn('damagedRecords', list.value?.damaged ?? 0)}</p>
      )}
      {!list.value && !list.error && <Skeleton rows={6} />}
      {list.value && messages.length === 0 && query.trim() !== '' && (
        <p class="count">{t('inboxNothingFound', query.trim())}</p>
      )}
      {list.value && messages.length === 0 && query.trim() === '' && !pull.busy && (
        <Nothing identities={identities} />
      )}
      {list.value && messages.length === 0 && query.trim() === '' && pull.busy && <Skeleton rows={3} />}
      {query.trim() !== '' && identities.length > 0 && (
        <div class="listing-search">
          <Button busy={service.busy} onClick={searchService}>
            {t('inboxSearchService', query.trim())}
          </Button>
        </div>
      )}
      {messages.length > 0 && (
        <Messages messages={messages} identities={identities} filter={filter} go={go} />
      )}
    </div>
  );
}

/** Fetched pages hold so many; there may be more unread beyond, and no route counts them. */
const PAGE = 20;

function unreadWords(unread: number, shown: number): string {
  return shown > 0 && shown % PAGE === 0 && unread === shown
    ? t('inboxUnreadMore', unread)
    : tn('inboxUnreadCount', unread);
}

/** Every word must occur in sender, subject or recipient; what the body says only the service searches. */
function matching(messages: Message[], query: string): Message[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return messages;
  return messages.filter(({ from, to, subject, snippet }) => {
    const text = fold(`${from} ${subject} ${to} ${snippet}`);
    return words.every((word) => text.includes(word));
  });
}

function Nothing({ identities }: { identities: Address[] }) {
  return identities.length === 0 ? (
    <EmptyState title={t('inboxNoneTitle')}>{t('inboxNoneText')}</EmptyState>
  ) : (
    <EmptyState title={t('inboxEmptyTitle')}>{t('inboxEmptyText')}</EmptyState>
  );
}

interface MessagesProps {
  messages: Message[];
  identities: Address[];
  filter: string;
  go: Go;
}

function Messages({ messages, identities, filter, go }: MessagesProps) {
  const now = useNow(60_000);
  const whose = useMemo(() => new Map(identities.map(({ id, email }) => [id, email])), [identities]);
  return (
    <VirtualList items={messages} rowHeight={ROW} keyOf={({ id }) => id} label={t('tabInbox')}>
      {(message) => (
        <Row
          onOpen={() => go({ tab: 'inbox', screen: 'open', id: `${message.id}\n${filter}` })}
          lead={<Icon name={message.channel === 'sms' ? 'sms' : 'mail'} />}
        >
          <span class={message.read ? 'message-line' : 'message-line message-unread'}>
            {!message.read && (
              <span class="dot" role="img" aria-label={t('inboxUnread')}>
                {' '}
              </span>
            )}
            <bdi class="cut">{partner(message)}</bdi>
            <span class="soft">{ago(message.receivedAt, now)}</span>
          </span>
          <bdi class="cut">{cleanLine(message.subject || message.snippet) || t('inboxNoSubject')}</bdi>
          <span class="soft cut">{whose.get(message.addressId) ?? cleanLine(message.to)}</span>
        </Row>
      )}
    </VirtualList>
  );
}

/** The other side: the sender of what came, "to …" of what went. */
function partner(message: Message): string {
  return message.direction === 'inbound' ? cleanLine(message.from) : t('inboxTo', cleanLine(message.to));
}
