// The cards' part of what our own pages may ask, one line a call. Leans on lib/actions and, for the checkout, on ../checkout.ts.
import { importCardKey, makeCardKey, readCardKey } from '../../../lib/actions/card-keys.ts';
import {
  changeCard,
  limitCard,
  listCards,
  pullCards,
  readBook,
  refreshCard,
  renameCard,
} from '../../../lib/actions/cards.ts';
import { createCard } from '../../../lib/actions/create-card.ts';
import { revealCard } from '../../../lib/actions/reveal-card.ts';
import { toWire } from '../../../lib/error.ts';
import type { CardCalls } from '../../../lib/messages/app/cards.ts';
import type { AppSender } from '../../../lib/messages/sender.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { requireUnlocked } from '../../../lib/vault/vault.ts';
import { announce } from '../changes.ts';
import { payWith, readCheckout } from '../checkout.ts';

export const cardCalls: Handlers<CardCalls, AppSender> = {
  'cards.list': async () => ({ cards: await listCards(await requireUnlocked()) }),
  'cards.pull': async ({ addressId }) => {
    const u = await requireUnlocked();
    const trouble = await pullCards(u, addressId ?? null, Date.now());
    announce('cards');
    return { cards: await listCards(u), trouble: trouble && toWire(trouble) };
  },
  'cards.add': async (typed) => {
    const card = await createCard(await requireUnlocked(), typed, Date.now());
    announce('cards');
    return { card };
  },
  'cards.change': async ({ id, deed }) => {
    const card = await changeCard(await requireUnlocked(), id, deed, Date.now());
    announce('cards');
    return { card };
  },
  'cards.refresh': async ({ id }) => {
    const card = await refreshCard(await requireUnlocked(), id, Date.now());
    announce('cards');
    return { card };
  },
  'cards.rename': async ({ id, label }) => {
    const card = await renameCard(await requireUnlocked(), id, label);
    announce('cards');
    return { card };
  },
  'cards.limit': async ({ id, ...change }) => {
    const card = await limitCard(await requireUnlocked(), id, change, Date.now());
    announce('cards');
    return { card };
  },
  'cards.book': async ({ id, offset }) => readBook(await requireUnlocked(), id, offset),
  'cards.reveal': async ({ id, amountCents }) => {
    const { secret, card } = await revealCard(await requireUnlocked(), id, amountCents, Date.now());
    announce('cards');
    return { number: secret.number, code: secret.cvc, card };
  },
  'cards.makeKey': async ({ accountId }) => {
    const key = await makeCardKey(await requireUnlocked(), accountId);
    announce('accounts');
    return { key };
  },
  'cards.importKey': async ({ accountId, key, replace }) => {
    await importCardKey(await requireUnlocked(), accountId, key, replace);
    announce('accounts');
    return {};
  },
  'cards.showKey': async ({ accountId }) => ({ key: await readCardKey(await requireUnlocked(), accountId) }),
  'pay.read': async () => {
    await requireUnlocked();
    return readCheckout();
  },
  'pay.fill': (wish) => payWith(wish),
};
