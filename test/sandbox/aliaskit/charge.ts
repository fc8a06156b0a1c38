// What a bank would do with a payment, for the demo checkout: finds the card by its last digits and takes the money if it was
// declared at a reveal, or still fits the budget. AliasKit itself moves no money (contract §6); this is where the sandbox makes a
// wrong amount visible.
import type { World } from '../world/world.ts';
import { remainingOf } from './card-shapes.ts';
import { newestFirst, tellCard } from './cards.ts';
import type { CardRow, Refusal, RevealRow } from './rows.ts';

/** How long a declared amount waits for its payment. */
const DECLARED_FOR = 15 * 60 * 1000;

export type Charged = { taken: true } | { taken: false; why: Refusal };

/** @returns null where no card of AliasKit ends so: another bank's business */
export function charge(world: World, last4: string, amountCents: number): Charged | null {
  const cards = [...world.state.vaults.cards.values()].filter((card) => card.last4 === last4);
  const [newest] = newestFirst(cards);
  const card = newestFirst(cards.filter(({ status }) => status !== 'cancelled'))[0] ?? newest;
  if (card === undefined) return null;
  const answer = settle(world, card, amountCents);
  world.state.vaults.charges.push({
    cardId: card.id,
    amountCents,
    at: world.now(),
    why: answer.taken ? null : answer.why,
  });
  tellCard(world, card, answer.taken ? 'card.updated' : 'card.declined');
  world.changed();
  return answer;
}

function settle(world: World, card: CardRow, amountCents: number): Charged {
  if (card.status !== 'active') return { taken: false, why: card.status };
  const declared = declaredFor(world, card);
  // What was declared is spent already; only what goes beyond it is new.
  const beyond = Math.max(0, amountCents - (declared?.amountCents ?? 0));
  const remaining = remainingOf(card);
  const fits = remaining === null || beyond <= remaining;
  if (beyond > 0) book(world, card, beyond, fits);
  if (!fits) return { taken: false, why: 'budget_exceeded' };
  card.spentCents += beyond;
  if (declared !== undefined) declared.settled = true;
  return { taken: true };
}

const declaredFor = ({ state, now }: World, card: CardRow): RevealRow | undefined =>
  state.vaults.reveals.findLast(
    (row) =>
      row.cardId === card.id &&
      row.type === 'reveal' &&
      row.allowed &&
      row.amountCents !== null &&
      !row.settled &&
      row.at > now() - DECLARED_FOR,
  );

function book(world: World, card: CardRow, amountCents: number, fits: boolean): void {
  world.state.vaults.reveals.push({
    id: `txn_${world.random.alnum(8)}`,
    type: 'charge',
    cardId: card.id,
    account: card.account,
    amountCents,
    allowed: fits,
    reason: fits ? null : 'budget_exceeded',
    settled: true,
    at: world.now(),
    ip: '',
    userAgent: '',
  });
}
