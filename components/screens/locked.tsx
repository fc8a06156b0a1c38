// The popup while locked: how many addresses are used here (all a locked vault can tell), and the way in. Leans on
// site.current and unlock.tsx.
import { displayHost } from '../../lib/host-display.ts';
import { t, tn } from '../../lib/i18n.ts';
import { Icon } from '../parts/icon.tsx';
import { useAsk } from '../state/ask.ts';
import { Unlock } from './unlock.tsx';

export function Locked() {
  const view = useAsk('site.current', {}, ['vault', 'addresses']);
  const count = view.value?.lockedCount ?? 0;
  const site = view.value?.site;
  return (
    <section class="locked">
      <Icon name="lock" />
      <h2>{site && count > 0 ? tn('lockedCount', count, displayHost(site)) : t('errorLockedTitle')}</h2>
      <p class="soft">{t('lockedText')}</p>
      <Unlock />
    </section>
  );
}
