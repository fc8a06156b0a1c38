// The link of an open check: to be copied, or scanned from this screen. Leans on parts/qr-code.tsx, which draws it here; nothing sends it.
// Whoever has the link can act for the person asked, and that is said.
import { type MessageKey, t } from '../../lib/i18n.ts';
import type { InsertOutcome } from '../../lib/insert-outcome.ts';
import type { LedgerView } from '../../lib/ledger.ts';
import { Button } from '../parts/button.tsx';
import { QrCode } from '../parts/qr-code.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { leftOf } from '../words/checks.ts';

const INSERTED = {
  inserted: 'noticeInserted',
  refused: 'noticeNotInserted',
  gone: 'noticeNotInserted',
} as const satisfies Record<InsertOutcome, MessageKey>;

export function CheckLink({ entry, link, now }: { entry: LedgerView; link: string; now: number }) {
  const tell = useToast();
  const inserting = useAct('checks.insert');
  const insert = () =>
    inserting.run(async () => {
      const { outcome } = await ask('checks.insert', { id: entry.id });
      tell(t(INSERTED[outcome]), outcome === 'inserted' ? 'good' : 'bad');
    });
  // Not the shared copy button: its news repeats what was copied, and this is a secret.
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => tell(t('checksCopied')),
      () => tell(t('copyRefused'), 'bad'),
    );
  return (
    <section class="card" aria-label={t('checksLink')}>
      <span class="entry-head">
        <h3>{t('checksLink')}</h3>
        <span class="soft" role="timer">
          {t('checksLeft', leftOf(entry, now))}
        </span>
      </span>
      <output class="check-link mono">{link}</output>
      <div class="actions">
        <Button kind="primary" icon="copy" onClick={copy}>
          {t('checksCopy')}
        </Button>
        <Button icon="fill" busy={inserting.busy} onClick={insert}>
          {t('checksInsert')}
        </Button>
      </div>
      <Trouble error={inserting.error} />
      <QrCode text={link} label={t('checksQr')} />
      <p class="soft">{t('checksLinkHint')}</p>
    </section>
  );
}
