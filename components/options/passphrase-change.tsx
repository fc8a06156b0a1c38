// Changing the passphrase, and the honest sentence about older copies of the disk, with the way out of it: a new vault key,
// under which everything is sealed again. Leans on vault.passphrase; shows the count while that runs, also an earlier one's.
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { VaultStatus } from '../../lib/messages/contract.ts';
import { Button } from '../parts/button.tsx';
import { Progress } from '../parts/progress.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { Switch } from '../parts/switch.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { wordsFor } from '../words/errors.ts';
import { isUsable, NewPassphrase } from './new-passphrase.tsx';

/** How often the count is asked for while everything is sealed again, milliseconds. */
const LOOK_MS = 400;

export function PassphraseChange({ status }: { status: VaultStatus }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [rekey, setRekey] = useState(false);
  const act = useAct('vault.passphrase');
  const tell = useToast();
  const wrong = act.error?.code === 'wrong-passphrase' ? wordsFor(act.error).title : null;
  return (
    <form
      class="card stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (current === '' || !isUsable(next, again)) return;
        act.run(async () => {
          await ask('vault.passphrase', { current, next, rekey });
          setCurrent('');
          setNext('');
          setAgain('');
          setRekey(false);
          tell(t('passphraseChanged'));
        });
      }}
    >
      <h3>{t('passphraseTitle')}</h3>
      <SecretField
        label={t('passphraseCurrent')}
        value={current}
        error={wrong}
        onValue={(value) => {
          act.clear();
          setCurrent(value);
        }}
      />
      <NewPassphrase
        label={t('passphraseNew')}
        value={next}
        again={again}
        onValue={setNext}
        onAgain={setAgain}
      />
      <p class="notice">{t('passphraseOldCopies')}</p>
      <Switch label={t('rekeyTitle')} hint={t('rekeyHint')} on={rekey} onSwitch={setRekey} />
      <RekeyProgress status={status} running={act.busy && rekey} />
      {!wrong && <Trouble error={act.error} />}
      <div class="actions">
        <Button
          kind="primary"
          type="submit"
          busy={act.busy}
          disabled={current === '' || !isUsable(next, again)}
        >
          {t('passphraseChange')}
        </Button>
      </div>
    </form>
  );
}

/** The count of a re-encryption: one that was started here, or one that an earlier closing interrupted. */
function RekeyProgress({ status, running }: { status: VaultStatus; running: boolean }) {
  const live = useAsk('vault.status', {}, ['vault']);
  const rekey = (live.value ?? status).rekey;
  const watching = running || rekey !== null;
  const { again } = live;
  useEffect(() => {
    if (!watching) return;
    const timer = setInterval(again, LOOK_MS);
    return () => clearInterval(timer);
  }, [watching, again]);
  if (!rekey) return null;
  return <Progress label={t('rekeyProgress')} done={rekey.done} total={rekey.total} />;
}
