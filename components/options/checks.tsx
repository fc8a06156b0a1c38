// Identity checks in the options page: webhooks, sealed answers and figures of one account at a time, a part at a time by the address's
// hash. Leans on webhooks.scopes: what the key may not do is said at once instead of being tried.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { AccountView } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAsk } from '../state/ask.ts';
import type { CheckPartProps } from '../state/check-part.ts';
import { openOptions, useSubject } from '../state/pages.ts';
import { Answers } from './answers.tsx';
import { Guarded } from './guarded.tsx';
import { Hooks } from './hooks.tsx';
import { Insights } from './insights.tsx';

const PARTS = ['webhooks', 'answers', 'overview'] as const;
type Part = (typeof PARTS)[number];

const SHOWN: Record<Part, { name: () => string; Shown: (props: CheckPartProps) => JSX.Element }> = {
  webhooks: { name: () => t('hooksTitle'), Shown: Hooks },
  answers: { name: () => t('answersTitle'), Shown: Answers },
  overview: { name: () => t('insightsTitle'), Shown: Insights },
};

export function ChecksSection() {
  return <Guarded>{() => <Opened />}</Guarded>;
}

function Opened() {
  const accounts = useAsk('accounts.list', {}, ['accounts']);
  const [chosen, setChosen] = useState('');
  if (!accounts.value) {
    return accounts.error ? (
      <Trouble error={accounts.error} acts={{ retry: accounts.again }} />
    ) : (
      <Skeleton rows={4} />
    );
  }
  const able = accounts.value.accounts.filter(({ slots }) => slots.includes('webhooks'));
  const account = able.find(({ id }) => id === chosen) ?? able[0];
  if (!account) {
    return (
      <EmptyState
        title={t('checksNoAccountTitle')}
        action={
          <Button kind="primary" onClick={() => openOptions('accounts')}>
            {t('actionConnect')}
          </Button>
        }
      >
        {t('checksNoAccountText')}
      </EmptyState>
    );
  }
  return (
    <div class="stack">
      {able.length > 1 && (
        <SelectField
          label={t('fieldAccount')}
          value={account.id}
          options={able.map(({ id, name, summary }) => ({ value: id, label: `${name} (${summary})` }))}
          onValue={setChosen}
        />
      )}
      <OfAccount key={account.id} account={account} />
    </div>
  );
}

function OfAccount({ account }: { account: AccountView }) {
  const rights = useAsk('webhooks.scopes', { accountId: account.id }, ['accounts']);
  const subject = useSubject();
  const part = PARTS.find((name) => name === subject) ?? 'webhooks';
  const { Shown } = SHOWN[part];
  const scopes = rights.value?.scopes ?? null;
  // Opening an answer takes no service: it works with a key that is refused, too.
  const waits = scopes === null && part !== 'answers';
  return (
    <>
      <Tabs
        label={t('checksParts')}
        panel="checks-part"
        chosen={part}
        tabs={PARTS.map((name) => ({ name, label: SHOWN[name].name() }))}
        onChoose={(name) => openOptions('checks', name)}
      />
      <div class="stack" id="checks-part" role="tabpanel" aria-labelledby={`checks-part-${part}`}>
        <Trouble error={rights.error} acts={{ retry: rights.again }} />
        {waits ? (
          !rights.error && <Skeleton rows={4} />
        ) : (
          <Shown key={part} account={account} scopes={scopes} />
        )}
      </div>
    </>
  );
}
