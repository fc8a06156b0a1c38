// What can be done to several addresses at once: on, off, delete; all that match with one click. Leans on state/bulk.ts; switching
// can be undone, deleting says first that it cannot.
import { useState } from 'preact/hooks';
import type { AddressQuery } from '../../lib/address-query.ts';
import { t, tn } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Progress } from '../parts/progress.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { type Bulk, type BulkEnd, targetOf, useBulk } from '../state/bulk.ts';
import type { Chosen } from '../state/chosen.ts';

export interface AddressBulkProps {
  chosen: Chosen;
  query: AddressQuery;
  /** How many match the query. */
  total: number;
}

/** How long switching may be taken back from its own news. */
const UNDO_MS = 30_000;

export function AddressBulk({ chosen, query, total }: AddressBulkProps) {
  const [deleting, setDeleting] = useState(false);
  const bulk = useBulk();
  const tell = useToast();
  const count = chosen.all ? total : chosen.ids.size;
  const turn = (to: 'on' | 'off') =>
    bulk.run(targetOf(chosen, query), to, (end) => {
      chosen.takeAll(false);
      tell(switched(to, end), isWhole(end) ? 'good' : 'bad', {
        label: t('actionUndo'),
        until: Date.now() + UNDO_MS,
        run: () => bulk.run({ ids: end.changed }, to === 'on' ? 'off' : 'on', () => undefined),
      });
    });
  const remove = () => {
    setDeleting(false);
    bulk.run(targetOf(chosen, query), 'remove', (end) => {
      chosen.takeAll(false);
      tell(tn('bulkDeleted', end.changed.length) + restWords(end), isWhole(end) ? 'good' : 'bad');
    });
  };
  if (bulk.running) {
    return (
      <div class="bulk">
        <div class="sync-run">
          <Progress label={t('bulkRunning')} {...bulk.running} />
          <Button onClick={bulk.cancel}>{t('actionCancel')}</Button>
        </div>
      </div>
    );
  }
  return (
    <div class="bulk" role="toolbar" aria-label={t('bulkLabel')}>
      <div class="bulk-count">
        <p role="status">{tn('bulkCount', count)}</p>
        <Button kind="quiet" onClick={() => chosen.takeAll(!chosen.all)}>
          {chosen.all ? t('bulkNone') : tn('bulkAll', total)}
        </Button>
      </div>
      <div class="actions">
        <Button busy={bulk.act.busy} disabled={count === 0} onClick={() => turn('on')}>
          {t('bulkTurnOn')}
        </Button>
        <Button busy={bulk.act.busy} disabled={count === 0} onClick={() => turn('off')}>
          {t('bulkTurnOff')}
        </Button>
        <Button kind="danger" disabled={count === 0} onClick={() => setDeleting(true)}>
          {t('actionDelete')}
        </Button>
      </div>
      <BulkTrouble bulk={bulk} />
      {deleting && <Deleting count={count} onDelete={remove} onClose={() => setDeleting(false)} />}
    </div>
  );
}

/** What went wrong; or, where it would take much of the month, the question whether to go on. */
function BulkTrouble({ bulk }: { bulk: Bulk }) {
  const { error, clear } = bulk.act;
  return (
    <>
      <Trouble error={error} />
      {error?.code === 'costly' && (
        <div class="actions">
          <Button kind="primary" onClick={bulk.force}>
            {t('syncAgree')}
          </Button>
          <Button onClick={clear}>{t('actionCancel')}</Button>
        </div>
      )}
    </>
  );
}

interface DeletingProps {
  count: number;
  onDelete: () => void;
  onClose: () => void;
}

function Deleting({ count, onDelete, onClose }: DeletingProps) {
  return (
    <Dialog
      title={tn('bulkDeleteTitle', count)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('actionCancel')}</Button>
          <Button kind="danger" onClick={onDelete}>
            {t('addressDeleteButton')}
          </Button>
        </>
      }
    >
      <p>{t('bulkDeleteText')}</p>
    </Dialog>
  );
}

const isWhole = ({ failed, early }: BulkEnd): boolean => failed === 0 && !early;

function switched(to: 'on' | 'off', end: BulkEnd): string {
  const count = end.changed.length;
  return (to === 'on' ? tn('bulkOn', count) : tn('bulkOff', count)) + restWords(end);
}

/** What became of the others. */
function restWords({ failed, early }: BulkEnd): string {
  return (failed > 0 ? ` ${tn('bulkFailed', failed)}` : '') + (early ? ` ${t('bulkEarly')}` : '');
}
