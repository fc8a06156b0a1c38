// What AliasKit refuses of a card, as our codes. No document names these refusals (contract §6.4), so they are found by code where
// one comes, else by the words of the sentence, and a 403 about the amount is never taken for a missing scope. Pure tables.
import type { CardErrorCode } from '../../error.ts';
import type { Answer, Ask } from '../http.ts';

type Sign = readonly [RegExp, CardErrorCode];

const STATE: readonly Sign[] = [
  [/frozen/i, 'card-frozen'],
  [/cancell?ed/i, 'card-cancelled'],
];
const DAY: Sign = [/\b(?:daily|per day|today)\b|reveal_?(?:cap|limit)/i, 'reveal-cap'];
const BUDGET: Sign = [/budget|exceed|remaining|spending/i, 'over-budget'];

/** Only what was understood and refused for the card's sake; 400 is about the request, 402 about the plan. */
const REVEAL_SIGNS: Readonly<Record<number, readonly Sign[]>> = {
  403: [...STATE, DAY, BUDGET],
  409: [...STATE, DAY, BUDGET],
  422: [...STATE, DAY, BUDGET],
  429: [DAY],
};

/** A limiter's wait is a minute; only the day's end is so far away. */
const LONG_WAIT = 10 * 60 * 1000;

/** @returns null where the refusal is not about the card */
export function cardRefusal(
  refusal: { code: string | undefined; message: string | undefined; param: string | undefined },
  { status, retryAfter }: Pick<Answer, 'status' | 'retryAfter'>,
  { scope, path }: Pick<Ask, 'scope' | 'path'>,
): CardErrorCode | null {
  if (!scope.startsWith('cards:')) return null;
  const reveals = path.endsWith('/reveal');
  const signs = reveals ? (REVEAL_SIGNS[status] ?? []) : status === 409 ? STATE : [];
  for (const text of [refusal.code, refusal.message]) {
    const [, code] = signs.find(([sign]) => text !== undefined && sign.test(text)) ?? [];
    if (code !== undefined) return code;
  }
  if (reveals && status === 403 && refusal.param === 'amount_cents') return 'over-budget';
  return reveals && status === 429 && (retryAfter ?? 0) > LONG_WAIT ? 'reveal-cap' : null;
}
