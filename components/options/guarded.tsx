// Shows its children only while the vault is open: else the way to open or to make it. Leans on vault.status.
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n.ts';
import type { VaultStatus } from '../../lib/messages/contract.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { Unlock } from '../screens/unlock.tsx';
import { useAsk } from '../state/ask.ts';
import { openOptions } from '../state/pages.ts';

export function Guarded({ children }: { children: (status: VaultStatus) => ComponentChildren }) {
  const status = useAsk('vault.status', {}, ['vault']);
  if (!status.value) {
    return status.error ? <Trouble error={status.error} acts={{ retry: status.again }} /> : <Skeleton />;
  }
  if (status.value.state === 'locked') {
    return (
      <section class="card narrow">
        <h3>{t('errorLockedTitle')}</h3>
        <p class="soft">{t('optionsLockedText')}</p>
        <Unlock />
      </section>
    );
  }
  if (status.value.state === 'empty') {
    return (
      <EmptyState
        title={t('errorNoVaultTitle')}
        action={
          <Button kind="primary" onClick={() => openOptions('welcome')}>
            {t('actionWelcome')}
          </Button>
        }
      >
        {t('errorNoVaultNext')}
      </EmptyState>
    );
  }
  return <>{children(status.value)}</>;
}
