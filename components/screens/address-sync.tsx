// Above the list of addresses: accounts whose reading runs, stopped or failed, or whose month is nearly used. Leans on sync-line.tsx;
// draws nothing while all is well.
import type { AccountView } from '../../lib/model.ts';
import type { SyncState } from '../../lib/sync-state.ts';
import { useSyncStates } from '../state/sync.ts';
import { isRateScarce } from '../words/quota.ts';
import { SyncLine } from './sync-line.tsx';

const needsWords = (state: SyncState): boolean => {
  const { running, unfinished, trouble, rate, pending, undecided, waitsForVault, organisation } = state;
  const moves = running !== null || unfinished !== null || trouble !== null || pending + undecided > 0;
  // What no key will ever open is said where it was written, not above the list for ever.
  return moves || (waitsForVault > 0 && !organisation) || isRateScarce(rate);
};

export interface AddressSyncProps {
  accounts: ReadonlyMap<string, AccountView>;
  /** Shows what waits. */
  onWaiting: () => void;
}

export function AddressSync({ accounts, onWaiting }: AddressSyncProps) {
  const states = useSyncStates().filter(needsWords);
  return (
    <>
      {states.map((state) => (
        <SyncLine
          key={state.accountId}
          state={state}
          account={accounts.get(state.accountId)?.name ?? ''}
          named={states.length > 1}
          onWaiting={onWaiting}
        />
      ))}
    </>
  );
}
