// The top of the popup: name, settings, lock. Leans on vault.lock; shows no lock button when there is nothing to lock.
import { t } from '../../lib/i18n.ts';
import { ask, useAct } from '../state/ask.ts';
import { openOptions } from '../state/pages.ts';
import { Button } from './button.tsx';
import { Logo } from './logo.tsx';
import { Trouble } from './trouble.tsx';

export function AppHeader({ unlocked }: { unlocked: boolean }) {
  const lock = useAct('vault.lock');
  return (
    <header class="app-head">
      <Logo />
      <h1>{t('extName')}</h1>
      {unlocked && (
        <Button
          kind="quiet"
          icon="lock"
          label={t('actionLock')}
          busy={lock.busy}
          onClick={() =>
            lock.run(async () => {
              await ask('vault.lock', {});
            })
          }
        />
      )}
      <Button kind="quiet" icon="gear" label={t('actionSettings')} onClick={() => openOptions('accounts')} />
      <Trouble error={lock.error} />
    </header>
  );
}
