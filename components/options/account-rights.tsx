// What an AliasKit account's key may do, looked at on demand, and another key in its place. Leans on accounts.probe and on
// account-key.tsx.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { AccountView } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { KeyRights } from '../parts/key-rights.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { AccountKey } from './account-key.tsx';

export function AccountRights({ account }: { account: AccountView }) {
  const [scopes, setScopes] = useState<Record<string, boolean> | null>(null);
  const probe = useAct('accounts.probe');
  const look = () =>
    probe.run(async () => setScopes((await ask('accounts.probe', { id: account.id })).scopes));
  return (
    <div class="stack">
      {scopes && <KeyRights scopes={scopes} />}
      <div class="actions">
        <Button icon="key" busy={probe.busy} onClick={look}>
          {t('rightsLook')}
        </Button>
        <AccountKey account={account} onChanged={look} />
      </div>
      <Trouble error={probe.error} acts={{ retry: look }} />
    </div>
  );
}
