// Texts that cannot go to their service before its own vault is open here: that they wait, with the form that opens it; or that they
// stay here for good, where a key opens none. Leans on open-vault.tsx; never silent, and nothing is lost meanwhile.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import type { VaultStand } from '../state/vault-stand.ts';
import { OpenVault } from './open-vault.tsx';

export interface VaultWaitsProps {
  accountId: string;
  stand: Exclude<VaultStand, 'open'>;
  /** What waits, in a sentence. */
  text: string;
}

export function VaultWaits({ accountId, stand, text }: VaultWaitsProps) {
  const [opening, setOpening] = useState(false);
  return (
    <div class="notice vault-waits">
      <p>{text}</p>
      {stand === 'closed' && !opening && (
        <div class="actions">
          <Button icon="key" onClick={() => setOpening(true)}>
            {t('vaultOpenButton')}
          </Button>
        </div>
      )}
      {opening && <OpenVault accountId={accountId} onDone={() => setOpening(false)} />}
    </div>
  );
}
