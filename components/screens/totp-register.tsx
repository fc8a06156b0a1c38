// Giving an authenticator secret to a service as well: what that means first, then which identity, then the person's word. Leans on
// totp.register; the vault keeps its own entry, and nothing is sent before the switch is on.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { AccountView, Address, TotpView } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Switch } from '../parts/switch.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';

/** The button that begins it; nothing where no identity could hold one. */
export function TotpRegister({ totp }: { totp: TotpView }) {
  const [open, setOpen] = useState(false);
  const accounts = useAsk('accounts.list', {}, ['accounts']);
  const addresses = useAsk('addresses.list', { kind: 'identity' }, ['addresses']);
  const able = accounts.value?.accounts.filter(({ slots }) => slots.includes('totps')) ?? [];
  const identities = addresses.value?.addresses.filter(({ accountId }) =>
    able.some(({ id }) => id === accountId),
  );
  if (!identities || identities.length === 0) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('heldRegister')}</Button>
      {open && (
        <Register totp={totp} identities={identities} accounts={able} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

interface RegisterProps {
  totp: TotpView;
  identities: Address[];
  accounts: AccountView[];
  onClose: () => void;
}

function Register({ totp, identities, accounts, onClose }: RegisterProps) {
  // The identity that is used on the entry's site is most likely the one that logs in there.
  const likely = identities.find(({ site }) => site !== null && site === totp.site) ?? identities[0];
  const [chosen, setChosen] = useState(likely?.id ?? '');
  const [understood, setUnderstood] = useState(false);
  const act = useAct('totp.register');
  const tell = useToast();
  const identity = identities.find(({ id }) => id === chosen);
  const holder = accounts.find(({ id }) => id === identity?.accountId)?.name ?? '';
  return (
    <Dialog
      title={t('heldRegisterTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('actionCancel')}</Button>
          <Button
            kind="primary"
            busy={act.busy}
            disabled={!understood}
            onClick={() =>
              act.run(async () => {
                await ask('totp.register', { id: totp.id, addressId: chosen });
                tell(t('heldRegistered', holder));
                onClose();
              })
            }
          >
            {t('heldRegisterButton')}
          </Button>
        </>
      }
    >
      <p>{t('heldWarning', holder)}</p>
      <SelectField
        label={t('cardIdentity')}
        value={chosen}
        options={identities.map(({ id, email, label }) => ({ value: id, label: label || email }))}
        onValue={setChosen}
      />
      <Switch label={t('heldUnderstood', holder)} on={understood} onSwitch={setUnderstood} />
      <Trouble error={act.error} />
    </Dialog>
  );
}
