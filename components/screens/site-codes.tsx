// Codes for this site: those that came by mail or SMS, and authenticator codes with the time they have left. Leans on the
// view it is given; asks for it again when a code has run out.
import { useEffect } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { SiteView } from '../../lib/messages/views.ts';
import { Button } from '../parts/button.tsx';
import { CodeDigits } from '../parts/code-digits.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Ring } from '../parts/ring.tsx';
import { useNow } from '../state/clock.ts';
import type { Fill } from '../state/fill.ts';
import { cleanLine } from '../words/plain-text.ts';
import { ago } from '../words/time.ts';
import { HeldTotpRow } from './held-row.tsx';

export function SiteCodes({ view, fill, again }: { view: SiteView; fill: Fill; again: () => void }) {
  const now = useNow(1000);
  const stale = view.totps.some((totp) => totp.validUntil <= now);
  useEffect(() => {
    if (stale) again();
  }, [stale, again]);
  if (view.codes.length === 0 && view.totps.length === 0 && view.held.length === 0 && !view.waiting)
    return null;
  return (
    <section class="codes">
      {view.waiting && view.codes.length === 0 && (
        <p class="waiting" role="status">
          {t('siteWaiting')}
        </p>
      )}
      {view.codes.map((code) => (
        <div class="code-card" key={code.messageId}>
          <CodeDigits code={code.code} />
          <span class="soft code-from">
            <bdi class="cut">{cleanLine(code.sender)}</bdi>
            <span>{code.usedAt === null ? ago(code.receivedAt, now) : t('codeUsed')}</span>
          </span>
          <CopyButton text={code.code} label={t('copyCode')} />
          <Button
            kind="primary"
            busy={fill.busy}
            onClick={() => fill.fill({ kind: 'code', messageId: code.messageId }, code.code)}
          >
            {t('actionFill')}
          </Button>
        </div>
      ))}
      {view.totps.map((totp) => (
        <div class="code-card" key={totp.id}>
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
      ))}
      {view.held.map((held) => (
        <HeldTotpRow
          key={held.id}
          held={held}
          onFill={(code) => fill.fill({ kind: 'held-totp', id: held.id }, code)}
        />
      ))}
    </section>
  );
}
