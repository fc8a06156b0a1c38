// A new address by hand: account, site, label, and all that the account can be told of it. Leans on addresses.create, which is asked
// once; what is typed is a draft until then.
import { t } from '../../lib/i18n.ts';
import type { AccountView } from '../../lib/model.ts';
import type { NewAddress } from '../../lib/requests.ts';
import { Button } from '../parts/button.tsx';
import { EmailText } from '../parts/email-text.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Screen } from '../parts/screen.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { TextField } from '../parts/text-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { draftOf, isWhole, NO_WISH, type WishDraft, wishOf } from '../state/alias-wish.ts';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { type Draft, useDraft } from '../state/draft.ts';
import { useMade } from '../state/made.ts';
import { openOptions } from '../state/pages.ts';
import { AliasFields } from './alias-fields.tsx';
import { IdentityFields, identityWish, NO_IDENTITY } from './identity-fields.tsx';

/** `wished`: the alias was wished for here; until then it is as it was for the site the last time. */
const EMPTY = { accountId: '', site: '', label: '', wished: false, ...NO_IDENTITY, ...NO_WISH };
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
      {!usable &&
        (accounts.error ? (
          <Trouble error={accounts.error} acts={{ retry: accounts.again }} />
        ) : (
          <Skeleton rows={4} />
        ))}
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
  const tellMade = useMade();
  const offers = sources.value?.sources.filter(({ accountId }) => accountId === account.id) ?? [];
  const source = offers[0] ?? null;
  const home = offers.find(({ wish: its }) => its?.domain === undefined)?.domain ?? null;
  const wrong = (field: string) => (create.error?.detail.field === field ? t('fieldRejected') : null);
  const isIdentity = account.slots.includes('identities');
  const forwards = account.slots.includes('destinations');
  const alias: WishDraft = wish.wished ? wish : draftOf(source?.wish ?? {});
  const whole = !forwards || isWhole(alias);
  return (
    <form
      class="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!whole) return;
        create.run(async () => {
          const label = wish.label.trim();
          const { address } = await ask('addresses.create', {
            accountId: account.id,
            site: wish.site.trim() || null,
            ...(label ? { label } : {}),
            ...beyond(account, wish, alias),
          });
          await draft.clear();
          tellMade(address);
          onMade(address.id);
        });
      }}
    >
      <SelectField
        label={t('fieldAccount')}
        value={account.id}
        options={accounts.map(({ id, name, summary }) => ({ value: id, label: `${name} (${summary})` }))}
        onValue={(accountId) => draft.set({ accountId, wished: false })}
      />
      <TextField
        label={t('fieldSite')}
        hint={account.kind === 'local' ? t('fieldSiteNeeded') : t('fieldSiteHint')}
        error={wrong('site')}
        value={wish.site}
        onValue={(site) => draft.set({ site })}
      />
      <TextField
        label={t('fieldLabel')}
        hint={forwards ? t('aliasLabelHint', account.name) : t('fieldLabelHint')}
        value={wish.label}
        onValue={(label) => draft.set({ label })}
      />
      {source?.preview && (
        <div class="preview">
          <span class="soft">{t('addressPreview')}</span>
          <EmailText email={source.preview} />
        </div>
      )}
      {isIdentity && <IdentityFields account={account} wish={wish} onWish={draft.set} wrong={wrong} />}
      {forwards && (
        <AliasFields
          accountId={account.id}
          home={home}
          wish={alias}
          onWish={(change) => draft.set({ ...alias, ...change, wished: true })}
        />
      )}
      <Trouble error={create.error} />
      <Button kind="primary" type="submit" busy={create.busy} disabled={!whole}>
        {t('addressMake')}
      </Button>
    </form>
  );
}

/** What is asked for beyond what every account understands. */
function beyond(account: AccountView, wish: Wish, alias: WishDraft): Partial<NewAddress> {
  if (account.slots.includes('identities')) return identityWish(wish);
  return account.slots.includes('destinations') ? wishOf(alias) : {};
}
