// What can be wished of a new identity: its name, handle, domain, a phone number, a label at the service. Leans on the draft it is
// given; empty fields are left out, so that the account decides them.
import { t } from '../../lib/i18n.ts';
import { groupChange, groupName } from '../../lib/identity-group.ts';
import type { AccountView } from '../../lib/model.ts';
import type { NewAddress } from '../../lib/requests.ts';
import { SelectField } from '../parts/select-field.tsx';
import { Switch } from '../parts/switch.tsx';
import { TextField } from '../parts/text-field.tsx';
import { COUNTRIES, countryName } from '../words/countries.ts';
import { GroupField } from './group-field.tsx';

export const NO_IDENTITY = {
  name: '',
  handle: '',
  domain: '',
  phone: false,
  country: '',
  remoteLabel: '',
  group: '',
};
export type IdentityDraft = typeof NO_IDENTITY;

export interface IdentityFieldsProps {
  account: AccountView;
  wish: IdentityDraft;
  onWish: (change: Partial<IdentityDraft>) => void;
  /** What the service said against a field of its own. */
  wrong: (field: string) => string | null;
}

export function IdentityFields({ account, wish, onWish, wrong }: IdentityFieldsProps) {
  const text = (name: keyof IdentityDraft, label: string, hint: string, field: string) => (
    <TextField
      label={label}
      hint={hint}
      error={wrong(field)}
      value={String(wish[name])}
      onValue={(value) => onWish({ [name]: value })}
    />
  );
  return (
    <>
      {text('name', t('fieldName'), t('fieldNameHint'), 'name')}
      {text('handle', t('fieldHandle'), t('fieldHandleHint'), 'email_username')}
      {text('domain', t('fieldDomain'), t('fieldDomainHint'), 'email_domain')}
      <Switch
        label={t('fieldProvision')}
        hint={t('fieldProvisionHint')}
        on={wish.phone}
        onSwitch={(phone) => onWish({ phone })}
      />
      {wish.phone && (
        <SelectField
          label={t('fieldCountry')}
          hint={t('phoneCost')}
          value={wish.country || (COUNTRIES[0] ?? '')}
          options={COUNTRIES.map((value) => ({ value, label: countryName(value) }))}
          onValue={(country) => onWish({ country })}
        />
      )}
      <GroupField value={wish.group} onValue={(group) => onWish({ group })} />
      {text('remoteLabel', t('fieldRemoteLabel', account.name), t('fieldRemoteLabelHint'), 'metadata')}
    </>
  );
}

/** @returns what is sent of it. */
export function identityWish(wish: IdentityDraft): Partial<NewAddress> {
  const group = groupName(wish.group);
  const metadata = { ...filled('label', wish.remoteLabel), ...(group === null ? {} : groupChange(group)) };
  return {
    ...filled('name', wish.name),
    ...filled('emailUsername', wish.handle),
    ...filled('emailDomain', wish.domain),
    ...(wish.phone ? { provisionPhone: true, ...filled('phoneCountry', wish.country) } : {}),
    ...(Object.keys(metadata).length > 0 ? { metadata } : {}),
  };
}

function filled<Name extends string>(name: Name, value: string): Partial<Record<Name, string>> {
  const text = value.trim();
  return text === '' ? {} : ({ [name]: text } as Record<Name, string>);
}
