// The mailboxes that aliases of an account forward to: add, verify again, make default, PGP key, delete. Leans on destinations.*;
// what the service would refuse is said beside the button instead.
import { useState } from 'preact/hooks';
import type { RemoteRecipient } from '../../lib/destination.ts';
import { t, tn } from '../../lib/i18n.ts';
import type { Allowance } from '../../lib/quota.ts';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { EmailText } from '../parts/email-text.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { allowanceWords } from '../words/quota.ts';
import { AddLine } from './add-line.tsx';
import { PgpKeyForm } from './pgp-key.tsx';

interface RecipientsProps {
  accountId: string;
  recipients: readonly RemoteRecipient[];
  allowance: Allowance | null;
  mayRemove: boolean;
}

export function Recipients({ accountId, recipients, allowance, mayRemove }: RecipientsProps) {
  return (
    <section class="card">
      <h3>{t('recipientsTitle')}</h3>
      <p class="soft">
        {t('recipientsText')}
        {allowance && ` ${t('sentence', allowanceWords('recipients', allowance))}`}
      </p>
      <ul class="entries">
        {recipients.map((recipient) => (
          <li key={recipient.remoteId}>
            <RecipientEntry accountId={accountId} recipient={recipient} mayRemove={mayRemove} />
          </li>
        ))}
      </ul>
      <AddRecipient accountId={accountId} />
    </section>
  );
}

function RecipientEntry({
  accountId,
  recipient,
  mayRemove,
}: {
  accountId: string;
  recipient: RemoteRecipient;
  mayRemove: boolean;
}) {
  const [open, setOpen] = useState<'none' | 'pgp' | 'delete'>('none');
  const act = useAct('destinations.setDefault');
  const tell = useToast();
  const one = { accountId, id: recipient.remoteId };
  const close = () => setOpen('none');
  const kept = keptBy(recipient);
  return (
    <div class="entry">
      <div class="entry-head">
        <EmailText email={recipient.email} />
        {recipient.isDefault && <Badge tone="good">{t('recipientDefault')}</Badge>}
        {!recipient.verified && <Badge tone="warn">{t('recipientUnverified')}</Badge>}
        {recipient.pgp && <Badge>{t('recipientEncrypted')}</Badge>}
      </div>
      {!recipient.verified && <p class="soft">{t('recipientUnverifiedText')}</p>}
      {recipient.pgp && (
        <p class="soft">
          {t('recipientKey', recipient.pgp.name ?? t('recipientKeyUnnamed'))}{' '}
          <code class="fingerprint">{fingerprint(recipient.pgp.fingerprint)}</code>
        </p>
      )}
      <div class="actions">
        {!recipient.verified && (
          <Button
            busy={act.busy}
            onClick={() =>
              act.run(async () => {
                await ask('destinations.resend', one);
                tell(t('recipientResent', recipient.email));
              })
            }
          >
            {t('recipientResend')}
          </Button>
        )}
        {recipient.verified && !recipient.isDefault && (
          <Button
            busy={act.busy}
            onClick={() =>
              act.run(async () => {
                await ask('destinations.setDefault', one);
                tell(t('recipientDefaultSet', recipient.email));
              })
            }
          >
            {t('recipientMakeDefault')}
          </Button>
        )}
        <Button expanded={open === 'pgp'} onClick={() => setOpen(open === 'pgp' ? 'none' : 'pgp')}>
          {t('recipientPgp')}
        </Button>
        {mayRemove && (
          <Button disabled={kept !== null} onClick={() => setOpen('delete')}>
            {t('actionDelete')}
          </Button>
        )}
      </div>
      {mayRemove && kept && <p class="soft">{kept}</p>}
      <Trouble error={act.error} />
      {open === 'pgp' && <PgpKeyForm accountId={accountId} recipient={recipient} onDone={close} />}
      {open === 'delete' && (
        <Confirm
          title={t('recipientDeleteTitle')}
          button={t('actionDelete')}
          where="destinations.removeRecipient"
          act={() => ask('destinations.removeRecipient', one)}
          onClose={close}
        >
          <EmailText email={recipient.email} />
          <p>{t('recipientDeleteText')}</p>
        </Confirm>
      )}
    </div>
  );
}

/** Why a recipient cannot be deleted yet, in words; null where it can. */
function keptBy({ isDefault, addresses }: RemoteRecipient): string | null {
  if (isDefault) return t('recipientKeptDefault');
  return addresses ? tn('recipientKeptAddresses', addresses) : null;
}

/** In groups of four, as people compare them. */
function fingerprint(hex: string): string {
  return hex.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ');
}

function AddRecipient({ accountId }: { accountId: string }) {
  return (
    <AddLine
      place={`recipient.new.${accountId}`}
      label={t('recipientNew')}
      hint={t('recipientNewHint')}
      placeholder="me@mail.example"
      inputMode="email"
      maxLength={254}
      is={/.@./}
      where="destinations.addRecipient"
      add={async (email) => {
        const { recipient } = await ask('destinations.addRecipient', { accountId, email });
        return t('recipientAdded', recipient.email);
      }}
    />
  );
}
