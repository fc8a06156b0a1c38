// Codes for this site in the order of their evidence: those that came by mail or SMS, links to confirm with, and authenticator codes with
// the time they have left. Leans on the view it is given; asks for it again when a code has run out.
import { useEffect } from 'preact/hooks';
import { isWaitNews, orderEvidence } from '../../lib/evidence.ts';
import { t } from '../../lib/i18n.ts';
import type { SiteView } from '../../lib/messages/views.ts';
import type { TotpView } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { CodeDigits } from '../parts/code-digits.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Ring } from '../parts/ring.tsx';
import { ask } from '../state/ask.ts';
import { useBeat } from '../state/beat.ts';
import { useNow } from '../state/clock.ts';
import type { Fill } from '../state/fill.ts';
import type { Go } from '../state/route.ts';
import { cleanLine } from '../words/plain-text.ts';
import { HeldTotpRow } from './held-row.tsx';
import { LetterCard } from './site-letters.tsx';

interface SiteCodesProps {
  view: SiteView;
  site: string;
  fill: Fill;
  again: () => void;
  go: Go;
}

const askSite = () => ask('site.beat', {});

export function SiteCodes({ view, site, fill, again, go }: SiteCodesProps) {
  const now = useNow(1000);
  useBeat(view.state === 'unlocked' ? site : null, askSite);
  const stale = view.totps.some((totp) => totp.validUntil <= now);
  useEffect(() => {
    if (stale) again();
  }, [stale, again]);
  const rows = orderEvidence(view);
  const waits = view.waiting && isWaitNews(view);
  if (rows.length === 0 && !waits) return null;
  return (
    <section class="codes">
      {waits && (
        <p class="waiting" role="status">
          {t('siteWaiting')}
        </p>
      )}
      {rows.map((row) => {
        if (row.kind === 'totp') return <TotpCard key={row.id} totp={row.totp} now={now} fill={fill} />;
        if (row.kind === 'held')
          return (
            <HeldTotpRow
              key={row.id}
              held={row.held}
              onFill={(code) => fill.fill({ kind: 'held-totp', id: row.held.id }, code)}
            />
          );
        return <LetterCard key={row.id} evidence={row} site={site} now={now} fill={fill} go={go} />;
      })}
    </section>
  );
}

function TotpCard({ totp, now, fill }: { totp: TotpView; now: number; fill: Fill }) {
  return (
    <div class="code-card">
      <CodeDigits code={totp.code} />
      <span class="soft code-from">
        <bdi class="cut">{[totp.issuer, totp.account].filter(Boolean).map(cleanLine).join(' · ')}</bdi>
      </span>
      <Ring validUntil={totp.validUntil} period={totp.period} now={now} />
      <CopyButton text={totp.code} label={t('copyCode')} />
      <Button
        kind="primary"
        busy={fill.busy}
        onClick={() => fill.fill({ kind: 'totp', id: totp.id }, totp.code)}
      >
        {t('actionFill')}
      </Button>
    </div>
  );
}
