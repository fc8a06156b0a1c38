// Above the list of addresses: accounts whose reading runs, stopped or failed, or whose month is nearly used. Leans on sync-line.tsx;
// draws nothing while all is well.
import type { SyncState } from '../../lib/sync-state.ts';
import { useSyncStates } from '../state/sync.ts';
import { isRateScarce } from '../words/quota.ts';
import { SyncLine } from './sync-line.tsx';

const needsWords = ({ running, unfinished, trouble, rate, pending }: SyncState): boolean =>
  running !== null || unfinished !== null || trouble !== null || pending > 0 || isRateScarce(rate);

export function AddressSync({ names }: { names: ReadonlyMap<string, string> }) {
  const states = useSyncStates().filter(needsWords);
  return (
    <>
      {states.map((state) => (
        <SyncLine
          key={state.accountId}
          state={state}
          name={states.length > 1 ? names.get(state.accountId) : undefined}
        />
      ))}
    </>
  );
}
