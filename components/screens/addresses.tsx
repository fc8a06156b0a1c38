// All addresses: search, open, copy, make one by hand, fetch again. Leans on addresses.list and lib/search.ts; ten thousand
// rows are searched here in memory and drawn a screenful at a time.
import { useMemo } from 'preact/hooks';
import { t, tn } from '../../lib/i18n.ts';
import type { Address } from '../../lib/model.ts';
import { searchAddresses } from '../../lib/search.ts';
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { EmailText } from '../parts/email-text.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Row } from '../parts/row.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { VirtualList } from '../parts/virtual-list.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { useDraft } from '../state/draft.ts';
import type { Go, Place } from '../state/route.ts';
import { AddressDetail } from './address-detail.tsx';
import { AddressNew } from './address-new.tsx';

const ROW = 60;

export function Addresses({ place, go }: { place: Place; go: Go }) {
  const list = useAsk('addresses.list', {}, ['addresses', 'vault']);
  const accounts = useAsk('accounts.list', {}, ['accounts']);
  const back = () => go({ tab: 'addresses' });
  const names = useMemo(
    () => new Map(accounts.value?.accounts.map((account) => [account.id, account.name])),
    [accounts.value],
  );
  if (!list.value) {
    return list.error ? <Trouble error={list.error} acts={{ retry: list.again }} /> : <Skeleton rows={7} />;
  }
  if (place.screen === 'new') {
    return <AddressNew onBack={back} onMade={(id) => go({ tab: 'addresses', screen: 'open', id })} />;
  }
  const opened = place.screen === 'open' ? list.value.addresses.find(({ id }) => id === place.id) : undefined;
  if (opened) {
    const account = accounts.value?.accounts.find(({ id }) => id === opened.accountId) ?? null;
    return <AddressDetail key={opened.id} address={opened} account={account} onBack={back} go={go} />;
  }
  return <AddressList addresses={list.value.addresses} damaged={list.value.damaged} names={names} go={go} />;
}

interface ListProps {
  addresses: Address[];
  damaged: number;
  names: ReadonlyMap<string, string>;
  go: Go;
}

function AddressList({ addresses, damaged, names, go }: ListProps) {
  const search = useDraft('addresses.search', { query: '' });
  const pull = useAct('accounts.pull');
  const tell = useToast();
  const found = useMemo(
    () => searchAddresses(search.value.query, addresses),
    [search.value.query, addresses],
  );
  const fetchAgain = () =>
    pull.run(async () => {
      const { added, changed, removed } = await ask('accounts.pull', {});
      tell(t('addressesPulled', added, changed, removed));
    });
  return (
    <div class="listing">
      <div class="listing-head">
        <SearchField
          label={t('addressesSearch')}
          value={search.value.query}
          onValue={(query) => search.set({ query })}
        />
        <Button
          kind="quiet"
          icon="refresh"
          label={t('actionRefresh')}
          busy={pull.busy}
          onClick={fetchAgain}
        />
        <Button
          kind="primary"
          icon="plus"
          label={t('addressesNew')}
          onClick={() => go({ tab: 'addresses', screen: 'new' })}
        />
      </div>
      <Trouble error={pull.error} acts={{ retry: fetchAgain }} />
      {damaged > 0 && <p class="notice">{tn('damagedRecords', damaged)}</p>}
      {addresses.length === 0 && (
        <EmptyState title={t('addressesEmptyTitle')}>{t('addressesEmptyText')}</EmptyState>
      )}
      {addresses.length > 0 && (
        <p class="count" role="status">
          {search.value.query ? tn('addressesFound', found.length) : tn('addressesCount', addresses.length)}
        </p>
      )}
      {found.length > 0 && (
        <VirtualList items={found} rowHeight={ROW} keyOf={({ id }) => id} label={t('tabAddresses')}>
          {(address) => (
            <Row
              onOpen={() => go({ tab: 'addresses', screen: 'open', id: address.id })}
              actions={<CopyButton text={address.email} label={t('copyAddress', address.email)} />}
            >
              <EmailText email={address.email} />
              <span class="soft cut">{aboutLine(address, names.get(address.accountId))}</span>
            </Row>
          )}
        </VirtualList>
      )}
    </div>
  );
}

/** What tells one address from another at a glance: label, site, whose it is. */
function aboutLine(address: Address, account: string | undefined): string {
  const parts = [address.label, address.site ?? t('addressNoSite'), account];
  return parts.filter(Boolean).join(' · ');
}
