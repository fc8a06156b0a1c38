// A section of the options page that is about one account at a time: which of those that can, or the way to connect one. Leans on
// accounts.list; what is shown of the account is its caller's.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { AccountView } from '../../lib/model.ts';
import type { SlotName } from '../../lib/slot-name.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAsk } from '../state/ask.ts';
import { openOptions } from '../state/pages.ts';

export interface AccountChoiceProps {
  /** What an account must be able to do. */
  slot: SlotName;
  /** Words for when none is. */
  none: { title: string; text: string };
  /** Id of the account to begin with; else the first. */
  first?: string | null;
  children: (account: AccountView) => ComponentChildren;
}

export function AccountChoice({ slot, none, first = null, children }: AccountChoiceProps) {
  const accounts = useAsk('accounts.list', {}, ['accounts']);
  const [chosen, setChosen] = useState(first);
  if (!accounts.value) {
    return accounts.error ? (
      <Trouble error={accounts.error} acts={{ retry: accounts.again }} />
    ) : (
      <Skeleton rows={4} />
    );
  }
  const able = accounts.value.accounts.filter(({ slots }) => slots.includes(slot));
  const account = able.find(({ id }) => id === chosen) ?? able[0];
  if (!account) {
    return (
      <EmptyState
        title={none.title}
        action={
          <Button kind="primary" onClick={() => openOptions('accounts')}>
            {t('actionConnect')}
          </Button>
        }
      >
        {none.text}
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
      {children(account)}
    </div>
  );
}
