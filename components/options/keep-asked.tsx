// A check that was looked at, put into the user's own list. Leans on asked.keep; its link's secret part never came this far.
import type { Kept } from '../../lib/asked.ts';
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';

export function KeepAsked({ id, kept }: { id: string; kept: Kept }) {
  const status = useAsk('vault.status', {}, ['vault']);
  const act = useAct('asked.keep');
  const state = status.value?.state;
  if (state === undefined || state === 'empty') return null;
  if (state === 'locked') return <p class="soft">{t('askedUnlock')}</p>;
  if (kept !== 'no') return <p class="good">{t(kept === 'yes' ? 'askedKept' : 'askedKeptToken')}</p>;
  return (
    <>
      <div class="actions">
        <Button
          kind="primary"
          busy={act.busy}
          onClick={() =>
            act.run(async () => {
              await ask('asked.keep', { id });
            })
          }
        >
          {t('askedKeep')}
        </Button>
      </div>
      <Trouble error={act.error} />
    </>
  );
}
