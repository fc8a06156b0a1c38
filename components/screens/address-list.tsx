// The list of addresses: search and narrow, open, copy, switch, choose several, make one by hand, fetch again. Leans on
// addresses.search for a screenful at a time; what is done to several is in address-bulk.tsx.
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AddressPage } from '../../lib/address-query.ts';
import { t, tn } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Progress } from '../parts/progress.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import type { ListStart } from '../parts/virtual-list.tsx';
import { filterCount, queryOf, useNarrowing, widened } from '../state/address-filter.ts';
import { useAddressPages } from '../state/address-pages.ts';
import { useAsk } from '../state/ask.ts';
import { useChosen } from '../state/chosen.ts';
import { usePainted } from '../state/painted.ts';
import type { Go } from '../state/route.ts';
import { AddressBulk } from './address-bulk.tsx';
import { AddressFilters } from './address-filters.tsx';
import { AddressRows } from './address-rows.tsx';
import { AddressSync } from './address-sync.tsx';
import { AddressTwins } from './address-twins.tsx';
import { GroupChips } from './group-chips.tsx';
import { NothingYet } from './nothing-yet.tsx';

/** A list that was left for one of its rows: it is found again as it was. */
export interface LeftList extends ListStart {
  /** Of which query. */
  query: string;
}

export interface AddressListProps {
  go: Go;
  left: { current: LeftList | null };
}

export function AddressList({ go, left }: AddressListProps) {
  const box = useRef<HTMLDivElement>(null);
  const narrowing = useNarrowing();
  const [open, setOpen] = useState(false);
  const here = useAsk('site.here', {}, ['access']);
  const site = here.value?.site ?? null;
  const query = queryOf(narrowing.value, site);
  const pages = useAddressPages(query);
  const accounts = useAsk('accounts.list', {}, ['accounts']);
  const chosen = useChosen();
  const byId = useMemo(
    () => new Map(accounts.value?.accounts.map((account) => [account.id, account])),
    [accounts.value],
  );
  const hasIdentities = accounts.value?.accounts.some(({ slots }) => slots.includes('identities')) ?? false;
  const filters = filterCount(narrowing.value);
  const narrowed = filters > 0 || narrowing.value.query.trim() !== '';
  const { page } = pages;
  const painted = usePainted(page !== null || pages.error !== null);
  const key = JSON.stringify(query);
  const settled = narrowing.ready && here.value !== null;
  useLayoutEffect(() => {
    // Another list begins at its top, also when it is the same again later.
    if (settled && left.current?.query !== key) left.current = null;
  }, [settled, key, left]);
  const focusOn = (selector: string) => box.current?.querySelector<HTMLElement>(selector)?.focus();
  const openRow = (id: string) => {
    const offset = box.current?.querySelector('.virtual')?.scrollTop ?? 0;
    left.current = { query: key, offset, index: pages.items.findIndex((item) => item?.id === id) };
    go({ tab: 'addresses', screen: 'open', id });
  };
  return (
    <div class="listing" ref={box}>
      <div class="listing-head">
        <SearchField
          label={t('addressesSearch')}
          value={narrowing.value.query}
          onValue={(text) => narrowing.set({ query: text })}
          onDown={() => focusOn('.virtual-row button, .virtual-row input')}
        />
        <Button
          kind={filters > 0 ? 'plain' : 'quiet'}
          icon="filter"
          label={filters > 0 ? tn('filtersSet', filters) : t('filters')}
          expanded={open}
          onClick={() => setOpen(!open)}
        />
        <Button
          kind="quiet"
          icon="choose"
          label={chosen.on ? t('chooseEnd') : t('choose')}
          expanded={chosen.on}
          onClick={chosen.toggle}
        />
        <Button
          kind="primary"
          icon="plus"
          label={t('addressesNew')}
          onClick={() => go({ tab: 'addresses', screen: 'new' })}
        />
      </div>
      {open && (
        <AddressFilters
          value={narrowing.value}
          onChange={narrowing.set}
          accounts={accounts.value?.accounts ?? []}
          site={site}
          onGroups={hasIdentities ? () => go({ tab: 'addresses', screen: 'groups' }) : null}
        />
      )}
      {painted && hasIdentities && (
        <GroupChips
          value={narrowing.value.group}
          onValue={(group) => narrowing.set({ group })}
          onOpen={(group) => go({ tab: 'addresses', screen: 'groups', id: group })}
        />
      )}
      {/* After the first rows: they are what the list was opened for. */}
      {painted && <AddressTwins />}
      {painted && (
        <AddressSync
          accounts={byId}
          onWaiting={() => narrowing.set({ ...widened(), query: '', stand: 'waiting' })}
        />
      )}
      <Trouble error={pages.error} acts={{ retry: pages.again }} />
      {page && <Summary page={page} narrowed={narrowed} go={go} />}
      {!page && !pages.error && <Skeleton rows={7} />}
      {pages.items.length > 0 && (
        <AddressRows
          key={key}
          pages={pages}
          label={t('tabAddresses')}
          accounts={byId}
          painted={painted}
          chosen={chosen}
          start={left.current?.query === key ? left.current : undefined}
          onTop={() => focusOn('input[type=search]')}
          onOpen={openRow}
        />
      )}
      {chosen.on && page && <AddressBulk chosen={chosen} query={query} total={page.total} />}
    </div>
  );
}

function Summary({ page, narrowed, go }: { page: Omit<AddressPage, 'rows'>; narrowed: boolean; go: Go }) {
  return (
    <>
      {page.damaged > 0 && <p class="notice">{tn('damagedRecords', page.damaged)}</p>}
      {page.building && (
        <div class="listing-progress">
          <Progress label={t('addressesOpening')} {...page.building} />
        </div>
      )}
      {page.of === 0 && !page.building && <NothingYet what="addresses" go={go} />}
      {page.of > 0 && (
        <p class="count" role="status">
          {narrowed ? tn('addressesFound', page.total) : tn('addressesCount', page.of)}
        </p>
      )}
    </>
  );
}
