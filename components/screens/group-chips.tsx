// The groups of identities over the list of addresses, one chip each: pressed, the list is that group's. Leans on addresses.groups; where
// there are none it is nothing, and what can be done to a whole group is on its own screen.
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { useAsk } from '../state/ask.ts';

export interface GroupChipsProps {
  /** The group whose identities are listed, or `''`. */
  value: string;
  onValue: (group: string) => void;
  /** To the screen of a group. */
  onOpen: (group: string) => void;
}

export function GroupChips({ value, onValue, onOpen }: GroupChipsProps) {
  const known = useAsk('addresses.groups', {}, ['addresses']);
  const groups = known.value?.groups ?? [];
  // Deleted since it was chosen, it can still be taken away again.
  const shown =
    value === '' || groups.some(({ group }) => group === value)
      ? groups
      : [...groups, { group: value, count: 0 }];
  if (shown.length === 0) return null;
  return (
    <fieldset class="chips" aria-label={t('groupsTitle')}>
      {shown.map(({ group, count }) => (
        <button
          key={group}
          type="button"
          class="chip"
          aria-pressed={group === value}
          onClick={() => onValue(group === value ? '' : group)}
        >
          <bdi class="cut">{group}</bdi> <span class="soft">{count}</span>
        </button>
      ))}
      {value !== '' && (
        <Button kind="quiet" onClick={() => onOpen(value)}>
          {t('groupsOpen')}
        </Button>
      )}
    </fieldset>
  );
}
