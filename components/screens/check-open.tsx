// One check: how it stands (looked at every five seconds while it is shown), its link while it is open, what was asked, its facts; cancel
// and forget, each after a question. Leans on state/look.ts and checks.cancel; says "completed", never that a claim is true.
import { useState } from 'preact/hooks';
import { hasEnded, ourTime } from '../../lib/checks/status.ts';
import { t } from '../../lib/i18n.ts';
import type { LedgerView } from '../../lib/ledger.ts';
import { AskedClaims } from '../parts/asked-claims.tsx';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Facts } from '../parts/facts.tsx';
import { Screen } from '../parts/screen.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask } from '../state/ask.ts';
import { useNow } from '../state/clock.ts';
import { useLook } from '../state/look.ts';
import { askedShort, madeAt, standingOf, whomOf } from '../words/checks.ts';
import { cleanLine } from '../words/plain-text.ts';
import { at } from '../words/time.ts';
import { CheckAnswer } from './check-answer.tsx';
import { CheckLink } from './check-link.tsx';
import { CheckLost } from './check-lost.tsx';
import { CheckTwins } from './check-twins.tsx';

type Asking = 'none' | 'cancel' | 'forget';

export function CheckOpen({ entry: kept, onBack }: { entry: LedgerView; onBack: () => void }) {
  const [asking, setAsking] = useState<Asking>('none');
  const now = useNow(1000);
  const { shown: entry, error } = useLook(kept, now);
  const { id, check, link, clockOffset } = entry;
  const { label, tone, says } = standingOf(entry, now);
  const open = check !== null && !hasEnded(check, now + clockOffset);
  const close = () => setAsking('none');
  return (
    <Screen title={askedShort(check?.claims ?? entry.claims)} onBack={onBack}>
      <div class="stack">
        <section class="hero" aria-live="polite">
          <span class="entry-head">
            <Badge tone={tone}>{label}</Badge>
            <bdi>{whomOf(entry)}</bdi>
          </span>
          {says.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
        <Trouble error={error} />
        <CheckTwins entry={entry} now={now} />
        <CheckAnswer entry={entry} />
        {check === null && <CheckLost entry={entry} />}
        {open && link !== null && <CheckLink entry={entry} link={link} now={now} />}
        {open && link === null && <p class="notice">{t('checksLinkLost')}</p>}
        <section class="card" aria-label={t('checksAsked')}>
          <h3>{t('checksAsked')}</h3>
          <AskedClaims claims={check?.claims ?? entry.claims.map((claim) => ({ ...claim, chosen: true }))} />
        </section>
        <CheckFacts entry={entry} ended={!open} />
        <div class="actions">
          {open && (
            <Button kind="danger" onClick={() => setAsking('cancel')}>
              {t('checksCancel')}
            </Button>
          )}
          <Button onClick={() => setAsking('forget')}>{t('checksForget')}</Button>
        </div>
      </div>
      {asking === 'cancel' && (
        <Confirm
          title={t('checksCancelTitle')}
          button={t('checksCancel')}
          where="checks.cancel"
          act={() => ask('checks.cancel', { id })}
          onClose={close}
        >
          {t('checksCancelText')}
        </Confirm>
      )}
      {asking === 'forget' && (
        <Confirm
          title={t('checksForgetTitle')}
          button={t('checksForget')}
          where="checks.forget"
          act={() => ask('checks.forget', { id }).then(onBack)}
          onClose={close}
        >
          {t(open ? 'checksForgetOpen' : 'checksForgetText')}
        </Confirm>
      )}
    </Screen>
  );
}

function CheckFacts({ entry, ended }: { entry: LedgerView; ended: boolean }) {
  const { check, site, redirectUrl } = entry;
  const tries = check?.tries;
  const told = (theirs: number) => at(ourTime(theirs, entry));
  return (
    <Facts
      facts={[
        [t('checksFactSite'), site],
        [t('checksFactMade'), at(madeAt(entry))],
        [t('checksFactUntil'), ended ? null : check && told(check.expiresAt)],
        [t('checksFactEnded'), check?.completedAt ? told(check.completedAt) : null],
        [t('checksFactTries'), tries ? t('checksTries', tries.chip, tries.liveness) : null],
        [t('checksRedirect'), cleanLine(redirectUrl)],
        [t('checksFactId'), check && cleanLine(check.remoteId)],
      ]}
    />
  );
}
