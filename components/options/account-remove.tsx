// Removing a connected account: what leaves this device and what stays at the service, and what the service was not told yet, which
// would be lost with it. Leans on accounts.remove and sync.send.
import { t, tn } from '../../lib/i18n.ts';
import type { AccountKind, AccountView } from '../../lib/model.ts';
import type { SyncState } from '../../lib/sync-state.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';

const REMOVED: Record<AccountKind, () => string> = {
  local: () => t('accountRemoveLocal'),
  aliaskit: () => t('accountRemoveAliaskit'),
  anonli: () => t('accountRemoveAnonli'),
  kayle: () => t('accountRemoveKayle'),
};

export interface AccountRemoveProps {
  account: AccountView;
  /** Absent where the account has no list at a service. */
  state: SyncState | undefined;
  onClose: () => void;
}

export function AccountRemove({ account, state, onClose }: AccountRemoveProps) {
  return (
    <Confirm
      title={t('accountRemoveTitle', account.name)}
      button={t('actionRemove')}
      where="accounts.remove"
      act={() => ask('accounts.remove', { id: account.id })}
      onClose={onClose}
    >
      <p>{REMOVED[account.kind]()}</p>
      {state && <Unsent state={state} account={account.name} />}
    </Confirm>
  );
}

/** What is here alone goes with the account: said before, with the way to keep it. */
function Unsent({ state, account }: { state: SyncState; account: string }) {
  const act = useAct('sync.send');
  const { pending, undecided, waitsForVault } = state;
  const count = pending + undecided + waitsForVault;
  if (count === 0) return null;
  return (
    <div class="notice" role="status">
      <p>{tn('accountRemoveUnsent', count, account)}</p>
      {pending > 0 && (
        <div class="actions">
          <Button
            busy={act.busy}
            onClick={() =>
              act.run(async () => {
                await ask('sync.send', { id: state.accountId });
              })
            }
          >
            {t('accountRemoveSend')}
          </Button>
        </div>
      )}
      <Trouble error={act.error} />
    </div>
  );
}
