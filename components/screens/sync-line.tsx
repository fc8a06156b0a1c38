// How one account stands with its service: what comes in, with its count and Cancel; what stopped and goes on; what waits; what is
// left of the month; the question before much of it is used. Leans on state/sync.ts; says nothing that is as it should be, unless asked.
import { t, tn } from '../../lib/i18n.ts';
import type { SyncState } from '../../lib/sync-state.ts';
import { Button } from '../parts/button.tsx';
import { Progress } from '../parts/progress.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useNow } from '../state/clock.ts';
import { openOptions } from '../state/pages.ts';
import { usePull } from '../state/sync.ts';
import { errorOf, wordsFor } from '../words/errors.ts';
import { figure, isRateScarce, rateWords } from '../words/quota.ts';
import { ago } from '../words/time.ts';
import type { TroubleAct } from '../words/trouble.ts';
import { VaultWaits } from './vault-waits.tsx';

export interface SyncLineProps {
  state: SyncState;
  /** The account's name. */
  account: string;
  /** Begins with it: where more than one is shown. */
  named?: boolean;
  /** Says also what is as it should be, with the button to fetch again: for the account's own card. */
  whole?: boolean;
  /** Shows the addresses that wait; absent where there is no list to show them in. */
  onWaiting?: () => void;
}

const MINUTE = 60_000;

export function SyncLine({ state, account, named = false, whole = false, onWaiting }: SyncLineProps) {
  const pull = usePull(state);
  const now = useNow(MINUTE);
  const rate = rateWords(state.rate);
  const scarce = isRateScarce(state.rate);
  return (
    <div class="sync">
      {named && <strong>{account}</strong>}
      {state.running ? (
        <div class="sync-run">
          <Progress label={t('syncRunning')} {...state.running} />
          <Button onClick={pull.cancel}>{t('actionCancel')}</Button>
        </div>
      ) : (
        <Resting state={state} onGoOn={pull.start} />
      )}
      {pull.asks && <Question {...pull.asks} onAgree={pull.force} onDecline={pull.decline} />}
      {state.pending > 0 && <p class="soft">{tn('syncPending', state.pending)}</p>}
      {state.undecided > 0 && (
        <div class="notice sync-kept">
          <p>{tn('syncUndecided', state.undecided)}</p>
          {onWaiting && <Button onClick={onWaiting}>{t('actionShow')}</Button>}
        </div>
      )}
      {state.waitsForVault > 0 && <Closed state={state} account={account} whole={whole} />}
      {rate !== null && (whole || scarce) && <p class={scarce ? 'notice' : 'soft'}>{rate}</p>}
      {!pull.error && state.trouble && !(isSaidByVault(state) && !whole) && (
        <Kept state={state} whole={whole} onRetry={pull.start} />
      )}
      <Trouble error={pull.error} acts={{ retry: pull.start }} />
      {whole && !state.running && (
        <div class="actions sync-foot">
          <Button icon="refresh" busy={pull.busy} onClick={pull.start}>
            {t('actionRefresh')}
          </Button>
          <span class="soft">
            {state.lastPullAt === null ? t('syncNever') : t('syncLast', ago(state.lastPullAt, now))}
          </span>
        </div>
      )}
    </div>
  );
}

interface ClosedProps {
  state: SyncState;
  account: string;
  whole: boolean;
}

/** That the vault was changed elsewhere and that texts wait for it is one notice with one button. */
const isSaidByVault = ({ trouble, waitsForVault, organisation }: SyncState): boolean =>
  trouble?.code === 'vault-changed' && waitsForVault > 0 && !organisation;

/** Texts that wait for the service's vault; on the account's card the vault has a line and a button of its own. */
function Closed({ state, account, whole }: ClosedProps) {
  const { accountId, organisation, waitsForVault } = state;
  const waits = tn(organisation ? 'vaultNever' : 'vaultWaits', waitsForVault, account);
  const text =
    state.trouble && isSaidByVault(state) ? `${wordsFor(errorOf(state.trouble)).title}. ${waits}` : waits;
  if (whole) return <p class="soft">{text}</p>;
  return organisation ? null : <VaultWaits accountId={accountId} stand="closed" text={text} />;
}

interface KeptProps {
  state: SyncState;
  whole: boolean;
  onRetry: () => void;
}

/** What went wrong while nobody looked: a line above a list, all of its words on the account's card. */
function Kept({ state, whole, onRetry }: KeptProps) {
  if (!state.trouble) return null;
  const error = errorOf(state.trouble);
  const acts: Partial<Record<TroubleAct, () => void>> = {
    retry: onRetry,
    accounts: () => openOptions('accounts', state.accountId),
  };
  if (whole) return <Trouble error={error} acts={acts} />;
  const { title, button } = wordsFor(error);
  const act = button ? acts[button.act] : undefined;
  return (
    <div class="notice sync-kept" role="alert">
      <p>{title}</p>
      {button && act && <Button onClick={act}>{button.label}</Button>}
    </div>
  );
}

function Resting({ state: { unfinished }, onGoOn }: { state: SyncState; onGoOn: () => void }) {
  if (!unfinished) return null;
  const { done, total } = unfinished;
  return (
    <div class="sync-run">
      <p class="soft">
        {total === null ? t('syncStopped', figure(done)) : t('syncStoppedOf', figure(done), figure(total))}
      </p>
      <Button onClick={onGoOn}>{t('syncGoOn')}</Button>
    </div>
  );
}

interface QuestionProps {
  cost: number;
  remaining: number | null;
  onAgree: () => void;
  onDecline: () => void;
}

function Question({ cost, remaining, onAgree, onDecline }: QuestionProps) {
  return (
    <div class="notice sync-ask" role="alert">
      <p>{t('syncAsks', figure(cost), remaining === null ? '?' : figure(remaining))}</p>
      <div class="actions">
        <Button kind="primary" onClick={onAgree}>
          {t('syncAgree')}
        </Button>
        <Button onClick={onDecline}>{t('actionCancel')}</Button>
      </div>
    </div>
  );
}
