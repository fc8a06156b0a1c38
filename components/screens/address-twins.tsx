// A second alias that may have come of one wish, for a person to delete or keep. Leans on twins.list; draws nothing while there is none.
import { t } from '../../lib/i18n.ts';
import type { Twin } from '../../lib/twin.ts';
import { Button } from '../parts/button.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';

export function AddressTwins() {
  const twins = useAsk('twins.list', {}, ['addresses']);
  return (
    <>
      {twins.value?.twins.map((twin) => (
        <One key={twin.remoteId} twin={twin} />
      ))}
    </>
  );
}

function One({ twin }: { twin: Twin }) {
  const settle = useAct('twins.settle');
  const { accountId, remoteId } = twin;
  const end = (how: 'delete' | 'keep') =>
    settle.run(async () => {
      await ask('twins.settle', { accountId, remoteId, end: how });
    });
  return (
    <div class="notice">
      <p>{t('twinText', twin.of, twin.email)}</p>
      <div class="actions">
        <Button kind="danger" busy={settle.busy} onClick={() => end('delete')}>
          {t('twinDelete')}
        </Button>
        <Button busy={settle.busy} onClick={() => end('keep')}>
          {t('twinKeep')}
        </Button>
      </div>
      <Trouble error={settle.error} />
    </div>
  );
}
