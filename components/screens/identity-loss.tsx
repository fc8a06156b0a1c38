// What is lost with an identity beyond its address and inbox: cards, codes, its number. Leans on cards.list; deletes nothing.
import { t, tn } from '../../lib/i18n.ts';
import type { AccountView, Address } from '../../lib/model.ts';
import { useAsk } from '../state/ask.ts';

export function IdentityLoss({ address, account }: { address: Address; account: AccountView | null }) {
  const kept = useAsk('cards.list', {}, ['cards']);
  const cards = kept.value?.cards.filter(({ addressId }) => addressId === address.id).length ?? 0;
  const phone = address.persona?.phone;
  return (
    <>
      {cards > 0 && <p>{tn('addressDeleteCards', cards)}</p>}
      {account && <p>{t('addressDeleteCodes', account.name)}</p>}
      {phone && <p>{t('addressDeletePhone', phone)}</p>}
    </>
  );
}
