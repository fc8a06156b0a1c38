// How checks ended lately, newest first, and what became of each answer; sent again while it is still kept. Leans on webhooks.events and
// webhooks.replay; also shows checks that were made elsewhere.
import type { CheckEvent } from '../../lib/check.ts';
import { retryBar } from '../../lib/checks/delivery.ts';
import { t } from '../../lib/i18n.ts';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { useCheckNames } from '../state/checks-by-id.ts';
import { useNow } from '../state/clock.ts';
import { useMore } from '../state/more.ts';
import { DELIVERIES, keptSays, outcomeName } from '../words/hooks.ts';
import { at } from '../words/time.ts';

const TICK = 10_000;

export function HookEvents({ accountId, mayChange }: { accountId: string; mayChange: boolean }) {
  const first = useAsk('webhooks.events', { accountId, after: null }, ['hooks']);
  const { items, more, act } = useMore(first, (after) => ask('webhooks.events', { accountId, after }));
  const nameOf = useCheckNames();
  const now = useNow(TICK);
  return (
    <section class="card" aria-label={t('hookEventsTitle')}>
      <div class="card-head">
        <h3>{t('hookEventsTitle')}</h3>
        <Button
          kind="quiet"
          icon="refresh"
          label={t('actionRefresh')}
          busy={first.busy}
          onClick={() => first.again()}
        />
      </div>
      <p class="soft">{t('hookEventsText')}</p>
      <Trouble error={first.error} acts={{ retry: first.again }} />
      {first.value === null && !first.error && <Skeleton rows={3} />}
      {first.value !== null && items.length === 0 && <p class="soft">{t('hookEventsEmpty')}</p>}
      {items.length > 0 && (
        <ul class="entries">
          {items.map((event) => (
            <li key={event.remoteId}>
              <Event
                accountId={accountId}
                event={event}
                name={nameOf(event.triggerId)}
                mayChange={mayChange}
                now={now}
              />
            </li>
          ))}
        </ul>
      )}
      <Trouble error={act.error} />
      {more && (
        <div class="actions">
          <Button busy={act.busy} onClick={more}>
            {t('actionMore')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface EventProps {
  accountId: string;
  event: CheckEvent;
  name: string;
  mayChange: boolean;
  now: number;
}

function Event({ accountId, event, name, mayChange, now }: EventProps) {
  const act = useAct('webhooks.replay');
  const tell = useToast();
  const { deliveries } = event;
  const kept = deliveries.some((delivery) => retryBar(delivery, now) === null);
  return (
    <div class="entry">
      <div class="entry-head">
        <b>{outcomeName(event.type, event.typeWord)}</b>
        <bdi class="hook-name">{name}</bdi>
        <span class="soft">{at(event.createdAt)}</span>
      </div>
      {deliveries.length === 0 && <p class="soft">{t('hookEventNowhere')}</p>}
      {deliveries.map((delivery) => {
        const { label, tone } = DELIVERIES[delivery.status];
        return (
          <div key={delivery.remoteId} class="entry-head">
            <Badge tone={tone}>{label()}</Badge>
            <span class="soft">{keptSays(delivery, now).join(' ')}</span>
          </div>
        );
      })}
      {mayChange && kept && (
        <div class="actions">
          <Button
            busy={act.busy}
            onClick={() =>
              act.run(async () => {
                await ask('webhooks.replay', { accountId, id: event.remoteId });
                tell(t('hookReplayed'));
              })
            }
          >
            {t('hookReplay')}
          </Button>
        </div>
      )}
      <Trouble error={act.error} />
    </div>
  );
}
