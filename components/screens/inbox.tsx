// Mail and SMS of the identities: newest first, by identity, fetched when looked at and when asked. Leans on inbox.list and
// inbox.pull; nothing polls here.
import { useEffect, useMemo } from 'preact/hooks';
import { t, tn } from '../../lib/i18n.ts';
import type { Address, Message } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { Row } from '../parts/row.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { VirtualList } from '../parts/virtual-list.tsx';
import { useAsk } from '../state/ask.ts';
import { useNow } from '../state/clock.ts';
import type { Go, Place } from '../state/route.ts';
import { cleanLine } from '../words/plain-text.ts';
import { ago } from '../words/time.ts';
import { MessageView } from './message-view.tsx';

const ROW = 66;

/** In a list `place.id` is the identity whose messages are shown; in an opened one the message, then the identity. */
export function Inbox({ place, go }: { place: Place; go: Go }) {
  if (place.screen === 'open') {
    const [id = '', filter = ''] = place.id.split('\n');
    return <MessageView key={id} id={id} onBack={() => go({ tab: 'inbox', id: filter })} />;
  }
  return <MessageList filter={place.id} go={go} />;
}

function MessageList({ filter, go }: { filter: string; go: Go }) {
  const wanted = filter ? { addressId: filter } : {};
  const list = useAsk('inbox.list', wanted, ['inbox', 'vault']);
  const addresses = useAsk('addresses.list', {}, ['addresses']);
  const pull = useAsk('inbox.pull', wanted, []);
  const identities = useMemo(
    () => addresses.value?.addresses.filter(({ kind }) => kind === 'identity') ?? [],
    [addresses.value],
  );
  const messages = list.value?.messages ?? [];
  const trouble = pull.error ?? pull.value?.trouble ?? list.error;
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
      </div>
      <Trouble error={trouble} acts={{ retry: pull.again }} />
      {(list.value?.damaged ?? 0) > 0 && (
        <p class="notice">{tn('damagedRecords', list.value?.damaged ?? 0)}</p>
      )}
      {!list.value && !list.error && <Skeleton rows={6} />}
      {list.value && messages.length === 0 && !pull.busy && <Nothing identities={identities} />}
      {list.value && messages.length === 0 && pull.busy && <Skeleton rows={3} />}
      {messages.length > 0 && (
        <Messages messages={messages} identities={identities} filter={filter} go={go} />
      )}
    </div>
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
