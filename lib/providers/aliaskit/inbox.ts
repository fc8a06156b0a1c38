// AliasKit mail and SMS as one inbox (contract §4, §5). Leans on the transport; marks nothing as read by itself, and asks
// for one message before any use of its body, because a list's snippet may end before the code.
import * as v from 'valibot';
import { AppError, type ErrorCode } from '../../error.ts';
import type { Channel } from '../../model.ts';
import type { Ask, Transport } from '../http.ts';
import type { Folder, InboxSlot, MailSearch, MessageDraft, RemoteMessage } from '../inbox-slot.ts';
import { listOf } from '../shape.ts';
import { identityPath } from './identities.ts';
import { email, emailSummary, sms } from './message-shapes.ts';
import { readPage, removeUnlessGone, trying } from './requests.ts';

const READ = 'messages:read';
const WRITE = 'messages:write';

/** A mail of 5 MB may come in both bodies, with every quote of its HTML escaped. */
const MESSAGE_BYTES = 24 * 1024 * 1024;

type Decoder = v.GenericSchema<unknown, RemoteMessage>;

type Shape = (missing: RemoteMessage['direction']) => Decoder;

const CHANNELS: Readonly<Record<Channel, { folder: string; item: Shape; whole: Shape }>> = {
  email: { folder: 'emails', item: emailSummary, whole: email },
  sms: { folder: 'sms', item: sms, whole: sms },
};

/** How servers say "this identity has no number" when SMS are listed (§5.1: an empty list is not promised). */
const NO_NUMBER: readonly ErrorCode[] = ['rejected', 'not-found', 'conflict', 'plan'];

const folderPath = ({ remoteId, channel }: Folder): string =>
  `${identityPath(remoteId)}/${CHANNELS[channel].folder}`;
const messagePath = (of: Folder, messageId: string): string =>
  `${folderPath(of)}/${encodeURIComponent(messageId)}`;

export function inboxSlot(send: Transport): InboxSlot {
  return {
    async list(of, { offset = 0, limit = 20, unread, direction }, signal) {
      // Without a filter the list of mail holds what was received, that of SMS both (§4.1, §5.1).
      const sent = direction === 'outbound' && of.channel === 'email' ? direction : undefined;
      const query = { limit, unread: unread === true ? true : undefined, direction: sent };
      const reply = listOf(CHANNELS[of.channel].item(sent ?? 'inbound'));
      try {
        return await readPage(send, { path: folderPath(of), query, scope: READ }, reply, offset, signal);
      } catch (error) {
        const silent = error instanceof AppError && NO_NUMBER.includes(error.code);
        if (of.channel === 'sms' && silent) return { items: [], next: null };
        throw error;
      }
    },

    async search(remoteId, search, signal) {
      const { offset = 0, limit = 20 } = search;
      const path = `${identityPath(remoteId)}/emails/search`;
      const query = { limit, ...searchQuery(search) };
      return readPage(send, { path, query, scope: READ }, listOf(emailSummary('inbound')), offset, signal);
    },

    get: (of, messageId, signal) =>
      send(
        {
          method: 'GET',
          path: messagePath(of, messageId),
          effect: 'read',
          scope: READ,
          reply: CHANNELS[of.channel].whole('inbound'),
          maxBytes: MESSAGE_BYTES,
        },
        signal,
      ),

    // The method is inferred (§2, rows 11 and 16): PATCH first, PUT where a server knows only that.
    async markRead(of, messageId, read, signal) {
      const ask = {
        path: messagePath(of, messageId),
        body: { read },
        effect: 'change',
        scope: WRITE,
        reply: v.unknown(),
        maxBytes: MESSAGE_BYTES,
      } as const;
      await trying(['PATCH', 'PUT'], (method) => send({ ...ask, method }, signal));
    },

    remove: (of, messageId, signal) => removeUnlessGone(send, messagePath(of, messageId), WRITE, signal),

    send: (remoteId, draft, signal) => send(sending(remoteId, draft), signal),
  };
}

/** §4.6: at least one filter, or the server would refuse; times as ISO 8601. */
function searchQuery({ query, from, after, before }: MailSearch): NonNullable<Ask['query']> {
  const words = query?.trim() || undefined;
  const sender = from?.trim() || undefined;
  if (words === undefined && sender === undefined && after === undefined && before === undefined)
    throw new AppError('rejected', { field: 'query' });
  return { query: words, from: sender, after: isoTime(after), before: isoTime(before) };
}

const isoTime = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : new Date(time).toISOString();

/** §4.2, §5.2. Of a mail with HTML the text goes along, for readers that show only that. */
function sending(remoteId: string, draft: MessageDraft): Ask<v.GenericSchema<unknown, RemoteMessage | null>> {
  const { channel, to, text } = draft;
  const body =
    channel === 'sms'
      ? { to, body: text }
      : {
          to,
          subject: draft.subject,
          body_text: text,
          ...(draft.html === undefined ? {} : { body_html: draft.html }),
        };
  return {
    method: 'POST',
    path: folderPath({ remoteId, channel }),
    body,
    effect: 'create',
    scope: WRITE,
    // An answer that shows no message is a yes all the same: calling it doubtful would make people send twice.
    reply: v.fallback(v.nullable(CHANNELS[channel].whole('outbound')), null),
    maxBytes: MESSAGE_BYTES,
  };
}
