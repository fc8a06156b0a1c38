// Checks the user was asked for and kept: who asked, what for, how it stood; one opened, looked at again, its privacy page, forgotten. Leans
// on asked.*; no account is needed. The secret part of a link is never on this screen.
import { useState } from 'preact/hooks';
import type { AskedView } from '../../lib/asked.ts';
import { STATUS_WORDS } from '../../lib/checks/status.ts';
import { displayHost } from '../../lib/host-display.ts';
import { t } from '../../lib/i18n.ts';
import { AskedReading } from '../parts/asked-reading.tsx';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Facts } from '../parts/facts.tsx';
import { Row } from '../parts/row.tsx';
import { Screen } from '../parts/screen.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { useNow } from '../state/clock.ts';
import type { Place } from '../state/place.ts';
import type { Go } from '../state/route.ts';
import { askedShort } from '../words/checks.ts';
import { cleanLine } from '../words/plain-text.ts';
import { ago, at } from '../words/time.ts';

const TICK = 60_000;

/** @param place with the id of the one that is open, or none */
export function AskedChecks({ place, go }: { place: Place; go: Go }) {
  const list = useAsk('asked.list', {}, ['asked', 'vault']);
  const now = useNow(TICK);
  const opened = list.value?.checks.find(({ id }) => id === place.id);
  const back = () => go({ tab: 'checks' });
  if (opened)
    return <AskedOpen key={opened.id} kept={opened} onBack={() => go({ tab: 'checks', screen: 'asked' })} />;
  return (
    <Screen title={t('askedTab')} onBack={back}>
      <Trouble error={list.error} acts={{ retry: list.again }} />
      {!list.value && !list.error && <Skeleton rows={3} />}
      {list.value?.checks.length === 0 && (
        <EmptyState title={t('askedEmptyTitle')}>{t('askedEmptyText')}</EmptyState>
      )}
      {list.value && list.value.checks.length > 0 && (
        <ul class="rows">
          {list.value.checks.map(({ id, reading, metAt }) => (
            <li key={id}>
              <Row onOpen={() => go({ tab: 'checks', screen: 'asked', id })}>
                <span class="card-line check-line">
                  <bdi class="cut check-whom">{nameOf(reading)}</bdi>
                  <Badge>{t(STATUS_WORDS[reading.status].label)}</Badge>
                </span>
                <span class="card-line check-line soft">
                  <span class="cut check-whom">{askedShort(reading.claims)}</span>
                  <span>{ago(metAt, now)}</span>
                </span>
              </Row>
            </li>
          ))}
        </ul>
      )}
    </Screen>
  );
}

const nameOf = ({ organization }: AskedView['reading']): string =>
  cleanLine(organization.name) || t('inspectNameless');

function AskedOpen({ kept, onBack }: { kept: AskedView; onBack: () => void }) {
  const [seen, setSeen] = useState<AskedView | null>(null);
  const [asking, setAsking] = useState(false);
  const looking = useAct('asked.look');
  const opening = useAct('asked.privacy');
  const shown = seen !== null && seen.seenAt > kept.seenAt ? seen : kept;
  const { id, reading, privacyUrl, withdraws, host, metAt, seenAt } = shown;
  const look = () =>
    looking.run(async () => {
      setSeen((await ask('asked.look', { id })).check);
    });
  return (
    <Screen title={nameOf(reading)} onBack={onBack}>
      <div class="stack">
        <AskedReading reading={reading} privacyUrl={privacyUrl} />
        <section class="card">
          <Facts
            facts={[
              [t('askedHost'), displayHost(host)],
              [t('askedMet'), at(metAt)],
              [t('askedSeen'), at(seenAt)],
            ]}
          />
          <p class="soft">{t(withdraws ? 'askedPrivacyHint' : 'askedPrivacyNoToken')}</p>
          <div class="actions">
            <Button
              kind="primary"
              busy={opening.busy}
              onClick={() =>
                opening.run(async () => {
                  await ask('asked.privacy', { id });
                })
              }
            >
              {t('askedPrivacy')}
            </Button>
            <Button icon="refresh" busy={looking.busy} onClick={look}>
              {t('askedLook')}
            </Button>
            <Button onClick={() => setAsking(true)}>{t('askedForget')}</Button>
          </div>
          <Trouble error={opening.error ?? looking.error} acts={{ retry: look }} />
        </section>
      </div>
      {asking && (
        <Confirm
          title={t('askedForgetTitle')}
          button={t('askedForget')}
          where="asked.forget"
          act={() => ask('asked.forget', { id }).then(onBack)}
          onClose={() => setAsking(false)}
        >
          {t('askedForgetText')}
        </Confirm>
      )}
    </Screen>
  );
}
