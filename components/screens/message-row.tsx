// One message in the list: who, about what, to which identity, how long ago. Leans on words that make hostile text fit for one line.
import { t } from '../../lib/i18n.ts';
import type { MessageSummary } from '../../lib/model.ts';
import { Icon } from '../parts/icon.tsx';
import { Row } from '../parts/row.tsx';
import { cleanLine } from '../words/plain-text.ts';
import { ago } from '../words/time.ts';

export interface MessageRowProps {
  message: MessageSummary;
  /** The address of the identity it belongs to, where that is still known. */
  whose: string | undefined;
  now: number;
  onOpen: () => void;
}

export function MessageRow({ message, whose, now, onOpen }: MessageRowProps) {
  const unread = message.direction === 'inbound' && !message.read;
  return (
    <Row onOpen={onOpen} lead={<Lead channel={message.channel} unread={unread} />}>
      <span class={unread ? 'message-line message-unread' : 'message-line'}>
        <bdi class="cut">{partner(message)}</bdi>
        <span class="soft">{ago(message.receivedAt, now)}</span>
      </span>
      <bdi class="cut">{cleanLine(message.subject || message.snippet) || t('inboxNoSubject')}</bdi>
      <span class="soft cut">{whose ?? cleanLine(message.to)}</span>
    </Row>
  );
}

/** What it came by, with a dot on it until it is read: the names beside stand in one line, read or not. */
function Lead({ channel, unread }: { channel: MessageSummary['channel']; unread: boolean }) {
  return (
    <span class="message-lead">
      <Icon name={channel === 'sms' ? 'sms' : 'mail'} />
      {unread && (
        <span class="dot" role="img" aria-label={t('inboxUnread')}>
          {' '}
        </span>
      )}
    </span>
  );
}

/** The other side: the sender of what came, "to …" of what went. */
function partner(message: MessageSummary): string {
  return message.direction === 'inbound' ? cleanLine(message.from) : t('inboxTo', cleanLine(message.to));
}
