// The signing secret of an endpoint: shown when asked for, to be put into one's own receiver, and replaced after a question. Leans on
// webhooks.reveal and webhooks.rotate; a shown secret lives in this component alone and goes with it.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { EndpointView } from '../../lib/webhook-view.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';

export function HookSecret({ accountId, view }: { accountId: string; view: EndpointView }) {
  const [secret, setSecret] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const reveal = useAct('webhooks.reveal');
  const tell = useToast();
  const ref = { accountId, endpointId: view.endpoint.remoteId };
  // What was copied is not read out: the toast says that it is, and not what.
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => tell(t('hookSecretCopied')),
      () => tell(t('copyRefused'), 'bad'),
    );
  return (
    <section class="card" aria-label={t('hookSecret')}>
      <h3>{t('hookSecret')}</h3>
      <p class="soft">{t(view.secretKnown ? 'hookSecretText' : 'hookSecretUnknown')}</p>
      {secret !== null && <output class="check-link mono">{secret}</output>}
      <Trouble error={reveal.error} />
      <div class="actions">
        {secret === null ? (
          <Button
            busy={reveal.busy}
            onClick={() => reveal.run(async () => setSecret((await ask('webhooks.reveal', ref)).secret))}
          >
            {t('hookSecretShow')}
          </Button>
        ) : (
          <>
            <Button icon="copy" onClick={() => copy(secret)}>
              {t('hookSecretCopy')}
            </Button>
            <Button onClick={() => setSecret(null)}>{t('actionHide')}</Button>
          </>
        )}
        <Button onClick={() => setAsking(true)}>{t('hookRotate')}</Button>
      </div>
      {asking && (
        <Confirm
          title={t('hookRotateTitle')}
          button={t('hookRotate')}
          where="webhooks.rotate"
          act={async () => setSecret((await ask('webhooks.rotate', ref)).secret)}
          onClose={() => setAsking(false)}
        >
          <p>{t('hookRotateText')}</p>
        </Confirm>
      )}
    </section>
  );
}
