// The link of an open check: to be copied, or scanned from this screen. Leans on parts/qr-code.tsx, which draws it here; nothing sends it.
// Whoever has the link can act for the person asked, and that is said.
import { t } from '../../lib/i18n.ts';
import type { LedgerView } from '../../lib/ledger.ts';
import { Button } from '../parts/button.tsx';
import { QrCode } from '../parts/qr-code.tsx';
import { useToast } from '../parts/toast.tsx';
import { leftOf } from '../words/checks.ts';

export function CheckLink({ entry, link, now }: { entry: LedgerView; link: string; now: number }) {
  const tell = useToast();
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
      </div>
      <QrCode text={link} label={t('checksQr')} />
      <p class="soft">{t('checksLinkHint')}</p>
    </section>
  );
}
