// What narrows the list of addresses: how they stand, account, domain, note, this site; and their order. Leans on the draft it is
// given; narrows nothing itself.
import type { AddressSort } from '../../lib/address-query.ts';
import { displayHost } from '../../lib/host-display.ts';
import { t } from '../../lib/i18n.ts';
import type { AccountView } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Switch } from '../parts/switch.tsx';
import {
  filterCount,
  type Narrowing,
  SORTS,
  STANDS,
  type Stand,
  sortOf,
  standOf,
  widened,
} from '../state/address-filter.ts';
import { useAsk } from '../state/ask.ts';

const STAND_WORDS: Record<Stand, () => string> = {
  any: () => t('filterAny'),
  on: () => t('filterOn'),
  off: () => t('filterOff'),
  waiting: () => t('filterWaiting'),
};

const SORT_WORDS: Record<AddressSort, () => string> = {
  best: () => t('sortBest'),
  used: () => t('sortUsed'),
  created: () => t('sortCreated'),
  email: () => t('sortEmail'),
  site: () => t('sortSite'),
};

export interface AddressFiltersProps {
  /** To the groups of identities; null where no account has any. */
  onGroups: (() => void) | null;
  value: Narrowing;
  onChange: (change: Partial<Narrowing>) => void;
  accounts: readonly AccountView[];
  /** The site in front of the user. */
  site: string | null;
}

export function AddressFilters({ value, onChange, accounts, site, onGroups }: AddressFiltersProps) {
  const domains = useAsk('addresses.domains', {}, ['addresses']);
  return (
    <div class="filters">
      <SelectField
        label={t('filterStand')}
        value={standOf(value)}
        options={STANDS.map((stand) => ({ value: stand, label: STAND_WORDS[stand]() }))}
        onValue={(stand) => onChange({ stand })}
      />
      <SelectField
        label={t('filterSort')}
        value={sortOf(value)}
        options={SORTS.map((sort) => ({ value: sort, label: SORT_WORDS[sort]() }))}
        onValue={(sort) => onChange({ sort })}
      />
      <SelectField
        label={t('fieldAccount')}
        value={value.account}
        options={[
          { value: '', label: t('filterEvery') },
          ...accounts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onValue={(account) => onChange({ account })}
      />
      <SelectField
        label={t('filterDomain')}
        value={value.domain}
        options={[
          { value: '', label: t('filterEvery') },
          ...(domains.value?.domains ?? []).map(({ domain }) => ({
            value: domain,
            label: displayHost(domain),
          })),
        ]}
        onValue={(domain) => onChange({ domain })}
      />
      <Switch label={t('filterNote')} on={value.note} onSwitch={(note) => onChange({ note })} />
      <Switch
        label={t('filterHere')}
        on={value.here && site !== null}
        disabled={site === null}
        onSwitch={(here) => onChange({ here })}
      />
      {onGroups && (
        <Button kind="quiet" onClick={onGroups}>
          {t('groupsTitle')}
        </Button>
      )}
      {filterCount(value) > 0 && (
        <Button kind="quiet" icon="close" onClick={() => onChange(widened())}>
          {t('filterNone')}
        </Button>
      )}
    </div>
  );
}
