// What is kept of identity checks, and how one hears of them: the word before continuing, the two lists, notifications, servers that are no
// strangers. Leans on settings.* and verifiers.*; notifications are asked for in the click that wants them, and not before.
import { useState } from 'preact/hooks';
import type { Settings } from '../../lib/default-settings.ts';
import { displayHost } from '../../lib/host-display.ts';
import { t } from '../../lib/i18n.ts';
import { browser } from '../../lib/platform.ts';
import { Button } from '../parts/button.tsx';
import { Row } from '../parts/row.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Switch } from '../parts/switch.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { Guarded } from './guarded.tsx';

const DAYS: Record<Settings['checkDays'], () => string> = {
  0: () => t('checkSettingsDays0'),
  30: () => t('checkSettingsDays30'),
  90: () => t('checkSettingsDays90'),
  365: () => t('checkSettingsDays365'),
};
const ORDER: readonly Settings['checkDays'][] = [30, 90, 365, 0];

export function CheckSettings() {
  const settings = useAsk('settings.get', {}, ['settings']);
  const act = useAct('settings.set');
  const [refused, setRefused] = useState(false);
  if (!settings.value)
    return settings.error ? (
      <Trouble error={settings.error} acts={{ retry: settings.again }} />
    ) : (
      <Skeleton rows={3} />
    );
  const { showBefore, keepAsked, checkDays, notifyChecks } = settings.value;
  const set = (change: Partial<Settings>) =>
    act.run(async () => {
      await ask('settings.set', change);
      settings.again();
    });
  const notify = (on: boolean) => {
    setRefused(false);
    // Asked for straight from the click, or the browser refuses.
    const allowed = on
      ? browser.permissions.request({ permissions: ['notifications'] })
      : Promise.resolve(false);
    act.run(async () => {
      const notifyNow = await allowed;
      setRefused(on && !notifyNow);
      await ask('settings.set', { notifyChecks: notifyNow });
      settings.again();
    });
  };
  return (
    <div class="stack">
      <section class="card">
        <Switch
          label={t('checkSettingsBefore')}
          hint={t('checkSettingsBeforeHint')}
          on={showBefore}
          onSwitch={(on) => set({ showBefore: on })}
        />
        <Switch
          label={t('checkSettingsAsked')}
          hint={t('checkSettingsAskedHint')}
          on={keepAsked}
          onSwitch={(on) => set({ keepAsked: on })}
        />
      </section>
      <section class="card">
        <SelectField
          label={t('checkSettingsDays')}
          hint={t('checkSettingsDaysHint')}
          value={String(checkDays)}
          options={ORDER.map((days) => ({ value: String(days), label: DAYS[days]() }))}
          onValue={(chosen) => {
            const days = ORDER.find((one) => String(one) === chosen);
            if (days !== undefined) set({ checkDays: days });
          }}
        />
        <Switch
          label={t('checkSettingsNotify')}
          hint={t('checkSettingsNotifyHint')}
          on={notifyChecks}
          onSwitch={notify}
        />
        {refused && <p class="notice">{t('checkSettingsRefused')}</p>}
      </section>
      <Trouble error={act.error} />
      <Guarded>{() => <Verifiers />}</Guarded>
    </div>
  );
}

function Verifiers() {
  const known = useAsk('verifiers.list', {}, ['asked', 'vault']);
  const act = useAct('verifiers.forget');
  if (!known.value)
    return known.error ? (
      <Trouble error={known.error} acts={{ retry: known.again }} />
    ) : (
      <Skeleton rows={1} />
    );
  const { verifiers } = known.value;
  return (
    <section class="card">
      <h3>{t('verifiersTitle')}</h3>
      <p class="soft">{t(verifiers.length === 0 ? 'verifiersNone' : 'verifiersText')}</p>
      {verifiers.length > 0 && (
        <ul class="rows">
          {verifiers.map(({ id, host }) => (
            <li key={id}>
              <Row
                actions={
                  <Button
                    onClick={() =>
                      act.run(async () => {
                        await ask('verifiers.forget', { id });
                      })
                    }
                  >
                    {t('actionRemove')}
                  </Button>
                }
              >
                <bdi>{displayHost(host)}</bdi>
              </Row>
            </li>
          ))}
        </ul>
      )}
      <Trouble error={act.error} />
    </section>
  );
}
