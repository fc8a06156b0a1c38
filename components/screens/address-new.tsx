// A new address by hand: account, site, label, and for identities all that the account can be told. Leans on
// addresses.create, which is asked once; what is typed is a draft until then.
import { t } from '../../lib/i18n.ts';
import type { AccountView } from '../../lib/model.ts';
import type { NewAddress } from '../../lib/requests.ts';
import { Button } from '../parts/button.tsx';
import { EmailText } from '../parts/email-text.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Screen } from '../parts/screen.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Switch } from '../parts/switch.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { type Draft, useDraft } from '../state/draft.ts';
import { openOptions } from '../state/pages.ts';

const EMPTY = {
  accountId: '',
  site: '',
  label: '',
  name: '',
  handle: '',
  domain: '',
  phone: false,
  country: '',
  remoteLabel: '',
};
type Wish = typeof EMPTY;

export function AddressNew({ onBack, onMade }: { onBack: () => void; onMade: (id: string) => void }) {
  const accounts = useAsk('accounts.list', {}, ['accounts']);
  const draft = useDraft('address.new', EMPTY);
  const usable = accounts.value?.accounts.filter(
    ({ slots }) => slots.includes('aliases') || slots.includes('identities'),
  );
  const account = usable?.find(({ id }) => id === draft.value.accountId) ?? usable?.[0];
  return (
    <Screen title={t('addressesNew')} onBack={onBack}>
      {!usable && (accounts.error ? <Trouble error={accounts.error} /> : <Skeleton rows={4} />)}
      {usable && !account && (
        <EmptyState
          title={t('siteNoAccountTitle')}
          action={
            <Button kind="primary" onClick={() => openOptions('accounts')}>
              {t('actionConnect')}
            </Button>
          }
        >
          {t('siteNoAccountText')}
        </EmptyState>
      )}
      {usable && account && draft.ready && (
        <WishForm accounts={usable} account={account} draft={draft} onMade={onMade} />
      )}
    </Screen>
  );
}

interface WishFormProps {
  accounts: AccountView[];
  account: AccountView;
  draft: Draft<Wish>;
  onMade: (id: string) => void;
}

function WishForm({ accounts, account, draft, onMade }: WishFormProps) {
  const wish = draft.value;
  const create = useAct('addresses.create');
  const sources = useAsk('addresses.sources', { site: wish.site.trim() || null }, ['addresses', 'accounts']);
  const tell = useToast();
  const preview = sources.value?.sources.find(({ accountId }) => accountId === account.id)?.preview ?? null;
  const wrong = (field: string) => (create.error?.detail.field === field ? t('fieldRejected') : null);
  const isIdentity = account.slots.includes('identities');
  const text = (name: keyof Wish, label: string, hint?: string, field?: string) => (
    <TextField
      label={label}
      hint={hint}
      error={field ? wrong(field) : null}
      value={String(wish[name])}
      onValue={(value) => draft.set({ [name]: value })}
    />
  );
  return (
    <form
      class="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        create.run(async () => {
          const { address } = await ask('addresses.create', wishOf(account, wish));
          await draft.clear();
          tell(t('addressMade', address.email));
          onMade(address.id);
        });
      }}
    >
      <SelectField
        label={t('fieldAccount')}
        value={account.id}
        options={accounts.map(({ id, name, summary }) => ({ value: id, label: `${name} (${summary})` }))}
        onValue={(accountId) => draft.set({ accountId })}
      />
      {text('site', t('fieldSite'), isIdentity ? t('fieldSiteHint') : t('fieldSiteNeeded'), 'site')}
      {text('label', t('fieldLabel'), t('fieldLabelHint'))}
      {preview && (
        <div class="preview">
          <span class="soft">{t('addressPreview')}</span>
          <EmailText email={preview} />
        </div>
      )}
      {isIdentity && (
        <>
          {text('name', t('fieldName'), t('fieldNameHint'), 'name')}
          {text('handle', t('fieldHandle'), t('fieldHandleHint'), 'email_username')}
          {text('domain', t('fieldDomain'), t('fieldDomainHint'), 'email_domain')}
          <Switch
            label={t('fieldProvision')}
            hint={t('fieldProvisionHint')}
            on={wish.phone}
            onSwitch={(phone) => draft.set({ phone })}
          />
          {wish.phone && text('country', t('fieldCountry'), t('fieldCountryHint'), 'phone_country')}
          {text('remoteLabel', t('fieldRemoteLabel', account.name), t('fieldRemoteLabelHint'), 'metadata')}
        </>
      )}
      <Trouble error={create.error} />
      <Button kind="primary" type="submit" busy={create.busy}>
        {t('addressMake')}
      </Button>
    </form>
  );
}

/** @returns what is asked for: empty fields are left out, so that the account decides them. */
function wishOf(account: AccountView, wish: Wish): NewAddress {
  const own = { accountId: account.id, site: wish.site.trim() || null, label: wish.label.trim() };
  if (!account.slots.includes('identities')) return own;
  return {
    ...own,
    ...filled('name', wish.name),
    ...filled('emailUsername', wish.handle),
    ...filled('emailDomain', wish.domain),
    ...(wish.phone ? { provisionPhone: true, ...filled('phoneCountry', wish.country.toUpperCase()) } : {}),
    ...(wish.remoteLabel.trim() ? { metadata: { label: wish.remoteLabel.trim() } } : {}),
  };
}

function filled<Name extends string>(name: Name, value: string): Partial<Record<Name, string>> {
  const text = value.trim();
  return text === '' ? {} : ({ [name]: text } as Record<Name, string>);
}
