// News of an address just made, with Discard for as long as nobody can have written to it; afterwards it can only be switched off.
// Leans on addresses.discard.
import { useCallback } from 'preact/hooks';
import { DISCARD_TIME } from '../../lib/forwarding.ts';
import { t } from '../../lib/i18n.ts';
import type { Address } from '../../lib/model.ts';
import { type ToastAct, useToast } from '../parts/toast.tsx';
import { type Act, ask, useAct } from './ask.ts';
import { useMembers } from './recipients.ts';

/** @returns until when an address can be discarded, milliseconds since the epoch; null where it cannot. */
export function discardableUntil({ forwarding }: Address): number | null {
  return forwarding?.madeAt == null ? null : forwarding.madeAt + DISCARD_TIME;
}

export interface Discard {
  act: Act;
  discard: (address: Address) => void;
}

/** Takes a fresh address back and says which of the two it came to. @param then when it is gone */
export function useDiscard(then?: () => void): Discard {
  const act = useAct('addresses.discard');
  const tell = useToast();
  const discard = useCallback(
    ({ id, email }: Address) =>
      act.run(async () => {
        const { discarded } = await ask('addresses.discard', { id });
        tell(t(discarded ? 'discardDone' : 'discardSwitched', email));
        if (discarded) then?.();
      }),
    [act.run, tell, then],
  );
  return { act, discard };
}

/** @returns a function that gives the news of a new address its Discard, while that can still be. */
export function useDiscardAct(): (address: Address) => ToastAct | undefined {
  const { discard } = useDiscard();
  const members = useMembers();
  return useCallback(
    (address) => {
      // A member of an organisation may make an address, and not delete it.
      const until = members.has(address.accountId) ? null : discardableUntil(address);
      return until === null ? undefined : { label: t('menuDiscard'), until, run: () => discard(address) };
    },
    [discard, members],
  );
}

/** @returns a function that tells of a new address. */
export function useMade(): (address: Address) => void {
  const tell = useToast();
  const actOf = useDiscardAct();
  return useCallback(
    (address) => tell(t('addressMade', address.email), 'good', actOf(address)),
    [tell, actOf],
  );
}
