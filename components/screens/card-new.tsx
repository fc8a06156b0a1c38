// A new card: typed once, checked while it is typed, sealed on this device when it is added. Leans on cards.add. Number and security
// code are in no draft: they are on this screen or sealed, and nowhere in between.
import { useState } from 'preact/hooks';
import { typedCents } from '../../lib/cards/amount.ts';
import { brandOf } from '../../lib/cards/brand.ts';
import { cardNumber, groupDigits } from '../../lib/cards/number.ts';
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Screen } from '../parts/screen.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { TextField } from '../parts/text-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { useDraft } from '../state/draft.ts';

const EMPTY = { addressId: '', expiry: '', holder: '', postcode: '', budget: '', name: '' };

interface CardNewProps {
  onBack: () => void;
  onAdded: (id: string) => void;
  /** To where an identity is made. */
  onIdentity: () => void;
}

export function CardNew({ onBack, onAdded, onIdentity }: CardNewProps) {
  const addresses = useAsk('addresses.list', { kind: 'identity' }, ['addresses']);
  const accounts = useAsk('accounts.list', {}, ['accounts']);
  const draft = useDraft('card.new', EMPTY);
  const able = new Set(
    accounts.value?.accounts.filter(({ hasCardKey }) => hasCardKey).map(({ id }) => id) ?? [],
  );
  const identities = addresses.value?.addresses.filter(
    ({ kind, accountId }) => kind === 'identity' && able.has(accountId),
  );
  return (
    <Screen title={t('cardsAdd')} onBack={onBack}>
      <Trouble error={addresses.error} acts={{ retry: addresses.again }} />
      {!(identities && draft.ready && accounts.value) && !addresses.error && <Skeleton rows={6} />}
      {identities && draft.ready && accounts.value && identities.length === 0 && (
        <EmptyState
          icon="card"
          title={t('cardNoIdentityTitle')}
          action={
            <Button kind="primary" icon="plus" onClick={onIdentity}>
              {t('addressesNew')}
            </Button>
          }
        >
          {t('cardNoIdentityText')}
        </EmptyState>
      )}
      {identities && draft.ready && identities.length > 0 && (
        <Form draft={draft} identities={identities} onAdded={onAdded} />
      )}
    </Screen>
  );
}

interface FormProps {
  draft: ReturnType<typeof useDraft<typeof EMPTY>>;
  identities: { id: string; email: string; label: string }[];
  onAdded: (id: string) => void;
}

function Form({ draft, identities, onAdded }: FormProps) {
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const add = useAct('cards.add');
  const form = draft.value;
  const brand = brandOf(number.replace(/\D/g, ''));
  const addressId = identities.some(({ id }) => id === form.addressId)
    ? form.addressId
    : (identities[0]?.id ?? '');
  const budget = form.budget.trim() === '' ? null : typedCents(form.budget);
  const badBudget = form.budget.trim() !== '' && budget === null;
  const wrong = (field: string) => (add.error?.detail.field === field ? t('fieldRejected') : null);
  const set = (change: Partial<typeof form>) => {
    add.clear();
    draft.set(change);
  };
  return (
    <form
      class="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        add.run(async () => {
          const { expiry, holder, postcode, name } = form;
          const wish = { addressId, number, expiry, code, holder, postcode, name, budgetCents: budget };
          const { card } = await ask('cards.add', wish);
          await draft.clear();
          onAdded(card.id);
        });
      }}
    >
      <SelectField
        label={t('cardIdentity')}
        hint={t('cardIdentityHint')}
        value={addressId}
        options={identities.map(({ id, email, label }) => ({ value: id, label: label || email }))}
        onValue={(value) => set({ addressId: value })}
      />
      <TextField
        label={t('cardNumber')}
        hint={brand ? brand.title : t('cardNumberHint')}
        mono
        inputMode="numeric"
        maxLength={24}
        value={number}
        error={
          wrong('number') ??
          (number.replace(/\D/g, '').length >= 15 && !cardNumber(number) ? t('cardNumberWrong') : null)
        }
        onValue={(value) => {
          add.clear();
          setNumber(groupDigits(value.replace(/\D/g, '').slice(0, 19)));
        }}
      />
      <TextField
        label={t('cardExpiry')}
        mono
        inputMode="numeric"
        maxLength={9}
        placeholder="MM/YY"
        value={form.expiry}
        error={wrong('expiry')}
        onValue={(value) => set({ expiry: value })}
      />
      <SecretField
        label={t('cardCode')}
        hint={t('cardCodeHint')}
        value={code}
        error={wrong('code')}
        onValue={setCode}
      />
      <TextField
        label={t('cardHolder')}
        maxLength={100}
        value={form.holder}
        onValue={(value) => set({ holder: value })}
      />
      <TextField
        label={t('cardPostcode')}
        maxLength={20}
        value={form.postcode}
        onValue={(value) => set({ postcode: value })}
      />
      <TextField
        label={t('cardBudget')}
        hint={t('cardBudgetHint')}
        inputMode="numeric"
        maxLength={12}
        value={form.budget}
        error={badBudget ? t('cardAmountWrong') : wrong('budget_cents')}
        onValue={(value) => set({ budget: value })}
      />
      <TextField
        label={t('cardName')}
        maxLength={100}
        value={form.name}
        onValue={(value) => set({ name: value })}
      />
      <p class="soft">{t('cardSealed')}</p>
      <Trouble error={add.error} />
      <div class="actions">
        <Button kind="primary" type="submit" busy={add.busy} disabled={!cardNumber(number) || badBudget}>
          {t('cardsAdd')}
        </Button>
      </div>
    </form>
  );
}
