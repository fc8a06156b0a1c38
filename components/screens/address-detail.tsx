// One address: copy, change what is known of it, delete with what that loses. Leans on addresses.update and remove; what is
// being typed is a draft of this address until it is saved.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { AccountView, Address } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { EmailText } from '../parts/email-text.tsx';
import { Facts } from '../parts/facts.tsx';
import { Screen } from '../parts/screen.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { useDraft } from '../state/draft.ts';
import type { Go } from '../state/route.ts';
import { at } from '../words/time.ts';
import { AddressDelete } from './address-delete.tsx';

export interface AddressDetailProps {
  address: Address;
  account: AccountView | null;
  onBack: () => void;
  go: Go;
}

export function AddressDetail({ address, account, onBack, go }: AddressDetailProps) {
  const [deleting, setDeleting] = useState(false);
  const hasInbox = address.kind === 'identity' && (account?.slots.includes('inbox') ?? false);
  return (
    <Screen title={t('addressTitle')} onBack={onBack}>
      <div class="stack">
        <div class="hero">
          <EmailText email={address.email} large />
          <div class="actions">
            <CopyButton text={address.email} label={t('actionCopy')} wide />
            {hasInbox && (
              <Button icon="mail" onClick={() => go({ tab: 'inbox', screen: 'list', id: address.id })}>
                {t('addressMessages')}
              </Button>
            )}
          </div>
        </div>
        <AddressForm address={address} />
        <Facts
          facts={[
            [t('fieldAccount'), account?.name],
            [t('fieldPhone'), address.persona?.phone],
            [t('fieldBirthDate'), address.persona?.birthDate],
            [t('factCreated'), at(address.createdAt)],
            [t('factUsed'), address.usedAt === null ? t('factNever') : at(address.usedAt)],
          ]}
        />
        <Button kind="danger" icon="trash" onClick={() => setDeleting(true)}>
          {t('addressDelete')}
        </Button>
      </div>
      {deleting && (
        <AddressDelete
          address={address}
          account={account}
          onClose={() => setDeleting(false)}
          onDeleted={onBack}
        />
      )}
    </Screen>
  );
}

function AddressForm({ address }: { address: Address }) {
  const draft = useDraft(`address.${address.id}`, {
    label: address.label,
    note: address.note,
    site: address.site ?? '',
    name: address.persona?.name ?? '',
  });
  const save = useAct('addresses.update');
  const tell = useToast();
  const { label, note, site, name } = draft.value;
  return (
    <form
      class="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        save.run(async () => {
          await ask('addresses.update', {
            id: address.id,
            label,
            note,
            site: site.trim() || null,
            ...(address.persona && name !== address.persona.name ? { name } : {}),
          });
          await draft.clear({ label, note, site, name });
          tell(t('saved'));
        });
      }}
    >
      <TextField
        label={t('fieldLabel')}
        value={label}
        maxLength={500}
        onValue={(value) => draft.set({ label: value })}
      />
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
      <TextField
        label={t('fieldNote')}
        value={note}
        rows={3}
        maxLength={10_000}
        onValue={(value) => draft.set({ note: value })}
      />
      <Trouble error={save.error} />
      {draft.dirty && (
        <div class="actions">
          <Button kind="primary" type="submit" busy={save.busy}>
            {t('actionSave')}
          </Button>
          <Button onClick={() => void draft.clear()}>{t('actionDiscard')}</Button>
        </div>
      )}
    </form>
  );
}
