// AliasKit mail and SMS as one inbox (contract §4, §5). Leans on the transport; marks nothing as read by itself, and asks
// for one message before any use of its body, because a list's snippet may end before the code.
import * as v from 'valibot';
import { AppError, type ErrorCode } from '../../error.ts';
import type { Channel } from '../../model.ts';
import type { Transport } from '../http.ts';
import type { InboxSlot, RemoteMessage } from '../provider.ts';
import { listOf } from '../shape.ts';
import { identityPath } from './identities.ts';
import { email, emailSummary, sms } from './shapes.ts';

const READ = 'messages:read';
const WRITE = 'messages:write';

/** A mail of 5 MB may come in both bodies, with every quote of its HTML escaped. */
const MESSAGE_BYTES = 24 * 1024 * 1024;

type Decoder = v.GenericSchema<unknown, RemoteMessage>;

const CHANNELS: Readonly<Record<Channel, { folder: string; item: Decoder; whole: Decoder }>> = {
  email: { folder: 'emails', item: emailSummary, whole: email },
  sms: { folder: 'sms', item: sms, whole: sms },
};

/** How servers say "this identity has no number" when SMS are listed (§5.1: an empty list is not promised). */
const NO_NUMBER: readonly ErrorCode[] = ['rejected', 'not-found', 'conflict', 'plan'];

type Of = Parameters<InboxSlot['list']>[0];

const folderPath = ({ remoteId, channel }: Of): string =>
  `${identityPath(remoteId)}/${CHANNELS[channel].folder}`;
const messagePath = (of: Of, messageId: string): string =>
  `${folderPath(of)}/${encodeURIComponent(messageId)}`;

export function inboxSlot(send: Transport): InboxSlot {
  return {
    async list(of, { offset = 0, limit = 20, unread }, signal) {
      const query = {
        limit,
        offset: offset === 0 ? undefined : offset,
        unread: unread === true ? true : undefined,
      };
      try {
        const { data: items, has_more } = await send(
          {
            method: 'GET',
            path: folderPath(of),
            query,
            effect: 'read',
            scope: READ,
            reply: listOf(CHANNELS[of.channel].item),
          },
          signal,
        );
        return { items, next: has_more && items.length > 0 ? offset + items.length : null };
      } catch (error) {
        const silent = error instanceof AppError && NO_NUMBER.includes(error.code);
        if (of.channel === 'sms' && silent) return { items: [], next: null };
        throw error;
      }
    },

    get: (of, messageId, signal) =>
      send(
        {
          method: 'GET',
          path: messagePath(of, messageId),
          effect: 'read',
          scope: READ,
          reply: CHANNELS[of.channel].whole,
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
      try {
        await send({ ...ask, method: 'PATCH' }, signal);
      } catch (error) {
        if (!(error instanceof AppError && error.detail.status === 405)) throw error;
        await send({ ...ask, method: 'PUT' }, signal);
      }
    },
  };
}
