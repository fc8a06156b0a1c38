// The vault's three states as a table: `empty → unlocked ⇄ locked → (erase) empty`. Pure; leans on nothing but the error
// codes. Holds no key and does nothing: vault.ts asks it before it acts.
import { AppError, type ErrorCode } from '../error.ts';

export type VaultState = 'empty' | 'locked' | 'unlocked';
/** `use` stands for everything that needs plaintext. */
export type Step = 'create' | 'unlock' | 'use' | 'lock' | 'erase';

type Outcome = { to: VaultState } | { refuse: ErrorCode };

const STEPS: Record<VaultState, Record<Step, Outcome>> = {
  empty: {
    create: { to: 'unlocked' },
    unlock: { refuse: 'no-vault' },
    use: { refuse: 'no-vault' },
    lock: { to: 'empty' },
    erase: { to: 'empty' },
  },
  locked: {
    create: { refuse: 'vault-exists' },
    unlock: { to: 'unlocked' },
    use: { refuse: 'locked' },
    lock: { to: 'locked' },
    erase: { to: 'empty' },
  },
  unlocked: {
    create: { refuse: 'vault-exists' },
    // Asking again is how a screen verifies the passphrase.
    unlock: { to: 'unlocked' },
    use: { to: 'unlocked' },
    lock: { to: 'locked' },
    erase: { to: 'empty' },
  },
};

/** @returns the state after the step. @throws AppError where the state refuses it. */
export function next(state: VaultState, step: Step): VaultState {
  const outcome = STEPS[state][step];
  if ('refuse' in outcome) throw new AppError(outcome.refuse);
  return outcome.to;
}
