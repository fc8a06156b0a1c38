// The passphrase field that opens the vault. Leans on vault.unlock; the passphrase lives in this field only: never drafted,
// never shown again, emptied on success.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { wordsFor } from '../words/errors.ts';

export function Unlock() {
  const [passphrase, setPassphrase] = useState('');
  const unlock = useAct('vault.unlock');
  const wrong = unlock.error?.code === 'wrong-passphrase' ? wordsFor(unlock.error) : null;
  return (
    <form
      class="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase === '') return;
        unlock.run(async () => {
          await ask('vault.unlock', { passphrase });
          setPassphrase('');
        });
      }}
    >
      <SecretField
        label={t('unlockPassphrase')}
        value={passphrase}
        autoFocus
        error={wrong && `${wrong.title}. ${wrong.next}`}
        onValue={(value) => {
          setPassphrase(value);
          unlock.clear();
        }}
      />
      <Button kind="primary" type="submit" busy={unlock.busy}>
        {unlock.busy ? t('unlockBusy') : t('actionUnlock')}
      </Button>
      {!wrong && <Trouble error={unlock.error} />}
    </form>
  );
}
