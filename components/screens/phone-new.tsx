// A phone number for an identity: which country, what it may cost, and that it goes only with the identity, all before it is asked for.
// Leans on identities.phone, which asks once.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { Address } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { countryName } from '../words/countries.ts';

export interface PhoneNewProps {
  address: Address;
  countries: readonly string[];
  onClose: () => void;
}

export function PhoneNew({ address, countries, onClose }: PhoneNewProps) {
  const [country, setCountry] = useState(countries[0] ?? '');
  const get = useAct('identities.phone');
  const tell = useToast();
  return (
    <Dialog
      title={t('phoneTitle', address.persona?.name ?? address.email)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('actionCancel')}</Button>
          <Button
            kind="primary"
            busy={get.busy}
            onClick={() =>
              get.run(async () => {
                const { address: now } = await ask('identities.phone', { id: address.id, country });
                tell(t('phoneGot', now.persona?.phone ?? ''));
                onClose();
              })
            }
          >
            {t('phoneGetButton')}
          </Button>
        </>
      }
    >
      <SelectField
        label={t('fieldCountry')}
        value={country}
        options={countries.map((value) => ({ value, label: countryName(value) }))}
        onValue={setCountry}
      />
      <p>{t('phoneCost')}</p>
      <p>{t('phoneRelease')}</p>
      <Trouble error={get.error} />
    </Dialog>
  );
}
