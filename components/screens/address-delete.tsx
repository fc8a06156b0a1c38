// Deleting an address: says what will be lost for good, in the terms of the account it is from, before it is. Leans on
// addresses.remove.
import { t } from '../../lib/i18n.ts';
import type { AccountKind, AccountView, Address } from '../../lib/model.ts';
import { Confirm } from '../parts/confirm.tsx';
import { EmailText } from '../parts/email-text.tsx';
import { useToast } from '../parts/toast.tsx';
import { ask } from '../state/ask.ts';
import { IdentityLoss } from './identity-loss.tsx';

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
  const tell = useToast();
  const remove = async () => {
    await ask('addresses.remove', { id: address.id });
    tell(t('addressDeleted', address.email));
    onDeleted();
  };
  return (
    <Confirm
      title={t('addressDeleteTitle')}
      button={t('addressDeleteButton')}
      where="addresses.remove"
      act={remove}
      onClose={onClose}
    >
      <EmailText email={address.email} />
      <p>{LOST[account?.kind ?? 'none'](account?.name ?? '')}</p>
      {address.kind === 'identity' && <IdentityLoss address={address} account={account} />}
      {address.site && <p>{t('addressDeleteSite', address.site)}</p>}
    </Confirm>
  );
}
