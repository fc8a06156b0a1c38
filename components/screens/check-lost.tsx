// A check whose answer never came: it may have been made or not. Looks for it at the service and lets the person say which one it is.
// Leans on checks.lost and checks.adopt; asks for nothing anew.
import { useState } from 'preact/hooks';
import type { Check } from '../../lib/check.ts';
import { t } from '../../lib/i18n.ts';
import type { LedgerView } from '../../lib/ledger.ts';
import { Button } from '../parts/button.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { askedShort } from '../words/checks.ts';
import { at } from '../words/time.ts';

export function CheckLost({ entry }: { entry: LedgerView }) {
  const [found, setFound] = useState<Check[] | null>(null);
  const looking = useAct('checks.lost');
  const look = () =>
    looking.run(async () => setFound((await ask('checks.lost', { id: entry.id })).candidates));
  const adopt = (remoteId: string) =>
    looking.run(async () => {
      await ask('checks.adopt', { id: entry.id, remoteId });
    });
  return (
    <section class="card">
      <h3>{t('checksLostTitle')}</h3>
      <p>{t('checksLostText')}</p>
      {found?.length === 0 && <p class="notice">{t('checksLostNone')}</p>}
      {found !== null && found.length > 0 && (
        <>
          <p class="soft">{t('checksLostWhich')}</p>
          <ul class="entries">
            {found.map((check) => (
              <li key={check.remoteId} class="entry">
                <b>{askedShort(check.claims)}</b>
                <span class="soft">{t('checksMadeAt', at(check.createdAt))}</span>
                <div class="actions">
                  <Button busy={looking.busy} onClick={() => adopt(check.remoteId)}>
                    {t('checksThisOne')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <Trouble error={looking.error} acts={{ retry: look }} />
      <div class="actions">
        <Button kind={found === null ? 'primary' : 'plain'} busy={looking.busy} onClick={look}>
          {t('checksLook')}
        </Button>
      </div>
    </section>
  );
}
