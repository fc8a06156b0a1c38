// That something of an address was not told to its service yet, and why: nobody was reached, its vault is closed, or it was refused; with
// the one button that helps. Leans on addresses.waiting and sync.send; what needs a decision is address-conflict.tsx's.
import { SEALED_FIELDS } from '../../lib/forwarding.ts';
import { t } from '../../lib/i18n.ts';
import type { AccountView, Address } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { useFocusKept } from '../state/focus-kept.ts';
import type { VaultStand } from '../state/vault-stand.ts';
import { isHeldBack, waitsForVault } from '../words/address-state.ts';
import { errorOf, wordsFor } from '../words/errors.ts';
import { at } from '../words/time.ts';
import { VaultWaits } from './vault-waits.tsx';

export interface AddressWaitsProps {
  address: Address;
  account: AccountView | null;
  stand: VaultStand;
}

export function AddressWaits({ address, account, stand }: AddressWaitsProps) {
  const { forwarding } = address;
  if (!forwarding) return null;
  const isUndecided = SEALED_FIELDS.some(
    (field) => forwarding.conflict?.[field] !== undefined || isHeldBack(address, field),
  );
  if (forwarding.pending.length === 0 || isUndecided) return null;
  if (stand === 'open' || !waitsForVault(address, stand)) return <Unsent address={address} />;
  const name = account?.name ?? '';
  return (
    <VaultWaits
      accountId={address.accountId}
      stand={stand}
      text={stand === 'never' ? t('addressVaultNever', name) : t('addressVaultWaits', name)}
    />
  );
}

function Unsent({ address: { id, accountId } }: { address: Address }) {
  const waiting = useAsk('addresses.waiting', { id }, ['addresses', 'sync']);
  const act = useAct('sync.send');
  const box = useFocusKept<HTMLDivElement>();
  const failed = waiting.value?.edits.find(({ failure }) => failure !== null);
  const send = () =>
    act.run(async () => {
      await ask('sync.send', { id: accountId });
    });
  return (
    <div ref={box} class="notice" role="status">
      {failed?.failure ? (
        <>
          <p>{t('addressNotTaken', wordsFor(errorOf(failed.failure)).title)}</p>
          {failed.failure.detail.said && <p class="soft">“{failed.failure.detail.said}”</p>}
          <p>{t('addressTriedAgain', at(failed.notBefore))}</p>
        </>
      ) : (
        <p>{t('addressPending')}</p>
      )}
      <div class="actions">
        <Button busy={act.busy} onClick={send}>
          {t('addressSendNow')}
        </Button>
      </div>
      <Trouble error={act.error} />
    </div>
  );
}
