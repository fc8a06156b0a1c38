// Adding a card: checked and sealed on this device, then kept by the service as a blob and four digits. Leans on lib/cards for what
// was typed and on the provider for the rest; asked once, and after an answer that never came the identity's cards are looked at.
import { brandOf, cardCode } from '../cards/brand.ts';
import { isPlausible, parseExpiry } from '../cards/expiry.ts';
import { cardNumber, lastFour } from '../cards/number.ts';
import type { CardSecret } from '../cards/secret.ts';
import { AppError } from '../error.ts';
import type { NewCard, PaymentCard } from '../payment-card.ts';
import { sealCard } from '../providers/aliaskit/card-blob.ts';
import type { CardSlot, CardWish, RemoteCard } from '../providers/card-slot.ts';
import { listRecords } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';
import { onceOnly } from './once-only.ts';
import { cardFrom, keepCard, openWallet } from './open-card.ts';

/**
 * Errors: `rejected` with the field (`number`, `expiry`, `code`, `billing`) that cannot be right; `no-card-key`; those of the
 * service; `doubtful` where nobody can tell whether it was added.
 */
export async function createCard(
  u: Unlocked,
  typed: NewCard,
  now: number,
  signal?: AbortSignal,
): Promise<PaymentCard> {
  const secret = secretOf(typed, now);
  const { account, slot, identityId } = await openWallet(u, typed.addressId);
  if (account.cardKey === null) throw new AppError('no-card-key');
  const wish: CardWish = {
    sealed: sealCard(account.cardKey, identityId, secret),
    last4: lastFour(secret.number),
    ...(secret.brand === null ? {} : { brand: secret.brand }),
    ...(secret.expMonth === null ? {} : { expMonth: secret.expMonth }),
    ...(secret.expYear === null ? {} : { expYear: secret.expYear }),
    ...(typed.budgetCents === null ? {} : { budgetCents: typed.budgetCents }),
    ...(typed.name.trim() === '' ? {} : { name: typed.name.trim() }),
  };
  const known = await knownIds(u);
  const find = async (): Promise<RemoteCard | null> =>
    theNew(await slot.list(identityId, signal), wish, known);
  const owner = { accountId: account.id, addressId: typed.addressId };
  return onceOnly(u, 'card', typed.addressId, now, {
    print: JSON.stringify([wish.last4, wish.name ?? null, wish.budgetCents ?? null]),
    find: async () => {
      const remote = await find();
      return remote && keepCard(u, cardFrom(u, owner, remote, now));
    },
    act: async () =>
      keepCard(u, cardFrom(u, owner, await createOnce(slot, identityId, wish, find, signal), now)),
  });
}

/** The one card that nobody here knows yet and that is as it was wished; null where there is none, or more than one. */
function theNew(
  listed: readonly RemoteCard[],
  wish: CardWish,
  known: ReadonlySet<string>,
): RemoteCard | null {
  const [only, ...others] = listed.filter(
    (card) => !known.has(card.remoteId) && card.last4 === wish.last4 && card.name === (wish.name ?? null),
  );
  return others.length === 0 ? (only ?? null) : null;
}

/** What is sealed, from what was typed. Errors: `rejected` with the field. */
export function secretOf(typed: NewCard, now: number): CardSecret {
  const number = cardNumber(typed.number);
  if (number === null) throw new AppError('rejected', { field: 'number' });
  const expiry = parseExpiry(typed.expiry);
  if (expiry === null || !isPlausible(expiry, now)) throw new AppError('rejected', { field: 'expiry' });
  const brand = brandOf(number);
  const cvc = typed.code.trim() === '' ? null : cardCode(typed.code, brand);
  if (cvc === null && typed.code.trim() !== '') throw new AppError('rejected', { field: 'code' });
  const [first = '', ...others] = typed.holder.trim().split(/\s+/);
  const last = others.join(' ');
  const postcode = typed.postcode.trim();
  return {
    number,
    cvc,
    expMonth: expiry.month,
    expYear: expiry.year,
    brand: brand?.name ?? null,
    billing: {
      ...(first === '' ? {} : { first_name: first }),
      ...(last === '' ? {} : { last_name: last }),
      ...(postcode === '' ? {} : { address_postal_code: postcode }),
    },
  };
}

const knownIds = async (u: Unlocked): Promise<ReadonlySet<string>> =>
  new Set((await listRecords(u, 'card')).records.map(({ remoteId }) => remoteId));

async function createOnce(
  slot: CardSlot,
  identityId: string,
  wish: CardWish,
  find: () => Promise<RemoteCard | null>,
  signal?: AbortSignal,
): Promise<RemoteCard> {
  try {
    return await slot.create(identityId, wish, signal);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'doubtful') throw error;
    const found = await find().catch((failure: unknown) => {
      // The look failed as well: the doubt stays, and the next refresh will show what there is.
      if (failure instanceof AppError) return null;
      throw failure;
    });
    if (found === null) throw error;
    return found;
  }
}
