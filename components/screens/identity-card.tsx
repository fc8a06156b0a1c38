// What an identity is beyond its address: filled whole into a form, its phone number, its group, what its service keeps with it. Leans on
// identities.open, which asks the service each time; without an answer it shows what is known and says so.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { groupOf } from '../../lib/identity-group.ts';
import type { Address } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { Switch } from '../parts/switch.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { useDraft } from '../state/draft.ts';
import type { Go } from '../state/route.ts';
import { GroupField } from './group-field.tsx';
import { IdentityMetadata } from './identity-metadata.tsx';
import { PersonaFill } from './persona-fill.tsx';
import { PhoneNew } from './phone-new.tsx';

export function IdentityCard({ address, go }: { address: Address; go: Go }) {
  const open = useAsk('identities.open', { id: address.id }, []);
  const [buying, setBuying] = useState(false);
  const [kept, setKept] = useState(false);
  const countries = open.value?.countries ?? [];
  const trouble = open.value?.trouble ?? open.error;
  return (
    <section class="card stack" aria-label={t('identityTitle')}>
      <h3>{t('identityTitle')}</h3>
      <PersonaFill address={address} />
      <Suspension address={address} />
      {trouble && <Trouble error={trouble} acts={{ retry: open.again }} />}
      {address.persona?.phone === null && countries.length > 0 && (
        <Button icon="sms" onClick={() => setBuying(true)}>
          {t('phoneGet')}
        </Button>
      )}
      <Group key={address.id} address={address} go={go} />
      <Button kind="quiet" expanded={kept} onClick={() => setKept(!kept)}>
        {t('identityKept')}
      </Button>
      {kept && <IdentityMetadata address={address} />}
      {buying && <PhoneNew address={address} countries={countries} onClose={() => setBuying(false)} />}
    </section>
  );
}

/** Set aside at the service, and taken up again; what becomes of mail meanwhile, no document says, and neither do we. */
function Suspension({ address }: { address: Address }) {
  const act = useAct('addresses.update');
  return (
    <>
      <Switch
        label={address.active ? t('identityOn') : t('identityOff')}
        hint={address.active ? t('identityOnText') : t('identityOffText')}
        on={address.active}
        disabled={act.busy}
        onSwitch={(active) =>
          act.run(async () => {
            await ask('addresses.update', { id: address.id, active });
          })
        }
      />
      <Trouble error={act.error} />
    </>
  );
}

function Group({ address, go }: { address: Address; go: Go }) {
  const group = groupOf(address.persona?.metadata ?? {}) ?? '';
  const draft = useDraft(`identity.group.${address.id}`, { group });
  const save = useAct('identities.change');
  const tell = useToast();
  return (
    <form
      class="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        save.run(async () => {
          await ask('identities.change', { id: address.id, group: draft.value.group.trim() || null });
          await draft.clear({ group: draft.value.group.trim() });
          tell(t('saved'));
        });
      }}
    >
      <GroupField value={draft.value.group} onValue={(next) => draft.set({ group: next })} />
      <Trouble error={save.error} />
      <div class="actions">
        {draft.dirty && (
          <Button kind="primary" type="submit" busy={save.busy}>
            {t('actionSave')}
          </Button>
        )}
        {group !== '' && (
          <Button onClick={() => go({ tab: 'addresses', screen: 'groups', id: group })}>
            {t('groupOpen', group)}
          </Button>
        )}
      </div>
    </form>
  );
}
