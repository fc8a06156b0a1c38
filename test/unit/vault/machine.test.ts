// The three states, cell by cell.
import { expect, it } from 'vitest';
import { next, type Step, type VaultState } from '../../../lib/vault/machine.ts';

const EXPECTED: Record<VaultState, Record<Step, string>> = {
  empty: { create: 'unlocked', unlock: '!no-vault', use: '!no-vault', lock: 'empty', erase: 'empty' },
  locked: { create: '!vault-exists', unlock: 'unlocked', use: '!locked', lock: 'locked', erase: 'empty' },
  unlocked: { create: '!vault-exists', unlock: 'unlocked', use: 'unlocked', lock: 'locked', erase: 'empty' },
};

const cells = Object.entries(EXPECTED).flatMap(([state, steps]) =>
  Object.entries(steps).map(
    ([step, outcome]) => ({ state, step, outcome }) as { state: VaultState; step: Step; outcome: string },
  ),
);

it.each(cells)('$state, $step → $outcome', ({ state, step, outcome }) => {
  if (outcome.startsWith('!')) {
    expect(() => next(state, step)).toThrow(expect.objectContaining({ code: outcome.slice(1) }));
  } else {
    expect(next(state, step)).toBe(outcome);
  }
});
