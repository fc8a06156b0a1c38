// anon.li aliases (contract §1.6). Leans on the transport; creations of one account wait for each other, since the service
// fails when asked in parallel, and none is repeated. The site never leaves: labels are sealed by labels.ts, and refused by
// the server when an alias is made.
import * as v from 'valibot';
import { AppError } from '../../error.ts';
import { localPartTrouble } from '../../local-part.ts';
import type { Transport } from '../http.ts';
import type { AliasSlot, AliasWish, LabelSlot, RemoteAddress, SealedTexts } from '../provider.ts';
import { inTurn } from '../turns.ts';
import { METADATA_FIELDS, type MetadataField, openEnvelope, sealEnvelope } from './envelope.ts';
import { alias, aliasPage } from './shapes.ts';

const SCOPE = 'alias';
/** The service's most; each page costs one request of the month. */
const PAGE_SIZE = 100;
/** A server that knows no pages gives all at once: a hundred thousand labelled ones are some 60 MB. */
const MOST_BYTES = 80 * 1024 * 1024;

const isFull = ({ length }: readonly unknown[]): boolean => length === PAGE_SIZE;
const aliasPath = (remoteId: string): string => `/alias/${encodeURIComponent(remoteId)}`;

/** @param accountId under which creations queue */
export function aliasSlot(send: Transport, accountId: string) {
  return {
    create: (wish, signal) => inTurn(`anonli ${accountId}`, () => create(send, wish, signal)),

    async list(offset, signal) {
      const { items, more, total } = await send(
        {
          method: 'GET',
          path: '/alias',
          query: { limit: PAGE_SIZE, offset },
          effect: 'read',
          scope: SCOPE,
          reply: aliasPage,
          maxBytes: MOST_BYTES,
        },
        signal,
      );
      const end = offset + items.length;
      // One page too many is asked for rather than one too few. Where the server says nothing, a full page may have another behind
      // it; `walk` ends if it brings nothing new.
      const isMore = more === true || (total === null ? more === null && isFull(items) : total > end);
      return { items, next: isMore && items.length > 0 ? end : null, total };
    },

    get: (remoteId, signal) =>
      send({ method: 'GET', path: aliasPath(remoteId), effect: 'read', scope: SCOPE, reply: alias }, signal),

    setActive: (remoteId, active, signal) => change(send, remoteId, { active }, signal),

    setRecipients: (remoteId, ids, signal) =>
      // An empty list is refused; the empty id is the default recipient's.
      change(send, remoteId, ids.length === 0 ? { recipient_id: '' } : { recipient_ids: ids }, signal),

    async remove(remoteId, signal) {
      try {
        await send(
          {
            method: 'DELETE',
            path: aliasPath(remoteId),
            effect: 'change',
            scope: SCOPE,
            reply: v.unknown(),
          },
          signal,
        );
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'not-found')) throw error;
      }
    },
  } satisfies AliasSlot;
}

function create(send: Transport, wish: AliasWish, signal?: AbortSignal): Promise<RemoteAddress> {
  const { localPart, domain, recipientIds, format } = wish;
  if (localPart !== undefined && localPartTrouble(localPart) !== null)
    return Promise.reject(new AppError('rejected', { field: 'local_part' }));
  // The quick way takes little else than a domain: a format is refused there, and recipients by some.
  const quick = localPart === undefined && format === undefined && recipientIds === undefined;
  const body = {
    ...(format === undefined ? {} : { format }),
    ...(localPart === undefined ? {} : { format: 'custom', local_part: localPart }),
    ...(domain === undefined ? {} : { domain }),
    ...(recipientIds === undefined ? {} : { recipient_ids: recipientIds }),
  };
  const query = quick ? { generate: true } : {};
  return send(
    { method: 'POST', path: '/alias', query, body, effect: 'create', scope: SCOPE, reply: alias },
    signal,
  );
}

function change(send: Transport, remoteId: string, body: object, signal?: AbortSignal) {
  return send(
    { method: 'PATCH', path: aliasPath(remoteId), body, effect: 'change', scope: SCOPE, reply: alias },
    signal,
  );
}

/** @param key the vault key, 32 bytes */
export function labelSlot(send: Transport, key: Uint8Array): LabelSlot {
  const open = (remoteId: string, field: MetadataField, sealed: SealedTexts): string | null => {
    const envelope = sealed[field];
    if (sealed.unknown) return null;
    return envelope === null ? '' : openEnvelope(key, remoteId, field, envelope);
  };
  return {
    open: (remoteId, sealed) => ({
      label: open(remoteId, 'label', sealed),
      note: open(remoteId, 'note', sealed),
    }),

    async set(remoteId, texts, signal) {
      const body = METADATA_FIELDS.flatMap((field) => {
        const text = texts[field];
        if (text === undefined) return [];
        return [[`encrypted_${field}`, text === '' ? null : sealEnvelope(key, remoteId, field, text)]];
      });
      return change(send, remoteId, Object.fromEntries(body), signal);
    },
  };
}
