// Second step: where addresses come from, in the user's terms, with the form of the chosen way right below; or later. Leans on the
// same forms as the accounts section.
import type { JSX } from 'preact';
import { t } from '../../lib/i18n.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { useDraft } from '../state/draft.ts';
import { ConnectAliaskit, type ConnectProps } from './connect-aliaskit.tsx';
import { ConnectAnonli } from './connect-anonli.tsx';
import { ConnectLocal } from './connect-local.tsx';

const WAYS = ['subaddress', 'catch-all', 'anonli', 'aliaskit'] as const;
type Way = (typeof WAYS)[number];

const FORMS: Record<Way, (props: ConnectProps) => JSX.Element> = {
  subaddress: (props) => <ConnectLocal type="subaddress" {...props} />,
  'catch-all': (props) => <ConnectLocal type="catch-all" {...props} />,
  anonli: ConnectAnonli,
  aliaskit: ConnectAliaskit,
};

export function WelcomeAccount({ onDone, onLater }: { onDone: () => void; onLater: () => void }) {
  const draft = useDraft<{ way: string }>('welcome.way', { way: '' });
  const way = WAYS.find((known) => known === draft.value.way) ?? 'subaddress';
  const Form = FORMS[way];
  const done = () => {
    void draft.clear().then(onDone);
  };
  return (
    <div class="stack">
      <ChoiceField
        label={t('welcomeWays')}
        value={way}
        choices={[
          { value: 'subaddress', label: t('accountMailbox'), hint: t('welcomeMailboxHint') },
          { value: 'catch-all', label: t('accountDomain'), hint: t('welcomeDomainHint') },
          { value: 'anonli', label: t('accountAnonli'), hint: t('welcomeAnonliHint') },
          { value: 'aliaskit', label: t('accountAliaskit'), hint: t('welcomeAliaskitHint') },
        ]}
        onValue={(chosen) => draft.set({ way: chosen })}
      />
      <div class="welcome-way">
        <Form key={way} onDone={done} onCancel={onLater} cancel={t('welcomeLater')} />
      </div>
    </div>
  );
}
