// The texts kept with an address: label, name of an identity, site, note; where a service keeps label and note sealed, with its limit
// in bytes, and never over one that could not be opened unless the person says so. Leans on addresses.update; a draft until saved.
import { useState } from 'preact/hooks';
import type { SealedField } from '../../lib/forwarding.ts';
import { t } from '../../lib/i18n.ts';
import type { AccountView, Address } from '../../lib/model.ts';
import { MOST_SEALED_TEXT_BYTES, sealedTextBytes } from '../../lib/sealed-text.ts';
import { Button } from '../parts/button.tsx';
import { ByteField } from '../parts/byte-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useTexts } from '../state/address-texts.ts';
import { ask, useAct } from '../state/ask.ts';
import type { VaultStand } from '../state/vault-stand.ts';

/** Ours alone are limited in letters only, so that nobody stores a book in a label. */
const OWN: Record<SealedField, number> = { label: 500, note: 10_000 };

export interface AddressFormProps {
  address: Address;
  account: AccountView | null;
  /** Of the service's own vault, through which label and note go. */
  stand: VaultStand;
}

export function AddressForm({ address, account, stand }: AddressFormProps) {
  const { draft, met } = useTexts(address);
  const save = useAct('addresses.update');
  const tell = useToast();
  const [replaced, setReplaced] = useState<readonly SealedField[]>([]);
  const { label, note, site, name } = draft.value;
  const sealed = address.forwarding !== undefined;
  const closed = (field: SealedField) =>
    (address.forwarding?.closed.includes(field) ?? false) && !replaced.includes(field);
  const over = sealed && [label, note].some((text) => sealedTextBytes(text) > MOST_SEALED_TEXT_BYTES);
  /** A text that stayed as it was is not sent: it may have been changed elsewhere meanwhile. */
  const changed = (field: SealedField) =>
    !closed(field) && (draft.value[field] !== address[field] || replaced.includes(field));
  return (
    <form
      class="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (over) return;
        save.run(async () => {
          await ask('addresses.update', {
            id: address.id,
            ...(changed('label') ? { label } : {}),
            ...(changed('note') ? { note } : {}),
            // Of what is shown: a newer one stands behind it, as the notice below says.
            seen: { label: address.label, note: address.note },
            ...(replaced.length > 0 ? { replaceClosed: true } : {}),
            site: site.trim() || null,
            ...(address.persona && name !== address.persona.name ? { name } : {}),
          });
          await draft.clear({ label, note, site, name, labelWas: '', noteWas: '' });
          setReplaced([]);
          tell(t('saved'));
        });
      }}
    >
      {closed('label') ? (
        <Closed label={t('fieldLabel')} onReplace={() => setReplaced([...replaced, 'label'])} />
      ) : (
        <Text
          sealed={sealed}
          account={account}
          stand={stand}
          field="label"
          value={label}
          met={met.label}
          onValue={draft.set}
        />
      )}
      {address.persona && (
        <TextField
          label={t('fieldName')}
          value={name}
          maxLength={200}
          onValue={(value) => draft.set({ name: value })}
        />
      )}
      <TextField
        label={t('fieldSite')}
        value={site}
        hint={t('fieldSiteHint')}
        maxLength={253}
        placeholder="shop.example"
        onValue={(value) => draft.set({ site: value })}
      />
      {closed('note') ? (
        <Closed label={t('fieldNote')} onReplace={() => setReplaced([...replaced, 'note'])} />
      ) : (
        <Text
          sealed={sealed}
          account={account}
          stand={stand}
          field="note"
          value={note}
          met={met.note}
          onValue={draft.set}
        />
      )}
      <Trouble error={save.error} />
      {(draft.dirty || replaced.length > 0) && (
        <div class="actions">
          <Button kind="primary" type="submit" busy={save.busy} disabled={over}>
            {t('actionSave')}
          </Button>
          <Button
            onClick={() => {
              setReplaced([]);
              void draft.clear();
            }}
          >
            {t('actionDiscard')}
          </Button>
        </div>
      )}
    </form>
  );
}

interface TextProps {
  sealed: boolean;
  account: AccountView | null;
  stand: VaultStand;
  field: SealedField;
  value: string;
  /** A newer text from elsewhere that saving would replace. */
  met: string | undefined;
  onValue: (change: Partial<Record<SealedField, string>>) => void;
}

const SEALED_HINTS: Record<VaultStand, (account: string) => string> = {
  open: (account) => t('sealedHint', account),
  closed: () => t('sealedWaits'),
  never: (account) => t('sealedNever', account),
};

/** A label or a note, by the rules of who keeps it. */
function Text({ sealed, account, stand, field, value, met, onValue }: TextProps) {
  const common = {
    label: field === 'label' ? t('fieldLabel') : t('fieldNote'),
    value,
    onValue: (text: string) => onValue({ [field]: text }),
    ...(field === 'note' ? { rows: 3 } : {}),
  };
  const hint = SEALED_HINTS[stand](account?.name ?? '');
  return (
    <>
      {sealed ? (
        <ByteField {...common} limit={MOST_SEALED_TEXT_BYTES} {...(field === 'label' ? { hint } : {})} />
      ) : (
        <TextField {...common} maxLength={OWN[field]} />
      )}
      {met !== undefined && (
        <p class="notice" role="status">
          {met === '' ? t('textMetEmpty') : t('textMet', met)}
        </p>
      )}
    </>
  );
}

/** A text of the service that did not open: shown as such, and left alone until the person says otherwise. */
function Closed({ label, onReplace }: { label: string; onReplace: () => void }) {
  return (
    <div class="field">
      <span class="field-name">{label}</span>
      <p class="notice">{t('closedText')}</p>
      <div class="actions">
        <Button onClick={onReplace}>{t('closedReplace')}</Button>
      </div>
    </div>
  );
}
