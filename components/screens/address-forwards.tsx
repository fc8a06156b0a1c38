// Where one alias forwards to: what was set from here, and the recipients it could go to instead. Leans on destinations.known and
// addresses.update. The service never tells where an alias forwards, so what was not set here is not claimed.
import { useState } from 'preact/hooks';
import type { RemoteRecipient } from '../../lib/destination.ts';
import { t } from '../../lib/i18n.ts';
import type { Address } from '../../lib/model.ts';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { EmailText } from '../parts/email-text.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { openOptions } from '../state/pages.ts';
import { useRecipients } from '../state/recipients.ts';
import { RecipientChoice } from './recipient-choice.tsx';

export function AddressForwards({ address }: { address: Address }) {
  const [changing, setChanging] = useState(false);
  const recipients = useRecipients(address.accountId);
  const set = address.forwarding?.recipientIds ?? [];
  return (
    <section class="stack tight">
      {changing ? (
        <Change address={address} recipients={recipients} onDone={() => setChanging(false)} />
      ) : (
        <>
          <h3>{t('forwardsTo')}</h3>
          {set.length === 0 ? (
            <p class="soft">{t('forwardsDefault')}</p>
          ) : (
            <ul>
              {set.map((id, index) => (
                <li key={id} class="entry-head">
                  <Recipient recipient={recipients.find(({ remoteId }) => remoteId === id)} />
                  {index === 0 && set.length > 1 && <Badge>{t('forwardsFirst')}</Badge>}
                </li>
              ))}
            </ul>
          )}
          <div class="actions">
            <Button onClick={() => setChanging(true)}>{t('forwardsChange')}</Button>
          </div>
        </>
      )}
    </section>
  );
}

function Recipient({ recipient }: { recipient: RemoteRecipient | undefined }) {
  return recipient ? <EmailText email={recipient.email} /> : <span class="soft">{t('forwardsUnknown')}</span>;
}

interface ChangeProps {
  address: Address;
  recipients: readonly RemoteRecipient[];
  onDone: () => void;
}

function Change({ address, recipients, onDone }: ChangeProps) {
  const [ids, setIds] = useState<readonly string[]>(address.forwarding?.recipientIds ?? []);
  const act = useAct('addresses.update');
  const tell = useToast();
  return (
    <form
      class="stack inset"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        act.run(async () => {
          await ask('addresses.update', { id: address.id, recipientIds: [...ids] });
          tell(t('saved'));
          onDone();
        });
      }}
    >
      <RecipientChoice recipients={recipients} ids={ids} onIds={setIds} />
      <Trouble error={act.error} />
      <div class="actions">
        <Button kind="primary" type="submit" busy={act.busy}>
          {t('actionSave')}
        </Button>
        <Button onClick={onDone}>{t('actionCancel')}</Button>
        <Button kind="quiet" onClick={() => openOptions('forwarding', address.accountId)}>
          {t('forwardsManage')}
        </Button>
      </div>
    </form>
  );
}
