// How checks ended lately, newest first, and what became of each answer; sent again while it is still kept. Leans on webhooks.events and
// webhooks.replay; also shows checks that were made elsewhere.
import type { CheckEvent } from '../../lib/check.ts';
import { retryBar } from '../../lib/checks/delivery.ts';
import { t } from '../../lib/i18n.ts';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { useCheckNames } from '../state/checks-by-id.ts';
import { useNow } from '../state/clock.ts';
import { DELIVERIES, keptSays, outcomeName } from '../words/hooks.ts';
import { at } from '../words/time.ts';
import { PagedCard } from './paged-card.tsx';

const TICK = 10_000;

export function HookEvents({ accountId, mayChange }: { accountId: string; mayChange: boolean }) {
  const first = useAsk('webhooks.events', { accountId, after: null }, ['hooks']);
  const nameOf = useCheckNames();
  const now = useNow(TICK);
  return (
    <PagedCard
      title={t('hookEventsTitle')}
      text={t('hookEventsText')}
      empty={t('hookEventsEmpty')}
      first={first}
      ask={(after) => ask('webhooks.events', { accountId, after })}
    >
      {(event) => (
        <Event
          accountId={accountId}
          event={event}
          name={nameOf(event.triggerId)}
          mayChange={mayChange}
          now={now}
        />
      )}
    </PagedCard>
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
