// One authenticator entry that a service holds: where it is offered, and removing it there. Leans on totp.placeHeld and removeHeld;
// its name and secret cannot be changed, since no route of a service does that.
import { useState } from 'preact/hooks';
import type { HeldTotpView } from '../../lib/held-totp.ts';
import { t } from '../../lib/i18n.ts';
import { Confirm } from '../parts/confirm.tsx';
import { EntryActions } from '../parts/entry-actions.tsx';
import { Facts } from '../parts/facts.tsx';
import { Screen } from '../parts/screen.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { useDraft } from '../state/draft.ts';
import { HeldTotpRow, heldName } from './held-row.tsx';

export function HeldOpen({ held, onBack }: { held: HeldTotpView; onBack: () => void }) {
  const draft = useDraft(`totp.held.${held.id}`, { site: held.site ?? '' });
  const [deleting, setDeleting] = useState(false);
  const save = useAct('totp.placeHeld');
  const tell = useToast();
  const name = heldName(held);
  const { site } = draft.value;
  return (
    <Screen title={name} onBack={onBack}>
      <div class="stack">
        <HeldTotpRow held={held} />
        <Facts
          facts={[
            [t('heldBy'), held.holder],
            [t('heldIdentity'), held.email],
          ]}
        />
        <p class="soft">{t('heldReads', held.holder)}</p>
        <form
          class="stack"
          autoComplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            save.run(async () => {
              await ask('totp.placeHeld', { id: held.id, site: site.trim() || null });
              await draft.clear({ site });
              tell(t('saved'));
              onBack();
            });
          }}
        >
          <TextField
            label={t('fieldSite')}
            hint={t('fieldTotpSiteHint')}
            placeholder="shop.example"
            value={site}
            maxLength={253}
            error={save.error?.detail.field === 'site' ? t('fieldWrong') : null}
            onValue={(value) => {
              save.clear();
              draft.set({ site: value });
            }}
          />
          <Trouble error={save.error} />
          <EntryActions busy={save.busy} dirty={draft.dirty} onDelete={() => setDeleting(true)} />
        </form>
      </div>
      {deleting && (
        <Confirm
          title={t('heldDeleteTitle', held.holder)}
          button={t('addressDeleteButton')}
          where="totp.removeHeld"
          act={() => ask('totp.removeHeld', { id: held.id })}
          onClose={() => setDeleting(false)}
        >
          <p>{t('heldDeleteText', held.holder, name)}</p>
        </Confirm>
      )}
    </Screen>
  );
}
