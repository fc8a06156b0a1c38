// Authenticator codes: every one with its ring, copied by a click. Leans on totp.list, asked for again when a code has run
// out; secrets never come here after they were saved. What services hold is below, in held-codes.tsx.
import { useEffect } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { TotpView } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { CodeDigits } from '../parts/code-digits.tsx';
import { useCopy } from '../parts/copy-button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Ring } from '../parts/ring.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAsk } from '../state/ask.ts';
import { useNow } from '../state/clock.ts';
import type { Place } from '../state/place.ts';
import type { Go } from '../state/route.ts';
import { cleanLine } from '../words/plain-text.ts';
import { HeldCodes } from './held-codes.tsx';
import { HeldOpen } from './held-open.tsx';
import { TotpEdit } from './totp-edit.tsx';
import { TotpNew } from './totp-new.tsx';

export function Codes({ place, go }: { place: Place; go: Go }) {
  const list = useAsk('totp.list', {}, ['totp', 'vault']);
  const held = useAsk('totp.held', {}, ['totp', 'vault']);
  const back = () => go({ tab: 'codes' });
  if (place.screen === 'new') return <TotpNew onBack={back} />;
  if (!list.value) {
    return list.error ? <Trouble error={list.error} acts={{ retry: list.again }} /> : <Skeleton rows={4} />;
  }
  const opened = place.screen === 'open' ? list.value.totps.find(({ id }) => id === place.id) : undefined;
  if (opened) return <TotpEdit key={opened.id} totp={opened} onBack={back} />;
  const openedHeld = place.screen === 'open' ? held.value?.held.find(({ id }) => id === place.id) : undefined;
  if (openedHeld) return <HeldOpen key={openedHeld.id} held={openedHeld} onBack={back} />;
  return (
    <div class="stack">
      <CodeList totps={list.value.totps} again={list.again} go={go} />
      <Trouble error={held.error} acts={{ retry: held.again }} />
      {held.value && <HeldCodes held={held.value.held} go={go} />}
    </div>
  );
}

function CodeList({ totps, again, go }: { totps: TotpView[]; again: () => void; go: Go }) {
  const now = useNow(1000);
  const stale = totps.some((totp) => totp.validUntil <= now);
  useEffect(() => {
    if (stale) again();
  }, [stale, again]);
  const add = () => go({ tab: 'codes', screen: 'new' });
  if (totps.length === 0) {
    return (
      <EmptyState
        icon="key"
        title={t('codesEmptyTitle')}
        action={
          <Button kind="primary" icon="plus" onClick={add}>
            {t('codesAdd')}
          </Button>
        }
      >
        {t('codesEmptyText')}
      </EmptyState>
    );
  }
  return (
    <div class="stack">
      <ul class="rows">
        {totps.map((totp) => (
          <li key={totp.id}>
            <CodeRow totp={totp} now={now} onOpen={() => go({ tab: 'codes', screen: 'open', id: totp.id })} />
          </li>
        ))}
      </ul>
      <Button icon="plus" onClick={add}>
        {t('codesAdd')}
      </Button>
    </div>
  );
}

function CodeRow({ totp, now, onOpen }: { totp: TotpView; now: number; onOpen: () => void }) {
  const copy = useCopy();
  const name = cleanLine(totp.issuer) || totp.site || t('codesUnnamed');
  const about = [cleanLine(totp.account), totp.site].filter((part) => part && part !== name).join(' · ');
  return (
    <div class="totp">
      <button
        type="button"
        class="totp-main"
        aria-label={t('codesCopy', name)}
        onClick={() => copy(totp.code)}
      >
        <span class="totp-name cut">
          <bdi>{name}</bdi> <bdi class="soft">{about}</bdi>
        </span>
        <CodeDigits code={totp.code} />
      </button>
      <Ring validUntil={totp.validUntil} period={totp.period} now={now} />
      <Button kind="quiet" icon="more" label={t('codesEdit', name)} onClick={onOpen} />
    </div>
  );
}
