// The user's own cards at AliasKit (contract §6): kept sealed, counted, frozen, cancelled. Leans on the transport; what goes out
// is a blob and four digits, and the card key is nowhere here. There is no route to rename a card or to change its blob.
import { AppError } from '../../error.ts';
import type { CardLimits, CardReveal, CardSlot, CardWish, RemoteCard } from '../card-slot.ts';
import type { Ask, Transport } from '../http.ts';
import { listOf } from '../shape.ts';
import { card, limits, reveal, transaction } from './card-shapes.ts';
import { identityPath } from './identities.ts';
import { listAll, readPage, trying } from './requests.ts';

const READ = 'cards:read';
const WRITE = 'cards:write';

/** The contract's assumed maximum (§1.3). */
const PAGE_SIZE = 100;

export function cardSlot(send: Transport): CardSlot {
  const folder = (identityId: string): string => `${identityPath(identityId)}/cards`;
  const path = (cardId: string, deed = ''): string => `/cards/${encodeURIComponent(cardId)}${deed}`;

  /** State changes may be repeated: the second one finds what it wants (§6.5). */
  const change = (cardId: string, deed: string, signal?: AbortSignal): Promise<RemoteCard> =>
    send(
      { method: 'POST', path: path(cardId, deed), body: {}, effect: 'change', scope: WRITE, reply: card },
      signal,
    );

  return {
    create: (identityId, wish, signal) =>
      send(
        {
          method: 'POST',
          path: folder(identityId),
          body: wireOf(wish),
          effect: 'create',
          scope: WRITE,
          reply: card,
        },
        signal,
      ),

    list: (identityId, signal) =>
      listAll(send, { path: folder(identityId), scope: READ }, listOf(card), signal),

    get: (cardId, signal) =>
      send({ method: 'GET', path: path(cardId), effect: 'read', scope: READ, reply: card }, signal),

    // A creation to the transport: it counts against the budget and the day, so that it is never asked twice unasked.
    async reveal(cardId, amountCents, signal): Promise<CardReveal> {
      if (amountCents !== null && !(Number.isSafeInteger(amountCents) && amountCents > 0))
        throw new AppError('rejected', { field: 'amount_cents' });
      return send(
        {
          method: 'POST',
          path: path(cardId, '/reveal'),
          body: amountCents === null ? {} : { amount_cents: amountCents },
          effect: 'create',
          scope: READ,
          reply: reveal,
        },
        signal,
      );
    },

    freeze: (cardId, signal) => change(cardId, '/freeze', signal),
    unfreeze: (cardId, signal) => change(cardId, '/unfreeze', signal),
    cancel: (cardId, signal) => change(cardId, '/cancel', signal),

    limits: (cardId, signal) =>
      send(
        { method: 'GET', path: path(cardId, '/limits'), effect: 'read', scope: READ, reply: limits },
        signal,
      ),

    // The method is inferred (§2, row 26).
    async setLimits(cardId, { budgetCents, resetSpent }, signal): Promise<CardLimits> {
      const body = {
        ...(budgetCents === undefined ? {} : { budget_cents: budgetCents }),
        ...(resetSpent === true ? { reset_spend: true } : {}),
      };
      if (Object.keys(body).length === 0) throw new AppError('rejected', { field: 'budget_cents' });
      const ask: Omit<Ask<typeof limits>, 'method'> = {
        path: path(cardId, '/limits'),
        body,
        effect: 'change',
        scope: WRITE,
        reply: limits,
      };
      return trying(['PATCH', 'PUT', 'POST'], (method) => send({ ...ask, method }, signal));
    },

    transactions: (cardId, offset, signal) =>
      readPage(
        send,
        { path: path(cardId, '/transactions'), query: { limit: PAGE_SIZE }, scope: READ },
        listOf(transaction),
        offset,
        signal,
      ),
  };
}

/** §6.1. Members are sent only where known; `card_source` is another client's. */
const wireOf = ({ sealed, last4, brand, expMonth, expYear, budgetCents, name }: CardWish) => ({
  encrypted_data: sealed,
  last4,
  brand,
  exp_month: expMonth,
  exp_year: expYear,
  budget_cents: budgetCents,
  card_name: name,
});
