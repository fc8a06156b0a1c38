// One connected account: its name, where its addresses come from, fetch again, rename, remove with what that means. Leans
// on accounts.pull, rename and remove; never sees more of a key than its last four characters.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { AccountKind, AccountView } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Facts } from '../parts/facts.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { SyncLine } from '../screens/sync-line.tsx';
import { ask, useAct } from '../state/ask.ts';
import { useDraft } from '../state/draft.ts';
import { openOptions } from '../state/pages.ts';
import { useSyncStates } from '../state/sync.ts';
import { at } from '../words/time.ts';
import { AccountCardKey } from './account-card-key.tsx';
import { AccountKey } from './account-key.tsx';
import { AccountPlan } from './account-plan.tsx';
import { AccountRemove } from './account-remove.tsx';
import { AccountRights } from './account-rights.tsx';

const KINDS: Record<AccountKind, () => string> = {
  local: () => t('accountKindLocal'),
  aliaskit: () => t('accountAliaskit'),
  anonli: () => t('accountAnonli'),
  kayle: () => t('accountKayle'),
};

export function AccountCard({ account }: { account: AccountView }) {
  const [asking, setAsking] = useState<'none' | 'rename' | 'remove'>('none');
  const pull = useAct('accounts.pull');
  const tell = useToast();
  const state = useSyncStates().find(({ accountId }) => accountId === account.id);
  const close = () => setAsking('none');
  const forwards = account.slots.includes('destinations');
  const fetchAgain = () =>
    pull.run(async () => {
      const { added, changed, removed } = await ask('accounts.pull', { id: account.id });
      tell(t('addressesPulled', added, changed, removed));
    });
  return (
    <section class="card">
      <h3>
        <bdi>{account.name}</bdi>
      </h3>
      <Facts
        facts={[
          [t('fieldKind'), KINDS[account.kind]()],
          [t(account.kind === 'local' ? 'fieldAddresses' : 'fieldServer'), account.summary],
          [t('fieldKey'), account.keyHint && `…${account.keyHint}`],
          [t('fieldCardKey'), account.hasCardKey ? t('accountCardKeyKept') : null],
          [t('accountSince'), at(account.createdAt)],
        ]}
      />
      {account.kind === 'aliaskit' && <AccountRights account={account} />}
      {account.slots.includes('cards') && <AccountCardKey account={account} />}
      {account.slots.includes('quota') && <AccountPlan account={account} />}
      {forwards && state && <SyncLine state={state} account={account.name} whole />}
      <div class="actions">
        {forwards && (
          <Button onClick={() => openOptions('forwarding', account.id)}>{t('accountForwarding')}</Button>
        )}
        {account.slots.includes('identities') && (
          <Button icon="refresh" busy={pull.busy} onClick={fetchAgain}>
            {t('actionRefresh')}
          </Button>
        )}
        {account.kind === 'anonli' && <AccountKey account={account} />}
        <Button onClick={() => setAsking('rename')}>{t('actionRename')}</Button>
        <Button onClick={() => setAsking('remove')}>{t('actionRemove')}</Button>
      </div>
      <Trouble error={pull.error} acts={{ retry: fetchAgain }} />
      {asking === 'rename' && <Rename account={account} onClose={close} />}
      {asking === 'remove' && <AccountRemove account={account} state={state} onClose={close} />}
    </section>
  );
}

function Rename({ account, onClose }: { account: AccountView; onClose: () => void }) {
  const draft = useDraft(`account.name.${account.id}`, { name: account.name });
  const act = useAct('accounts.rename');
  const name = draft.value.name.trim();
  return (
    <Dialog
      title={t('actionRename')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('actionCancel')}</Button>
          <Button
            kind="primary"
            busy={act.busy}
            disabled={name === ''}
            onClick={() =>
              act.run(async () => {
                await ask('accounts.rename', { id: account.id, name });
                await draft.clear({ name });
                onClose();
              })
            }
          >
            {t('actionSave')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('fieldAccountName')}
        value={draft.value.name}
        maxLength={200}
        onValue={(value) => draft.set({ name: value })}
      />
      <Trouble error={act.error} />
    </Dialog>
  );
}
