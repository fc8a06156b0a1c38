// Second step: where addresses come from, in the user's terms, or later. Leans on the same forms as the accounts section.
import type { JSX } from 'preact';
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { ChoiceField } from '../parts/choice-field.tsx';
import { useDraft } from '../state/draft.ts';
import { ConnectAliaskit, type ConnectProps } from './connect-aliaskit.tsx';
import { ConnectAnonli } from './connect-anonli.tsx';
import { ConnectLocal } from './connect-local.tsx';

const WAYS = ['subaddress', 'catch-all', 'anonli', 'aliaskit', 'later'] as const;
type Way = (typeof WAYS)[number];

const FORMS: Record<Exclude<Way, 'later'>, (props: ConnectProps) => JSX.Element> = {
  subaddress: (props) => <ConnectLocal type="subaddress" {...props} />,
  'catch-all': (props) => <ConnectLocal type="catch-all" {...props} />,
  anonli: ConnectAnonli,
  aliaskit: ConnectAliaskit,
};

export function WelcomeAccount({ onDone, onLater }: { onDone: () => void; onLater: () => void }) {
  const draft = useDraft<{ way: string; chosen: boolean }>('welcome.way', { way: '', chosen: false });
  const way: Way = WAYS.find((known) => known === draft.value.way) ?? 'subaddress';
  const back = () => draft.set({ chosen: false });
  const done = () => {
    void draft.clear().then(onDone);
  };
  if (draft.value.chosen && way !== 'later') {
    const Form = FORMS[way];
    return <Form key={way} onDone={done} onCancel={back} />;
  }
  return (
    <form
      class="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (way === 'later') onLater();
        else draft.set({ way, chosen: true });
      }}
    >
      <ChoiceField
        label={t('welcomeWays')}
        value={way}
        choices={[
          { value: 'subaddress', label: t('accountMailbox'), hint: t('welcomeMailboxHint') },
          { value: 'catch-all', label: t('accountDomain'), hint: t('welcomeDomainHint') },
          { value: 'anonli', label: t('accountAnonli'), hint: t('welcomeAnonliHint') },
          { value: 'aliaskit', label: t('accountAliaskit'), hint: t('welcomeAliaskitHint') },
          { value: 'later', label: t('welcomeLater'), hint: t('welcomeLaterHint') },
        ]}
        onValue={(chosen) => draft.set({ way: chosen })}
      />
      <div class="actions">
        <Button kind="primary" type="submit">
          {t('welcomeNext')}
        </Button>
      </div>
    </form>
  );
}
