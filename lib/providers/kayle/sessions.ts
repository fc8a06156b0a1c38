// The `checks` slot over Kayle's sessions (contract §7.3–7.5). Leans on the transport; always sends `share_fields`, because
// leaving them out asks for everything, and always with a JSON content type, because without one they are ignored.
import * as v from 'valibot';
import type { CheckWish } from '../../check.ts';
import { AppError } from '../../error.ts';
import type { CheckQuery, CheckSlot } from '../check-slots.ts';
import type { Transport } from '../http.ts';
import { check, checkData, createdCheck } from './session-shapes.ts';
import { pageOf } from './wire.ts';

export const SESSIONS_READ = 'sessions:read';
export const SESSIONS_WRITE = 'sessions:write';

/** Most the server gives, and fewest requests. */
const PAGE_SIZE = 100;

const checkPage = pageOf(check);

const STATUS_WORD: Readonly<Record<NonNullable<CheckQuery['status']>, string>> = {
  created: 'created',
  'in-progress': 'in_progress',
  succeeded: 'succeeded',
  failed: 'failed',
  expired: 'expired',
  cancelled: 'cancelled',
};

/** @returns the form of time that filters take: UTC with a `Z`, nothing else. */
export function instantText(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}

export const segment = (id: string): string => encodeURIComponent(id);

export function checkSlot(send: Transport): CheckSlot {
  return {
    create: (wish, signal) => create(send, wish, signal),

    async get(remoteId, signal) {
      const path = `/sessions/${segment(remoteId)}`;
      const ask = { method: 'GET', path, effect: 'read', scope: SESSIONS_READ, reply: checkData } as const;
      const check = await send(ask, signal);
      // Servers of the attempt era tell by its attempts how it ended, and list them only if asked to (contract §7.6).
      return check.status === 'completed'
        ? send({ ...ask, query: { include_attempts: true } }, signal)
        : check;
    },

    list: ({ after, createdFrom, createdTo, status, limit = PAGE_SIZE }, signal) => {
      const query = {
        limit,
        starting_after: after,
        created_from: instantText(createdFrom),
        created_to: instantText(createdTo),
        status: status === undefined ? undefined : STATUS_WORD[status],
      };
      return send(
        { method: 'GET', path: '/sessions', query, effect: 'read', scope: SESSIONS_READ, reply: checkPage },
        signal,
      );
    },

    cancel: (remoteId, signal) =>
      send(
        {
          method: 'POST',
          path: `/sessions/${segment(remoteId)}/cancel`,
          effect: 'change',
          scope: SESSIONS_WRITE,
          reply: v.pipe(
            v.unknown(),
            v.transform(() => undefined),
          ),
        },
        signal,
      ),
  };
}

function create(send: Transport, wish: CheckWish, signal?: AbortSignal) {
  // Not even an empty map: the server adds an id to it, so that nothing of a person is asked by an oversight of ours.
  if (Object.keys(wish.shareFields).length === 0)
    return Promise.reject(new AppError('rejected', { field: 'share_fields' }));
  const { redirectUrl, endpointIds } = wish;
  const body = {
    share_fields: wish.shareFields,
    ...(redirectUrl === undefined ? {} : { redirect_url: redirectUrl }),
    ...(endpointIds === undefined ? {} : { webhook_endpoint_id: endpointIds }),
  };
  return send(
    { method: 'POST', path: '/sessions', body, effect: 'create', scope: SESSIONS_WRITE, reply: createdCheck },
    signal,
  );
}
