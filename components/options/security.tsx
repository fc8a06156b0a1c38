// Locking, passphrase, blind tags, erasing. Leans on settings.* and vault.*; says what each can and cannot protect from.
import { t, tn } from '../../lib/i18n.ts';
import { type Option, SelectField } from '../parts/select-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Switch } from '../parts/switch.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { Erase } from './erase.tsx';
import { Guarded } from './guarded.tsx';
import { PassphraseChange } from './passphrase-change.tsx';

const MINUTES = [1, 5, 15, 30, 60, 240, 0];

export function Security() {
  return (
    <div class="stack">
      <AutoLock />
      <Guarded>{(status) => <PassphraseChange status={status} />}</Guarded>
      <Erase />
    </div>
  );
}

function AutoLock() {
  const settings = useAsk('settings.get', {}, ['settings']);
  const act = useAct('settings.set');
  if (!settings.value)
    return settings.error ? (
      <Trouble error={settings.error} acts={{ retry: settings.again }} />
    ) : (
      <Skeleton rows={1} />
    );
  const { autoLockMinutes, blindTags } = settings.value;
  const all = MINUTES.includes(autoLockMinutes) ? MINUTES : [...MINUTES, autoLockMinutes];
  const options: Option<string>[] = all.map((minutes) => ({
    value: String(minutes),
    label: minutes === 0 ? t('lockNever') : tn('lockMinutes', minutes),
  }));
  const save = (change: { autoLockMinutes?: number; blindTags?: boolean }) =>
    act.run(async () => {
      await ask('settings.set', change);
      settings.again();
    });
  return (
    <section class="card">
      <SelectField
        label={t('lockTitle')}
        hint={t('lockHint')}
        value={String(autoLockMinutes)}
        options={options}
        onValue={(minutes) => save({ autoLockMinutes: Number(minutes) })}
      />
      <Switch
        label={t('tagsTitle')}
        hint={t('tagsHint')}
        on={blindTags}
        onSwitch={(on) => save({ blindTags: on })}
      />
      <Trouble error={act.error} />
    </section>
  );
}
