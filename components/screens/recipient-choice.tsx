// Which recipients an alias forwards to: none ticked is the account's default; the one ticked first comes foremost. Leans on
// nothing; recipients that are not verified cannot be chosen, and it is said why.
import type { RemoteRecipient } from '../../lib/destination.ts';
import { t } from '../../lib/i18n.ts';
import { Badge } from '../parts/badge.tsx';
import { EmailText } from '../parts/email-text.tsx';

export interface RecipientChoiceProps {
  recipients: readonly RemoteRecipient[];
  ids: readonly string[];
  onIds: (ids: readonly string[]) => void;
}

export function RecipientChoice({ recipients, ids, onIds }: RecipientChoiceProps) {
  const flip = (id: string) => onIds(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]);
  return (
    <fieldset class="choices">
      <legend>{t('forwardsTo')}</legend>
      <p class="hint">{t('forwardsHint')}</p>
      {recipients.map(({ remoteId, email, verified, isDefault }) => (
        <label key={remoteId} class="choice">
          <input
            type="checkbox"
            checked={ids.includes(remoteId)}
            disabled={!verified}
            onChange={() => flip(remoteId)}
          />
          <span>
            <EmailText email={email} />
            <span class="entry-head">
              {isDefault && <Badge tone="good">{t('recipientDefault')}</Badge>}
              {!verified && <Badge tone="warn">{t('recipientUnverified')}</Badge>}
              {ids[0] === remoteId && ids.length > 1 && <Badge>{t('forwardsFirst')}</Badge>}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
