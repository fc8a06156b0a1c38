// Connected accounts: what each can do, rename, fetch, remove; and the forms that connect another. Leans on accounts.*.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAsk } from '../state/ask.ts';
import { AccountCard } from './account-card.tsx';
import { ConnectAliaskit } from './connect-aliaskit.tsx';
import { ConnectAnonli } from './connect-anonli.tsx';
import { ConnectKayle } from './connect-kayle.tsx';
import { ConnectLocal } from './connect-local.tsx';
import { Guarded } from './guarded.tsx';

export function Accounts() {
  return <Guarded>{() => <Opened />}</Guarded>;
}

type Way = 'subaddress' | 'catch-all' | 'anonli' | 'aliaskit' | 'kayle';
type Adding = Way | 'none';

/** What can be connected, the one that needs nothing first. */
const WAYS: readonly { way: Way; name: () => string; hint: () => string }[] = [
  { way: 'subaddress', name: () => t('accountMailbox'), hint: () => t('welcomeMailboxHint') },
  { way: 'catch-all', name: () => t('accountDomain'), hint: () => t('welcomeDomainHint') },
  { way: 'anonli', name: () => t('accountAnonli'), hint: () => t('welcomeAnonliHint') },
  { way: 'aliaskit', name: () => t('accountAliaskit'), hint: () => t('welcomeAliaskitHint') },
  { way: 'kayle', name: () => t('accountKayle'), hint: () => t('checksNoAccountText') },
];

function Opened() {
  const list = useAsk('accounts.list', {}, ['accounts']);
  const [adding, setAdding] = useState<Adding>('none');
  const tell = useToast();
  const done = (name: string) => {
    setAdding('none');
    tell(t('accountConnected', name));
    list.again();
  };
  if (!list.value) {
    return list.error ? <Trouble error={list.error} acts={{ retry: list.again }} /> : <Skeleton />;
  }
  const { accounts } = list.value;
  return (
    <div class="stack">
      {accounts.length === 0 && adding === 'none' && (
        <EmptyState title={t('siteNoAccountTitle')}>{t('accountsEmptyText')}</EmptyState>
      )}
      {accounts.map((account) => (
        <AccountCard key={account.id} account={account} />
      ))}
      <section class="card">
        <h3>{accounts.length > 0 ? t('accountsAdd') : t('actionConnect')}</h3>
        {adding === 'none' && (
          <ul class="ways">
            {WAYS.map(({ way, name, hint }, index) => (
              <li key={way}>
                <Button
                  kind={accounts.length === 0 && index === 0 ? 'primary' : 'plain'}
                  onClick={() => setAdding(way)}
                >
                  {name()}
                </Button>
                <span class="soft">{hint()}</span>
              </li>
            ))}
          </ul>
        )}
        {(adding === 'subaddress' || adding === 'catch-all') && (
          <ConnectLocal key={adding} type={adding} onDone={done} onCancel={() => setAdding('none')} />
        )}
        {adding === 'kayle' && <ConnectKayle onDone={done} onCancel={() => setAdding('none')} />}
        {adding === 'anonli' && <ConnectAnonli onDone={done} onCancel={() => setAdding('none')} />}
        {adding === 'aliaskit' && <ConnectAliaskit onDone={done} onCancel={() => setAdding('none')} />}
      </section>
    </div>
  );
}
