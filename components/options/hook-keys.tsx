// The encryption keys of an endpoint: which one answers are sealed to, whether its private half is here, a new one, off and on again. Leans
// on webhooks.makeKey and webhooks.setKey; a key that others may open answers with is not replaced without a question.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { EndpointView, KeyView } from '../../lib/webhook-view.ts';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { cleanLine } from '../words/plain-text.ts';
import { at } from '../words/time.ts';

export interface HookKeysProps {
  accountId: string;
  view: EndpointView;
  mayChange: boolean;
}

type Asking = { what: 'none' } | { what: 'new' } | { what: 'off' | 'on'; key: KeyView };

export function HookKeys({ accountId, view, mayChange }: HookKeysProps) {
  const [asking, setAsking] = useState<Asking>({ what: 'none' });
  const act = useAct('webhooks.makeKey');
  const tell = useToast();
  const { keys, endpoint } = view;
  const active = keys.find((key) => key.active);
  const close = () => setAsking({ what: 'none' });
  const make = async () => {
    await ask('webhooks.makeKey', { accountId, endpointId: endpoint.remoteId });
    tell(t('hookKeyMade'));
  };
  const set = (key: KeyView, on: boolean) =>
    ask('webhooks.setKey', { accountId, keyId: key.remoteId, active: on });
  const turnOn = (key: KeyView) => {
    if (active && !active.ours && key.ours) setAsking({ what: 'on', key });
    else act.run(() => set(key, true).then(() => undefined));
  };
  return (
    <section class="card" aria-label={t('hookKeys')}>
      <h3>{t('hookKeys')}</h3>
      <p class="soft">{t('hookKeysText')}</p>
      {keys.length > 0 && (
        <ul class="entries">
          {keys.map((key) => (
            <li key={key.remoteId} class="entry">
              <div class="entry-head">
                <bdi class="mono">{cleanLine(key.keyId)}</bdi>
                {key.active ? (
                  <Badge tone="good">{t('hookKeyActive')}</Badge>
                ) : (
                  <Badge>{t('hookKeyOff')}</Badge>
                )}
                {!key.ours && <Badge tone="warn">{t('hookKeyForeign')}</Badge>}
              </div>
              <p class="soft">{t('checksMadeAt', at(key.createdAt))}</p>
              {mayChange && (
                <div class="actions">
                  {key.active ? (
                    <Button onClick={() => setAsking({ what: 'off', key })}>{t('hookKeyTurnOff')}</Button>
                  ) : (
                    <Button busy={act.busy} onClick={() => turnOn(key)}>
                      {t('hookKeyTurnOn')}
                    </Button>
                  )}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <Trouble error={act.error} />
      {mayChange && (
        <div class="actions">
          <Button
            kind={active ? 'plain' : 'primary'}
            icon="plus"
            busy={act.busy}
            onClick={() => (active && !active.ours ? setAsking({ what: 'new' }) : act.run(make))}
          >
            {t('hookKeyMake')}
          </Button>
        </div>
      )}
      {asking.what === 'new' && (
        <Confirm
          title={t('hookKeyReplaceTitle')}
          button={t('hookKeyMake')}
          where="webhooks.makeKey"
          act={make}
          onClose={close}
        >
          <p>{t('hookKeyReplaceText')}</p>
        </Confirm>
      )}
      {asking.what === 'on' && (
        <Confirm
          title={t('hookKeyReplaceTitle')}
          button={t('hookKeyTurnOn')}
          where="webhooks.setKey"
          act={() => set(asking.key, true)}
          onClose={close}
        >
          <p>{t('hookKeyReplaceText')}</p>
        </Confirm>
      )}
      {asking.what === 'off' && (
        <Confirm
          title={t('hookKeyOffTitle')}
          button={t('hookKeyTurnOff')}
          where="webhooks.setKey"
          act={() => set(asking.key, false)}
          onClose={close}
        >
          <p>{t('hookKeyOffText')}</p>
        </Confirm>
      )}
    </section>
  );
}
