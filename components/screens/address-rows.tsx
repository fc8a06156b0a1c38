// The rows of the list: open, copy, switch, or choose several. Leans on the pages it is given. What rows need beyond their
// addresses is asked for here and not by the list, so that nothing comes before the first of them.
import type { AccountView, Address } from '../../lib/model.ts';
import { Trouble } from '../parts/trouble.tsx';
import { type ListStart, VirtualList } from '../parts/virtual-list.tsx';
import { ask, useAct } from '../state/ask.ts';
import type { Chosen } from '../state/chosen.ts';
import type { Paged } from '../state/paged.ts';
import { useMembers } from '../state/recipients.ts';
import { vaultStand } from '../state/vault-stand.ts';
import { AddressRow } from './address-row.tsx';

const ROW = 60;
const keyOf = ({ id }: Address) => id;

export interface AddressRowsProps {
  pages: Paged<Address>;
  label: string;
  /** By their id. */
  accounts: ReadonlyMap<string, AccountView>;
  /** Whether the first of them were on the screen: what else rows need is asked then. */
  painted: boolean;
  chosen: Chosen;
  onOpen: (id: string) => void;
  start?: ListStart | undefined;
  onTop: () => void;
}

export function AddressRows(props: AddressRowsProps) {
  const { pages, label, accounts, painted, chosen, onOpen, start, onTop } = props;
  const members = useMembers(painted);
  const act = useAct('addresses.update');
  const turn = (id: string, active: boolean) =>
    act.run(async () => {
      await ask('addresses.update', { id, active });
    });
  return (
    <>
      <Trouble error={act.error} />
      <VirtualList
        items={pages.items}
        rowHeight={ROW}
        keyOf={keyOf}
        label={label}
        onRange={pages.look}
        start={start}
        onTop={onTop}
      >
        {(address) => (
          <AddressRow
            address={address}
            account={accounts.get(address.accountId)?.name}
            vault={vaultStand(accounts.get(address.accountId), members.has(address.accountId))}
            chosen={chosen.on ? chosen.has(address.id) : null}
            onChoose={() => chosen.flip(address.id)}
            onOpen={() => onOpen(address.id)}
            onSwitch={members.has(address.accountId) ? undefined : (active) => turn(address.id, active)}
          />
        )}
      </VirtualList>
    </>
  );
}
