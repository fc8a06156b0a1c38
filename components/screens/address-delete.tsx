// Deleting an address: says what will be lost for good, in the terms of the account it is from, before it is. Leans on
// addresses.remove.
import { t } from '../../lib/i18n.ts';
import type { AccountKind, AccountView, Address } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { EmailText } from '../parts/email-text.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';

export interface AddressDeleteProps {
  address: Address;
  account: AccountView | null;
  onClose: () => void;
  onDeleted: () => void;
}

/** What is lost with an address, by the kind of account; `none` when the account itself is gone already. */
const LOST: Record<AccountKind | 'none', (account: string) => string> = {
  local: () => t('addressDeleteLocal'),
  aliaskit: (account) => t('addressDeleteRemote', account),
  anonli: (account) => t('addressDeleteForwarder', account),
  kayle: () => t('addressDeleteOrphan'),
  none: () => t('addressDeleteOrphan'),
};

export function AddressDelete({ address, account, onClose, onDeleted }: AddressDeleteProps) {
  const remove = useAct('addresses.remove');
  const tell = useToast();
  return (
    <Dialog
      title={t('addressDeleteTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('actionCancel')}</Button>
          <Button
            kind="danger"
            busy={remove.busy}
            onClick={() =>
              remove.run(async () => {
                await ask('addresses.remove', { id: address.id });
                tell(t('addressDeleted', address.email));
                onDeleted();
              })
            }
          >
            {t('addressDeleteButton')}
          </Button>
        </>
      }
    >
      <EmailText email={address.email} />
      <p>{LOST[account?.kind ?? 'none'](account?.name ?? '')}</p>
      {address.persona?.phone && <p>{t('addressDeletePhone', address.persona.phone)}</p>}
      {address.site && <p>{t('addressDeleteSite', address.site)}</p>}
      <Trouble error={remove.error} />
    </Dialog>
  );
}
