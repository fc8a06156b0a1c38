// Identity checks in the options page: webhooks, sealed answers and figures of one account at a time, a part at a time by the address's
// hash. Leans on webhooks.scopes: what the key may not do is said at once instead of being tried.
import type { JSX } from 'preact';
import { t } from '../../lib/i18n.ts';
import type { AccountView } from '../../lib/model.ts';
import { Skeleton } from '../parts/skeleton.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAsk } from '../state/ask.ts';
import type { CheckPartProps } from '../state/check-part.ts';
import { openOptions, useSubject } from '../state/pages.ts';
import { AccountChoice } from './account-choice.tsx';
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
  const none = { title: t('checksNoAccountTitle'), text: t('checksNoAccountText') };
  return (
    <Guarded>
      {() => (
        <AccountChoice slot="webhooks" none={none}>
          {(account) => <OfAccount key={account.id} account={account} />}
        </AccountChoice>
      )}
    </Guarded>
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
