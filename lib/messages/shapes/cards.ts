// How the arguments of the calls in app/cards.ts are read. Leans on valibot; total over the interface.
import * as v from 'valibot';
import { CARD_ROLES } from '../../checkout.ts';
import type { CardCalls } from '../app/cards.ts';
import type { Shapes } from '../server.ts';
import { id, name, none, text } from './parts.ts';

const cents = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(100_000_000_00));
const amount = v.nullable(v.pipe(cents, v.minValue(1)));

export const cardShapes: Shapes<CardCalls> = {
  'cards.list': none,
  'cards.pull': v.object({ addressId: v.exactOptional(id) }),
  'cards.add': v.object({
    addressId: id,
    number: text(40),
    expiry: text(20),
    code: text(8),
    holder: name,
    postcode: text(20),
    budgetCents: v.nullable(cents),
    name,
  }),
  'cards.change': v.object({ id, deed: v.picklist(['freeze', 'unfreeze', 'cancel']) }),
  'cards.refresh': v.object({ id }),
  'cards.rename': v.object({ id, label: name }),
  'cards.limit': v.object({
    id,
    budgetCents: v.exactOptional(v.nullable(cents)),
    resetSpent: v.exactOptional(v.boolean()),
  }),
  'cards.book': v.object({ id, offset: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
  'cards.reveal': v.object({ id, amountCents: amount }),
  'cards.makeKey': v.object({ accountId: id }),
  'cards.importKey': v.object({ accountId: id, key: text(500), replace: v.boolean() }),
  'cards.showKey': v.object({ accountId: id }),
  'pay.read': none,
  'pay.fill': v.object({
    cardId: id,
    amountCents: amount,
    origin: text(300),
    frames: v.pipe(
      v.array(
        v.object({
          frameId: v.number(),
          documentId: id,
          origin: text(300),
          roles: v.pipe(v.array(v.picklist(CARD_ROLES)), v.maxLength(CARD_ROLES.length)),
        }),
      ),
      v.maxLength(20),
    ),
  }),
};
