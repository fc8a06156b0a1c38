// The checkout in the tab in front of the user: reads what its documents hold, and sends a confirmed card to exactly those of them
// that were confirmed, each value to one. Leans on lib/actions for the card; decides nothing that the popup did not ask.

import { revealCard } from '../../lib/actions/reveal-card.ts';
import { rankAmounts } from '../../lib/cards/amount.ts';
import type { CardSecret } from '../../lib/cards/secret.ts';
import type { CardRole, Checkout, PayFrame, PayReceipt, PayWish } from '../../lib/checkout.ts';
import { AppError } from '../../lib/error.ts';
import type { PayLook, PayValues } from '../../lib/messages/contract.ts';
import type { FillOutcome } from '../../lib/model.ts';
import { type FrameTarget, injectIntoTab } from '../../lib/platform.ts';
import { siteOf } from '../../lib/site.ts';
import { requireUnlocked } from '../../lib/vault/vault.ts';
import { announce } from './changes.ts';
import { type CurrentTab, currentTab } from './current-tab.ts';
import { callTab } from './tab-calls.ts';

/** Errors: `no-access` where the browser keeps us out of the page. */
export async function readCheckout(): Promise<Checkout> {
  const { tab, site, origin } = await pageInFront();
  const targets = await enter(tab.tabId);
  const seen = await Promise.all(targets.map(async (target) => ({ target, said: await lookInto(target) })));
  const looks = seen.flatMap(({ target, said }) => (said === null ? [] : [{ target, said }]));
  const isOwn = (other: string): boolean => other === origin || siteOf(other) === site;
  const frames: PayFrame[] = looks
    .filter(({ said }) => said.roles.length > 0)
    .map(({ target: { frameId, documentId }, said }) => ({
      frameId,
      documentId,
      origin: said.origin,
      site: siteOf(said.origin),
      own: isOwn(said.origin),
      roles: said.roles,
    }));
  const entered = new Set(looks.map(({ said }) => said.origin));
  const complete = frames.some(({ roles }) => roles.includes('card-number'));
  const closed = [...new Set(looks.flatMap(({ said }) => said.closed))].filter((it) => !entered.has(it));
  // A frame of others may say any sum: it is asked only where the page itself says none.
  const sums = (own: boolean) =>
    rankAmounts(looks.flatMap(({ said }) => (isOwn(said.origin) === own ? said.amounts : [])));
  const ours = sums(true);
  const amounts = ours.length > 0 ? ours : sums(false);
  return { site, origin, frames, closed: complete ? [] : closed, amounts };
}

/**
 * One reveal, then each value into one document. What was revealed is dropped when the call ends.
 * Errors: `no-field` when the tab went elsewhere meanwhile (nothing is revealed then); those of `revealCard`.
 */
export async function payWith({ cardId, amountCents, origin, frames }: PayWish): Promise<PayReceipt> {
  const u = await requireUnlocked();
  const front = await pageInFront();
  if (front.origin !== origin || frames.length === 0) throw new AppError('no-field', { what: 'checkout' });
  const { tabId } = front.tab;
  // Looked at once more before anything is spent: a document that left takes no value, and costs none.
  const present = await Promise.all(
    frames.map(async (frame) => {
      const said = await lookInto({ tabId, ...frame });
      return said?.origin === frame.origin && frame.roles.every((role) => said.roles.includes(role));
    }),
  );
  if (present.includes(false)) throw new AppError('no-field', { what: 'checkout' });
  const { secret, card } = await revealCard(u, cardId, amountCents, Date.now());
  announce('cards');
  const filled: PayReceipt['filled'] = [];
  for (const { frame, values } of shareOut(frames, secret)) {
    // The tab may have gone on while the service was asked, or another one may be in front.
    const now = await pageInFront();
    if (now.origin !== origin || now.tab.tabId !== tabId) break;
    const outcomes = await typeInto({ tabId, ...frame }, frame, values);
    filled.push(...outcomes.map(({ role, outcome }) => ({ role, outcome, origin: frame.origin })));
  }
  const remainingCents = card.budgetCents === null ? null : card.budgetCents - card.spentCents;
  return { filled, remainingCents };
}

type Frame = PayWish['frames'][number];

/** A document that is gone by now is an outcome and no failure: the card was revealed, and others may have been filled. */
async function typeInto(
  target: FrameTarget,
  { origin, roles }: Frame,
  values: PayValues,
): Promise<{ role: CardRole; outcome: FillOutcome }[]> {
  try {
    return (await callTab(target, 'pay.type', { origin, values })).outcomes;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const meant = roles.filter((role) => values[VALUE_OF[role]] !== undefined);
    return meant.map((role) => ({ role, outcome: { kind: 'gone', reason: 'detached' } }));
  }
}

/** Which roles make one value: a date in parts goes where its first part goes. */
const VALUE_OF: Record<CardRole, keyof PayValues> = {
  'card-number': 'number',
  'card-expiry': 'expiry',
  'card-expiry-month': 'expiry',
  'card-expiry-year': 'expiry',
  'card-code': 'code',
  'card-name': 'name',
};

/** Every value to the first confirmed document that has a field for it, and to no other. */
function shareOut(frames: readonly Frame[], secret: CardSecret): { frame: Frame; values: PayValues }[] {
  const all = valuesOf(secret);
  const given = new Set<keyof PayValues>();
  return frames.map((frame) => {
    const wanted = new Set(frame.roles.map((role) => VALUE_OF[role]).filter((name) => !given.has(name)));
    for (const name of wanted) given.add(name);
    const values = Object.fromEntries(
      Object.entries(all).filter(([name]) => wanted.has(name as keyof PayValues)),
    );
    return { frame, values };
  });
}

function valuesOf({ number, cvc, expMonth, expYear, billing }: CardSecret): PayValues {
  const name = [billing.first_name, billing.last_name].filter(Boolean).join(' ');
  return {
    number,
    ...(cvc === null ? {} : { code: cvc }),
    ...(expMonth === null || expYear === null ? {} : { expiry: { month: expMonth, year: expYear } }),
    ...(name === '' ? {} : { name }),
  };
}

async function pageInFront(): Promise<{ tab: CurrentTab; site: string; origin: string }> {
  const tab = await currentTab();
  if (!tab?.site || tab.url === null) throw new AppError('no-access');
  return { tab, site: tab.site, origin: new URL(tab.url).origin };
}

async function enter(tabId: number): Promise<FrameTarget[]> {
  const frames = await injectIntoTab(tabId, '/pay.js').catch(() => {
    throw new AppError('no-access');
  });
  return frames.map((frame) => ({ tabId, ...frame }));
}

/** @returns null for a document that is gone, has no script of ours, or is nobody's (sandboxed): no name could be confirmed for it */
async function lookInto(target: FrameTarget): Promise<PayLook | null> {
  try {
    const said = await callTab(target, 'pay.look', {});
    return siteOf(said.origin) === null ? null : said;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
