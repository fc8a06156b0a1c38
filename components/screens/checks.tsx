// Identity checks: everything asked for, newest first, with how it stands; ask anew, open one, find those made elsewhere. Leans on
// checks.list and checks.pull; what an answer says is never here.
import { fromWire } from '../../lib/error.ts';
import { t, tn } from '../../lib/i18n.ts';
import type { LedgerView } from '../../lib/ledger.ts';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Row } from '../parts/row.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { useNow } from '../state/clock.ts';
import { openOptions } from '../state/pages.ts';
import type { Place } from '../state/place.ts';
import type { Go } from '../state/route.ts';
import { askedShort, madeAt, standingOf, whomOf } from '../words/checks.ts';
import { ago } from '../words/time.ts';
import { AskedChecks } from './asked-checks.tsx';
import { CheckNew } from './check-new.tsx';
import { CheckOpen } from './check-open.tsx';
import { CheckTwins } from './check-twins.tsx';

export function Checks({ place, go }: { place: Place; go: Go }) {
  const accounts = useAsk('accounts.list', {}, ['accounts']);
  const list = useAsk('checks.list', {}, ['checks', 'vault']);
  const back = () => {
    // What was seen of the open one meanwhile is in the ledger, and nobody announced it.
    list.again();
    go({ tab: 'checks' });
  };
  const asked = () => go({ tab: 'checks', screen: 'asked' });
  const open = (id: string) => go({ tab: 'checks', screen: 'open', id });
  if (place.screen === 'asked') return <AskedChecks place={place} go={go} />;
  if (!list.value || !accounts.value) {
    const error = list.error ?? accounts.error;
    const retry = () => {
      list.again();
      accounts.again();
    };
    return error ? <Trouble error={error} acts={{ retry }} /> : <Skeleton rows={4} />;
  }
  const able = accounts.value.accounts.filter(({ slots }) => slots.includes('checks'));
  if (able.length === 0) return <NoAccount onAsked={asked} />;
  if (place.screen === 'new') return <CheckNew accounts={able} onBack={back} onAsked={open} />;
  const opened = place.screen === 'open' ? list.value.checks.find(({ id }) => id === place.id) : undefined;
  if (opened) return <CheckOpen key={opened.id} entry={opened} onBack={back} />;
  return (
    <CheckList
      checks={list.value.checks}
      onNew={() => go({ tab: 'checks', screen: 'new' })}
      onOpen={open}
      onAsked={asked}
    />
  );
}

function NoAccount({ onAsked }: { onAsked: () => void }) {
  return (
    <EmptyState
      icon="check"
      title={t('checksNoAccountTitle')}
      action={
        <div class="actions">
          <Button kind="primary" onClick={() => openOptions('accounts')}>
            {t('actionConnect')}
          </Button>
          <Button onClick={onAsked}>{t('askedTab')}</Button>
        </div>
      }
    >
      {t('checksNoAccountText')}
    </EmptyState>
  );
}

interface CheckListProps {
  checks: readonly LedgerView[];
  onNew: () => void;
  onOpen: (id: string) => void;
  onAsked: () => void;
}

/** An hour is short: minutes are worth a look, seconds only on the check itself. */
const TICK = 10_000;

function CheckList({ checks, onNew, onOpen, onAsked }: CheckListProps) {
  const now = useNow(TICK);
  const pulling = useAct('checks.pull');
  const tell = useToast();
  const pull = () =>
    pulling.run(async () => {
      const { added, trouble } = await ask('checks.pull', {});
      if (trouble) throw fromWire(trouble);
      tell(tn('checksPulled', added));
    });
  const actions = (
    <div class="actions">
      <Button kind="primary" icon="plus" onClick={onNew}>
        {t('checksNew')}
      </Button>
      <Button icon="refresh" busy={pulling.busy} onClick={pull}>
        {t('checksPull')}
      </Button>
      <Button onClick={onAsked}>{t('askedTab')}</Button>
    </div>
  );
  return (
    <div class="stack">
      <Trouble error={pulling.error} acts={{ retry: pull }} />
      {checks.map((entry) => (
        <CheckTwins key={entry.id} entry={entry} now={now} named />
      ))}
      {checks.length === 0 ? (
        <EmptyState icon="check" title={t('checksEmptyTitle')} action={actions}>
          {t('checksEmptyText')}
        </EmptyState>
      ) : (
        <>
          {actions}
          <ul class="rows">
            {checks.map((entry) => (
              <li key={entry.id}>
                <CheckRow entry={entry} now={now} onOpen={() => onOpen(entry.id)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function CheckRow({ entry, now, onOpen }: { entry: LedgerView; now: number; onOpen: () => void }) {
  const { label, tone } = standingOf(entry, now);
  return (
    <Row onOpen={onOpen}>
      <span class="card-line check-line">
        <bdi class="cut check-whom">{whomOf(entry)}</bdi>
        <Badge tone={tone}>{label}</Badge>
      </span>
      <span class="card-line check-line soft">
        <span class="cut check-whom">{askedShort(entry.check?.claims ?? entry.claims)}</span>
        <span>{ago(madeAt(entry), now)}</span>
      </span>
    </Row>
  );
}
