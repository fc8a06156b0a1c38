// The theme. Leans on settings.*; the choice takes effect at once, everywhere.

import type { Settings } from '../../lib/default-settings.ts';
import { t } from '../../lib/i18n.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';

const THEMES: Record<Settings['theme'], () => string> = {
  system: () => t('themeSystem'),
  light: () => t('themeLight'),
  dark: () => t('themeDark'),
};
const ORDER: readonly Settings['theme'][] = ['system', 'light', 'dark'];

export function Appearance() {
  const settings = useAsk('settings.get', {}, ['settings']);
  const act = useAct('settings.set');
  if (!settings.value)
    return settings.error ? (
      <Trouble error={settings.error} acts={{ retry: settings.again }} />
    ) : (
      <Skeleton />
    );
  return (
    <section class="card">
      <ChoiceField
        label={t('themeTitle')}
        value={settings.value.theme}
        choices={ORDER.map((value) => ({ value, label: THEMES[value]() }))}
        onValue={(theme) =>
          act.run(async () => {
            await ask('settings.set', { theme });
            settings.again();
          })
        }
      />
      <Trouble error={act.error} />
    </section>
  );
}
