// One authenticator code: names and site can be changed, its secret cannot be seen. Leans on totp.update and totp.remove;
// deleting says what may be lost.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { TotpView } from '../../lib/model.ts';
import { Confirm } from '../parts/confirm.tsx';
import { EntryActions } from '../parts/entry-actions.tsx';
import { Screen } from '../parts/screen.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { useDraft } from '../state/draft.ts';
import { TotpRegister } from './totp-register.tsx';

export function TotpEdit({ totp, onBack }: { totp: TotpView; onBack: () => void }) {
  const draft = useDraft(`totp.${totp.id}`, {
    issuer: totp.issuer,
    account: totp.account,
    site: totp.site ?? '',
  });
  const [deleting, setDeleting] = useState(false);
  const save = useAct('totp.update');
  const tell = useToast();
  const { issuer, account, site } = draft.value;
  const name = totp.issuer || totp.account || t('codesUnnamed');
  return (
    <Screen title={name} onBack={onBack}>
      <div class="stack">
        <form
          class="stack"
          autoComplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            save.run(async () => {
              await ask('totp.update', { id: totp.id, issuer, account, site: site.trim() || null });
              await draft.clear({ issuer, account, site });
              tell(t('saved'));
              onBack();
            });
          }}
        >
          <TextField
            label={t('fieldIssuer')}
            value={issuer}
            maxLength={200}
            onValue={(value) => draft.set({ issuer: value })}
          />
          <TextField
            label={t('fieldLogin')}
            value={account}
            maxLength={200}
            onValue={(value) => draft.set({ account: value })}
          />
          <TextField
            label={t('fieldSite')}
            hint={t('fieldTotpSiteHint')}
            value={site}
            maxLength={253}
            placeholder="shop.example"
            onValue={(value) => draft.set({ site: value })}
          />
          <Trouble error={save.error} />
          <EntryActions busy={save.busy} dirty={draft.dirty} onDelete={() => setDeleting(true)} />
        </form>
        <TotpRegister totp={totp} />
      </div>
      {deleting && (
        <Confirm
          title={t('totpDeleteTitle')}
          button={t('addressDeleteButton')}
          where="totp.remove"
          act={() => ask('totp.remove', { id: totp.id }).then(onBack)}
          onClose={() => setDeleting(false)}
        >
          <p>{t('totpDeleteText', name)}</p>
        </Confirm>
      )}
    </Screen>
  );
}
