// All addresses: the list, one of them, or a new one by hand. Leans on the place it is given; the list stays where it was while one
// of its rows is open.
import { useRef } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Screen } from '../parts/screen.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAsk } from '../state/ask.ts';
import type { Place } from '../state/place.ts';
import type { Go } from '../state/route.ts';
import { AddressDetail } from './address-detail.tsx';
import { AddressList, type LeftList } from './address-list.tsx';
import { AddressNew } from './address-new.tsx';
import { Groups } from './groups.tsx';

export function Addresses({ place, go }: { place: Place; go: Go }) {
  const back = () => go({ tab: 'addresses' });
  const left = useRef<LeftList | null>(null);
  if (place.screen === 'new') {
    return <AddressNew onBack={back} onMade={(id) => go({ tab: 'addresses', screen: 'open', id })} />;
  }
  if (place.screen === 'open') return <Opened key={place.id} id={place.id} onBack={back} go={go} />;
  if (place.screen === 'groups') return <Groups name={place.id} onBack={back} go={go} />;
  return <AddressList go={go} left={left} />;
}

function Opened({ id, onBack, go }: { id: string; onBack: () => void; go: Go }) {
  const address = useAsk('addresses.get', { id }, ['addresses']);
  const accounts = useAsk('accounts.list', {}, ['accounts']);
  if (!address.value || !accounts.value) {
    const error = address.error ?? accounts.error;
    return (
      <Screen title={t('addressTitle')} onBack={onBack}>
        {error ? <Trouble error={error} acts={{ retry: address.again }} /> : <Skeleton rows={5} />}
      </Screen>
    );
  }
  const found = address.value.address;
  const account = accounts.value.accounts.find((one) => one.id === found.accountId) ?? null;
  return <AddressDetail address={found} account={account} onBack={onBack} go={go} />;
}
