// No addresses, or nobody's inbox, yet: what would be here, and the one step that comes next: connect an account that can, or make an
// address with the one that is there. Leans on accounts.list; offers nothing before that is known, so that no button changes its mind.
import { t } from '../../lib/i18n.ts';
import type { SlotName } from '../../lib/slot-name.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { useAsk } from '../state/ask.ts';
import { openOptions } from '../state/pages.ts';
import type { Go } from '../state/route.ts';

const WORDS = {
  addresses: {
    slot: 'aliases',
    title: () => t('addressesEmptyTitle'),
    text: () => t('addressesEmptyText'),
    unconnected: () => t('siteNoAccountText'),
  },
  inbox: {
    slot: 'inbox',
    title: () => t('inboxNoneTitle'),
    text: () => t('inboxNoneText'),
    unconnected: () => t('inboxNoneText'),
  },
} as const satisfies Record<string, { slot: SlotName } & Record<string, SlotName | (() => string)>>;

export function NothingYet({ what, go }: { what: keyof typeof WORDS; go: Go }) {
  const list = useAsk('accounts.list', {}, ['accounts']);
  if (!list.value) return null;
  const { slot, title, text, unconnected } = WORDS[what];
  const able = list.value.accounts.some(({ slots }) => slots.includes(slot));
  const action = able ? (
    <Button kind="primary" icon="plus" onClick={() => go({ tab: 'addresses', screen: 'new' })}>
      {t('addressesNew')}
    </Button>
  ) : (
    <Button kind="primary" onClick={() => openOptions('accounts')}>
      {t('actionConnect')}
    </Button>
  );
  return (
    <EmptyState icon="mail" title={title()} action={action}>
      {able ? text() : unconnected()}
    </EmptyState>
  );
}
