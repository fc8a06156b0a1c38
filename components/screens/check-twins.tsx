// A second check that may have come of one wish: told, and ended only by the person's word, for it may be a colleague's. Leans on
// checks.settleTwin; draws nothing where there is none, or once its hour is over anyway.
import { hasEnded, ourTime } from '../../lib/checks/status.ts';
import { type MessageKey, t } from '../../lib/i18n.ts';
import type { CheckTwin, LedgerView, TwinEnd } from '../../lib/ledger.ts';
import { Button } from '../parts/button.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { whomOf } from '../words/checks.ts';
import { at } from '../words/time.ts';

const SAID = {
  ended: 'checkTwinEnded',
  left: 'checkTwinLeft',
  'in-use': 'checkTwinInUse',
} as const satisfies Record<TwinEnd, MessageKey>;

interface CheckTwinsProps {
  entry: LedgerView;
  now: number;
  /** Among others: it says which check it is about. */
  named?: boolean;
}

export function CheckTwins({ entry, now, named }: CheckTwinsProps) {
  const { check, twins = [], clockOffset } = entry;
  if (check === null) return null;
  // Made in the same moment, it is open for as long as that one was.
  const over = hasEnded({ status: 'created', expiresAt: check.expiresAt }, now + clockOffset);
  if (over) return null;
  return (
    <>
      {twins.map((twin) => (
        <One key={twin.remoteId} entry={entry} twin={twin} named={named} />
      ))}
    </>
  );
}

function One({ entry, twin, named }: { entry: LedgerView; twin: CheckTwin; named: boolean | undefined }) {
  const settling = useAct('checks.settleTwin');
  const tell = useToast();
  const settle = (wish: 'end' | 'leave') =>
    settling.run(async () => {
      const { outcome } = await ask('checks.settleTwin', { id: entry.id, remoteId: twin.remoteId, wish });
      tell(t(SAID[outcome]));
    });
  return (
    <section class="notice" aria-label={t('checkTwinTitle')}>
      <h3>{named ? t('checkTwinTitleOf', whomOf(entry)) : t('checkTwinTitle')}</h3>
      <p>{t('checkTwinText', at(ourTime(twin.createdAt, entry)))}</p>
      <div class="actions">
        <Button kind="danger" busy={settling.busy} onClick={() => settle('end')}>
          {t('checkTwinEnd')}
        </Button>
        <Button busy={settling.busy} onClick={() => settle('leave')}>
          {t('checkTwinLeave')}
        </Button>
      </div>
      <Trouble error={settling.error} />
    </section>
  );
}
