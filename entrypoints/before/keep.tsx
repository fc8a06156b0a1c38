// Keeping a check in the user's own list, from the panel: first who asked for what, then, only if they ask for that as well, the secret part
// of the link with which a consent is taken back. Leans on panel.keep; locked, the way there is to unlock.
import { useState } from 'preact/hooks';
import { Button } from '../../components/parts/button.tsx';
import { Trouble } from '../../components/parts/trouble.tsx';
import type { Kept } from '../../lib/asked.ts';
import { toWire, type WireError } from '../../lib/error.ts';
import { t } from '../../lib/i18n.ts';
import type { Ask } from '../../lib/messages/client.ts';
import type { PanelCalls, PanelView } from '../../lib/messages/panel.ts';
import { fireAndForget } from '../../lib/report.ts';

export function Keep({ ask, view }: { ask: Ask<PanelCalls>; view: PanelView }) {
  const [kept, setKept] = useState<Kept>(view.kept);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<WireError | null>(null);
  const keep = (token: boolean) => (event: MouseEvent) => {
    if (!event.isTrusted) return;
    setBusy(true);
    setTrouble(null);
    fireAndForget(
      ask('panel.keep', { token })
        .then(
          (answer) => setKept(answer.kept),
          (error: unknown) => setTrouble(toWire(error)),
        )
        .finally(() => setBusy(false)),
      'panel.keep',
    );
  };
  const unlock = () => fireAndForget(ask('panel.escalate', { to: 'unlock' }), 'panel.escalate');
  // Without a vault there is nowhere to keep anything, and this is no place to sell one.
  if (view.state === 'empty') return null;
  if (view.state === 'locked')
    return (
      <section class="card">
        <p class="soft">{t('askedUnlock')}</p>
        <div class="actions">
          <Button icon="lock" onClick={unlock}>
            {t('actionUnlock')}
          </Button>
        </div>
      </section>
    );
  return (
    <section class="card" aria-live="polite">
      {kept === 'no' ? (
        <div class="actions">
          <Button kind="primary" busy={busy} onClick={keep(false)}>
            {t('askedKeep')}
          </Button>
        </div>
      ) : (
        <p class="good">{t(kept === 'yes' ? 'askedKept' : 'askedKeptToken')}</p>
      )}
      {kept === 'yes' && (
        <>
          <p class="soft">{t('askedKeepTokenHint')}</p>
          <div class="actions">
            <Button busy={busy} onClick={keep(true)}>
              {t('askedKeepToken')}
            </Button>
          </div>
        </>
      )}
      <Trouble error={trouble} acts={{ unlock }} />
    </section>
  );
}
