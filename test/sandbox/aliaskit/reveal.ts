// Operation 21 of the contract (§6.4): a card's blob handed out, counted against its budget and the account's day, every attempt
// written down. The documents name no refusal; these are the contract's decisions.
import type { World } from '../world/world.ts';
import { type Call, ok, type Reply } from './call.ts';
import { remainingOf, revealShape } from './card-shapes.ts';
import { cancelled, cardOf, tellCard } from './cards.ts';
import { ApiError } from './errors.ts';
import { wholeField } from './fields.ts';
import { retryAfter } from './rate-limit.ts';
import type { CardRow, RevealRow } from './rows.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Reveals of an account since the last midnight (UTC). */
function revealsToday({ state }: World, account: string, now: number): number {
  const midnight = Math.floor(now / DAY) * DAY;
  return state.vaults.reveals.filter(
    (row) => row.type === 'reveal' && row.account === account && row.at >= midnight,
  ).length;
}

const REFUSALS: Record<Exclude<RevealRow['reason'], null>, (world: World, now: number) => ApiError> = {
  daily_cap: (world, now) =>
    new ApiError({
      type: 'rate_limited',
      code: 'card_reveal_limit',
      message: 'Too many card reveals today',
      headers: retryAfter(world, Math.ceil((DAY - (now % DAY)) / 1000)),
    }),
  frozen: () => new ApiError({ type: 'conflict', code: 'card_frozen', message: 'This card is frozen' }),
  cancelled,
  budget_exceeded: () =>
    new ApiError({
      type: 'forbidden',
      code: 'card_budget_exceeded',
      param: 'amount_cents',
      message: 'The amount exceeds what is left of the budget',
    }),
};

function refusalOf(
  world: World,
  card: CardRow,
  amount: number | undefined,
  now: number,
): RevealRow['reason'] {
  if (revealsToday(world, card.account, now) >= world.state.settings.aliaskit.reveal_cap) return 'daily_cap';
  if (card.status !== 'active') return card.status;
  const remaining = remainingOf(card);
  return amount !== undefined && remaining !== null && amount > remaining ? 'budget_exceeded' : null;
}

export async function revealCard(call: Call): Promise<Reply> {
  const { world } = call;
  const card = cardOf(call);
  const amount = wholeField(await call.body(), 'amount_cents', 1, Number.MAX_SAFE_INTEGER);
  const now = world.now();
  const reason = refusalOf(world, card, amount, now);
  world.state.vaults.reveals.push({
    id: `txn_${world.random.alnum(8)}`,
    type: 'reveal',
    cardId: card.id,
    account: card.account,
    amountCents: amount ?? null,
    allowed: reason === null,
    reason,
    settled: false,
    at: now,
    ...call.asker,
  });
  world.changed();
  if (reason !== null) {
    tellCard(world, card, 'card.declined');
    throw REFUSALS[reason](world, now);
  }
  card.spentCents += amount ?? 0;
  tellCard(world, card, 'card.revealed');
  return ok(revealShape(card));
}
