// Operations 18–20 and 22–27 of the contract (§6): cards made, listed, frozen, cancelled, limited, and their books. Believes a
// blob to be nothing but base64, and refuses whatever looks like a number in clear, so that a leaking client fails loudly.
import type { World } from '../world/world.ts';
import { type Call, created, ok, type Reply } from './call.ts';
import { cardShape, limitsShape, transactionShape } from './card-shapes.ts';
import { ApiError, invalid } from './errors.ts';
import { looseText, textField, wholeField } from './fields.ts';
import { identityOf, mayUse } from './identities.ts';
import { pageOf } from './paging.ts';
import { requireCardRoom } from './plans.ts';
import type { CardRow } from './rows.ts';

const MOST_BLOB = 16 * 1024;
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;
/** Nothing with such a name may ever arrive here. */
const CLEAR: readonly string[] = ['number', 'card_number', 'pan', 'cvc', 'cvv', 'cvc2', 'card_key', 'key'];

export const newestFirst = <Row extends { createdAt: number }>(rows: Iterable<Row>): Row[] =>
  [...rows].reverse().sort((a, b) => b.createdAt - a.createdAt);

function blobField(body: Record<string, unknown>): string {
  const blob = textField(body, 'encrypted_data', MOST_BLOB);
  if (blob === undefined || !BASE64.test(blob))
    throw invalid('encrypted_data', 'encrypted_data must be non-empty base64 of at most 16 KiB');
  return blob;
}

function readWish(body: Record<string, unknown>) {
  for (const name of CLEAR)
    if (Object.hasOwn(body, name)) throw invalid(name, `${name} must never be sent in clear`);
  const blob = blobField(body);
  const last4 = textField(body, 'last4', 4);
  if (last4 === undefined || !/^\d{4}$/.test(last4)) throw invalid('last4', 'last4 must hold four digits');
  return {
    blob,
    last4,
    brand: textField(body, 'brand', 40) ?? null,
    expMonth: wholeField(body, 'exp_month', 1, 12) ?? null,
    expYear: wholeField(body, 'exp_year', 2000, 2999) ?? null,
    budgetCents: wholeField(body, 'budget_cents', 0, Number.MAX_SAFE_INTEGER) ?? null,
    name: looseText(body, 'card_name') ?? null,
    source: looseText(body, 'card_source') ?? null,
  };
}

export async function createCard(call: Call): Promise<Reply> {
  const { world, key } = call;
  const identity = identityOf(call);
  const wish = readWish(await call.body());
  const { cards } = world.state.vaults;
  const held = [...cards.values()].filter((row) => row.account === key.account && row.status !== 'cancelled');
  requireCardRoom(key, held.length, world.state.settings.aliaskit.card_limit);
  let id: string;
  do id = `card_${world.random.alnum(6)}`;
  while (cards.has(id));
  const row: CardRow = {
    ...wish,
    id,
    identityId: identity.id,
    account: key.account,
    spentCents: 0,
    status: 'active',
    createdAt: world.now(),
  };
  cards.set(id, row);
  return created(cardShape(row));
}

export function listCards(call: Call): Reply {
  const identity = identityOf(call);
  const rows = [...call.world.state.vaults.cards.values()].filter((row) => row.identityId === identity.id);
  return ok({ data: newestFirst(rows).map(cardShape), has_more: false });
}

/** The card of the path; that of a deleted or foreign identity is 404 (§1.2, §3.5). */
export function cardOf(call: Call): CardRow {
  const row = call.world.state.vaults.cards.get(call.param('cardId'));
  if (row === undefined || !mayUse(call.world, call.key, row.identityId))
    throw new ApiError({ type: 'not_found', code: 'card_not_found', message: 'Card not found' });
  return row;
}

export const getCard = (call: Call): Reply => ok(cardShape(cardOf(call)));

export const cancelled = (): ApiError =>
  new ApiError({ type: 'conflict', code: 'card_cancelled', message: 'This card is cancelled for good' });

export function tellCard(world: World, row: CardRow, name: string): void {
  world.bus.tell({ identityId: row.identityId, event: { name, data: cardShape(row) } });
}

/** §6.5: active ⇄ frozen, both idempotent; nothing leads back from cancelled. */
const turn =
  (status: CardRow['status']) =>
  (call: Call): Reply => {
    const row = cardOf(call);
    if (row.status === 'cancelled') throw cancelled();
    row.status = status;
    // The blob goes for good; last four digits stay for the book.
    if (status === 'cancelled')
      Object.assign(row, { blob: null, brand: null, expMonth: null, expYear: null });
    tellCard(call.world, row, 'card.updated');
    return ok(cardShape(row));
  };

export const freezeCard = turn('frozen');
export const unfreezeCard = turn('active');
export const cancelCard = turn('cancelled');

export const getLimits = (call: Call): Reply => ok(limitsShape(cardOf(call)));

export async function setLimits(call: Call): Promise<Reply> {
  const row = cardOf(call);
  const body = await call.body();
  const lifted = body.budget_cents === null;
  const budget = lifted ? null : wholeField(body, 'budget_cents', 0, Number.MAX_SAFE_INTEGER);
  const reset = body.reset_spend;
  if (reset !== undefined && typeof reset !== 'boolean')
    throw invalid('reset_spend', 'reset_spend must be a boolean');
  if (budget === undefined && reset === undefined)
    throw invalid('budget_cents', 'budget_cents or reset_spend is required');
  if (row.status === 'cancelled') throw cancelled();
  if (budget !== undefined) row.budgetCents = budget;
  if (reset === true) row.spentCents = 0;
  tellCard(call.world, row, 'card.updated');
  return ok(limitsShape(row));
}

export function listTransactions(call: Call): Reply {
  const card = cardOf(call);
  // A reveal that the day's cap refused is in the audit, and no business of the card's.
  const rows = call.world.state.vaults.reveals.filter(
    (row) => row.cardId === card.id && row.reason !== 'daily_cap',
  );
  return ok(pageOf(rows.reverse(), call.query, transactionShape));
}
