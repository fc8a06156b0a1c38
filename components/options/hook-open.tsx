// One webhook endpoint: its health with what cures it, its facts, its secret, its keys, what was sent to it; edit, switch, delete. Leans on
// webhooks.get; nothing that loses answers happens without a question.
import { useState } from 'preact/hooks';
import { HEALTH } from '../../lib/checks/delivery.ts';
import { t } from '../../lib/i18n.ts';
import type { EndpointView } from '../../lib/webhook-view.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Facts } from '../parts/facts.tsx';
import { Screen } from '../parts/screen.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { endpointName, eventName, RETENTIONS } from '../words/hooks.ts';
import { cleanLine } from '../words/plain-text.ts';
import { at } from '../words/time.ts';
import { HookDeliveries } from './hook-deliveries.tsx';
import { HookEdit } from './hook-form.tsx';
import { HookKeys } from './hook-keys.tsx';
import { HookSecret } from './hook-secret.tsx';

export interface HookOpenProps {
  accountId: string;
  /** `whe_…` */
  id: string;
  mayChange: boolean;
  onBack: () => void;
}

export function HookOpen({ accountId, id, mayChange, onBack }: HookOpenProps) {
  const asked = useAsk('webhooks.get', { accountId, endpointId: id }, ['hooks']);
  const [editing, setEditing] = useState(false);
  const view = asked.value?.endpoint;
  if (view && editing) {
    return <HookEdit accountId={accountId} endpoint={view.endpoint} onBack={() => setEditing(false)} />;
  }
  return (
    <Screen title={view ? endpointName(view.endpoint) : t('hooksEndpoints')} onBack={onBack}>
      <Trouble error={asked.error} acts={{ retry: asked.again }} />
      {view && (
        <div class="stack">
          <Head
            accountId={accountId}
            view={view}
            mayChange={mayChange}
            onEdit={() => setEditing(true)}
            onGone={onBack}
          />
          {mayChange && <HookSecret accountId={accountId} view={view} />}
          <HookKeys accountId={accountId} view={view} mayChange={mayChange} />
          <HookDeliveries accountId={accountId} endpointId={id} mayChange={mayChange} />
        </div>
      )}
      {!view && !asked.error && <Skeleton rows={6} />}
    </Screen>
  );
}

interface HeadProps {
  accountId: string;
  view: EndpointView;
  mayChange: boolean;
  onEdit: () => void;
  onGone: () => void;
}

function Head({ accountId, view, mayChange, onEdit, onGone }: HeadProps) {
  const { endpoint, health } = view;
  const [asking, setAsking] = useState<'none' | 'off' | 'delete'>('none');
  const act = useAct('webhooks.edit');
  const tell = useToast();
  const ref = { accountId, endpointId: endpoint.remoteId };
  const { words, tone } = HEALTH[health];
  const close = () => setAsking('none');
  const turn = (enabled: boolean) => ask('webhooks.edit', { ...ref, edit: { enabled } });
  const kept = endpoint.retentionHours;
  const retention = Object.entries(RETENTIONS).find(([hours]) => hours === String(kept));
  return (
    <section class="card" aria-label={t('hookState')}>
      <p class={`health health-${tone}`} role="status">
        {t(words)}
      </p>
      <Facts
        facts={[
          [t('hookUrl'), cleanLine(endpoint.url)],
          [t('hookLabels'), endpoint.labels.map(cleanLine).join(', ')],
          [t('hookEvents'), endpoint.eventTypes.map(eventName).join(', ')],
          [t('hookKeep'), retention ? retention[1]() : null],
          [t('checksFactMade'), at(endpoint.createdAt)],
          [t('hookOffSince'), endpoint.disabledAt === null ? null : at(endpoint.disabledAt)],
          [t('checksFactId'), cleanLine(endpoint.remoteId)],
        ]}
      />
      {mayChange && (
        <div class="actions">
          <Button onClick={onEdit}>{t('hookEdit')}</Button>
          {endpoint.enabled ? (
            <Button onClick={() => setAsking('off')}>{t('hookSwitchOff')}</Button>
          ) : (
            <Button busy={act.busy} onClick={() => act.run(() => turn(true).then(() => tell(t('hookIsOn'))))}>
              {t('hookSwitchOn')}
            </Button>
          )}
          <Button kind="danger" onClick={() => setAsking('delete')}>
            {t('actionDelete')}
          </Button>
        </div>
      )}
      <Trouble error={act.error} />
      {asking === 'off' && (
        <Confirm
          title={t('hookOffTitle')}
          button={t('hookSwitchOff')}
          where="webhooks.edit"
          act={() => turn(false)}
          onClose={close}
        >
          <p>{t('hookOffText')}</p>
        </Confirm>
      )}
      {asking === 'delete' && (
        <Confirm
          title={t('hookDeleteTitle')}
          button={t('addressDeleteButton')}
          where="webhooks.remove"
          act={() => ask('webhooks.remove', ref).then(onGone)}
          onClose={close}
        >
          <p>{t('hookDeleteText')}</p>
        </Confirm>
      )}
    </section>
  );
}
