// New or current: what a password box asks for. Leans on the cue tables; pure. Its own words first, then its company
// (a second box below, the form's kind): most sites name both boxes just "password".
import { cueReason, type Reason, type Slot } from './reasons.ts';
import { findNamedPassword, findSpoken } from './table.ts';
import type { ElementSnapshot } from './types.ts';
import { identifierWords, wordsOf } from './words.ts';

export interface PasswordLean {
  /** Above zero: new; below: current. */
  lean: number;
  because: { reason: Reason; weight: number }[];
}

const FACTOR: Partial<Record<Slot, number>> = {
  label: 1,
  placeholder: 0.9,
  name: 1,
  described: 1,
  before: 0.6,
};

/** "New" and "current" are about the password only where little else is said. */
const SHORT_TEXT = 6;

/** What the box itself says. */
export function ownLean(element: ElementSnapshot): PasswordLean {
  const because: { reason: Reason; weight: number }[] = [];
  const say = (weight: number, reason: Reason): void => {
    because.push({ reason, weight });
  };
  if (element.autocomplete.includes('new-password')) say(2.4, cueReason('autocomplete', 'new-password'));
  if (element.autocomplete.includes('current-password'))
    say(-3.5, cueReason('autocomplete', 'current-password'));
  const { texts } = element;
  const spoken: [Slot, string][] = [
    ['label', `${texts.label} . ${texts.ariaLabel} . ${texts.labelledBy}`],
    ['placeholder', element.placeholder],
    ['described', `${texts.describedBy} . ${texts.after} . ${texts.title}`],
    ['before', texts.label ? '' : texts.before],
  ];
  for (const [slot, text] of spoken) {
    const words = wordsOf(text).slice(0, 40);
    const best = strongest(
      findSpoken('passwords', words).filter(({ row }) => !row.short || words.length <= SHORT_TEXT),
    );
    if (best) say(best.weight * (FACTOR[slot] ?? 0), cueReason(slot, best.cue));
  }
  const best = strongest(findNamedPassword(identifierWords(`${element.name} ${element.id}`)));
  if (best) say(best.weight, cueReason('name', best.cue));
  if (element.minLength !== null && element.minLength >= 6)
    say(0.8, cueReason('length', `min ${element.minLength}`));
  if (element.pattern.length > 8) say(0.8, cueReason('pattern', 'rules'));
  return { lean: because.reduce((sum, { weight }) => sum + weight, 0), because };
}

function strongest(
  hits: readonly { row: { means: string; weight: number }; cue: string }[],
): { weight: number; cue: string } | null {
  let best: { weight: number; cue: string } | null = null;
  for (const { row, cue } of hits) {
    if (best && Math.abs(best.weight) >= row.weight) continue;
    best = { weight: row.means === 'new-password' ? row.weight : -row.weight, cue };
  }
  return best;
}
