// What was sent to one endpoint, newest first: how it went, when it is tried again, how long the sealed answer is still kept, and sending it
// again by hand. Leans on webhooks.deliveries and webhooks.retry; what cannot be sent any more has no button.
import type { Delivery } from '../../lib/check.ts';
import { retryBar } from '../../lib/checks/delivery.ts';
import { t } from '../../lib/i18n.ts';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { useCheckNames } from '../state/checks-by-id.ts';
import { useNow } from '../state/clock.ts';
import { DELIVERIES, deliverySays } from '../words/hooks.ts';
import { at } from '../words/time.ts';
import { PagedCard } from './paged-card.tsx';

export interface HookDeliveriesProps {
  accountId: string;
  endpointId: string;
  mayChange: boolean;
}

export function HookDeliveries({ accountId, endpointId, mayChange }: HookDeliveriesProps) {
  const ref = { accountId, endpointId };
  const first = useAsk('webhooks.deliveries', { ...ref, after: null }, ['hooks']);
  const events = useAsk('webhooks.events', { accountId, after: null }, ['hooks']);
  const nameOf = useCheckNames();
  const now = useNow(1000);
  const nameOfDelivery = ({ eventId }: Delivery): string | null => {
    const event = events.value?.items.find(({ remoteId }) => remoteId === eventId);
    return event ? nameOf(event.triggerId) : null;
  };
  return (
    <PagedCard
      title={t('deliveries')}
      empty={t('deliveriesEmpty')}
      first={first}
      ask={(after) => ask('webhooks.deliveries', { ...ref, after })}
    >
      {(delivery) => (
        <Entry
          accountId={accountId}
          delivery={delivery}
          name={nameOfDelivery(delivery)}
          mayChange={mayChange}
          now={now}
        />
      )}
    </PagedCard>
  );
}

interface EntryProps {
  accountId: string;
  delivery: Delivery;
  name: string | null;
  mayChange: boolean;
  now: number;
}

function Entry({ accountId, delivery, name, mayChange, now }: EntryProps) {
  const act = useAct('webhooks.retry');
  const tell = useToast();
  const { label, tone } = DELIVERIES[delivery.status];
  return (
    <div class="entry">
      <div class="entry-head">
        <Badge tone={tone}>{label()}</Badge>
        {name !== null && <bdi class="hook-name">{name}</bdi>}
        <span class="soft">{at(delivery.createdAt)}</span>
      </div>
      <p class="soft">{deliverySays(delivery, now).join(' ')}</p>
      {mayChange && retryBar(delivery, now) === null && (
        <div class="actions">
          <Button
            busy={act.busy}
            onClick={() =>
              act.run(async () => {
                await ask('webhooks.retry', { accountId, id: delivery.remoteId });
                tell(t('hookReplayed'));
              })
            }
          >
            {t('deliveryRetry')}
          </Button>
        </div>
      )}
      <Trouble error={act.error} />
    </div>
  );
}
