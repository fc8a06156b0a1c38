// Authenticator entries that services hold, below the vault's own. Leans on the list it is given, and on totp.pullHeld when it is asked
// to look anew; shown where an account can hold any.
import { useState } from 'preact/hooks';
import type { WireError } from '../../lib/error.ts';
import type { HeldTotpView } from '../../lib/held-totp.ts';
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import type { Go } from '../state/route.ts';
import { HeldTotpRow, heldName } from './held-row.tsx';

export function HeldCodes({ held, go }: { held: HeldTotpView[]; go: Go }) {
  const accounts = useAsk('accounts.list', {}, ['accounts']);
  const pull = useAct('totp.pullHeld');
  const [trouble, setTrouble] = useState<WireError | null>(null);
  const able = accounts.value?.accounts.filter(({ slots }) => slots.includes('totps')) ?? [];
  if (able.length === 0) return null;
  const look = () => pull.run(async () => setTrouble((await ask('totp.pullHeld', {})).trouble));
  return (
    <section class="stack" aria-label={t('heldTitle')}>
      <div class="section-head">
        <h3>{t('heldTitle')}</h3>
        <Button kind="quiet" icon="refresh" label={t('heldLook')} busy={pull.busy} onClick={look} />
      </div>
      {held.length === 0 && <p class="soft">{t('heldEmpty')}</p>}
      {held.length > 0 && (
        <ul class="rows">
          {held.map((one) => (
            <li key={one.id}>
              <HeldTotpRow held={one}>
                <Button
                  kind="quiet"
                  icon="more"
                  label={t('codesEdit', heldName(one))}
                  onClick={() => go({ tab: 'codes', screen: 'open', id: one.id })}
                />
              </HeldTotpRow>
            </li>
          ))}
        </ul>
      )}
      <Trouble error={pull.error ?? trouble} acts={{ retry: look }} />
    </section>
  );
}
