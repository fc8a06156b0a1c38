// First step: the passphrase that seals everything. Leans on vault.create; what is typed stays in these fields.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { isUsable, NewPassphrase } from './new-passphrase.tsx';

export function WelcomePassphrase({ onMade }: { onMade: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const create = useAct('vault.create');
  return (
    <form
      class="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isUsable(passphrase, again)) return;
        create.run(async () => {
          await ask('vault.create', { passphrase });
          onMade();
        });
      }}
    >
      <p>{t('welcomePassphraseText')}</p>
      <NewPassphrase
        label={t('unlockPassphrase')}
        value={passphrase}
        again={again}
        autoFocus
        onValue={(value) => {
          create.clear();
          setPassphrase(value);
        }}
        onAgain={setAgain}
      />
      <p class="notice">{t('welcomeNoReset')}</p>
      <Trouble error={create.error} />
      <div class="actions">
        <Button kind="primary" type="submit" busy={create.busy} disabled={!isUsable(passphrase, again)}>
          {create.busy ? t('welcomeMaking') : t('welcomeNext')}
        </Button>
      </div>
    </form>
  );
}
