// A link to a host that is neither Kayle's nor known: called out; where nothing disguises it, the user may say that it is a server they know.
// Leans on verifiers.know; never offers that for what was made to look like Kayle.
import { useState } from 'preact/hooks';
import type { SeenLink } from '../../lib/check.ts';
import { displayHost } from '../../lib/host-display.ts';
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { StrangeLink } from '../parts/strange-link.tsx';
import { ask, useAsk } from '../state/ask.ts';

interface StrangerProps {
  id: string;
  link: Extract<SeenLink, { kind: 'strange' }>;
  /** Reads the link anew. */
  again: () => void;
}

export function Stranger({ id, link, again }: StrangerProps) {
  const [asking, setAsking] = useState(false);
  const status = useAsk('vault.status', {}, ['vault']);
  const plain = link.why === 'unknown-host';
  return (
    <>
      <StrangeLink link={link} />
      {plain && status.value?.state === 'locked' && <p class="soft">{t('pageBeforeLocked')}</p>}
      {plain && status.value?.state === 'unlocked' && (
        <div class="actions">
          <Button onClick={() => setAsking(true)}>{t('verifierKnow')}</Button>
        </div>
      )}
      {asking && (
        <Confirm
          title={t('verifierKnowTitle', displayHost(link.host))}
          button={t('verifierKnow')}
          where="verifiers.know"
          act={() => ask('verifiers.know', { id }).then(again)}
          onClose={() => setAsking(false)}
        >
          {t('verifierKnowText')}
        </Confirm>
      )}
    </>
  );
}
