// What can be wished of a new alias: the domain it is at, how the part before the `@` comes about, where it forwards to. Leans on
// what is known of the account's domains and recipients; a part of one's own is judged while it is typed.
import { t } from '../../lib/i18n.ts';
import { localPartTrouble, nearestLocalPart } from '../../lib/local-part.ts';
import { ALIAS_FORMATS } from '../../lib/requests.ts';
import { Button } from '../parts/button.tsx';
import { EmailText } from '../parts/email-text.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { formatOf, recipientsOf, type WishDraft } from '../state/alias-wish.ts';
import { useDestinations } from '../state/recipients.ts';
import { FORMAT_WORDS } from '../words/alias-format.ts';
import { LOCAL_PART_WORDS } from '../words/local-part.ts';
import { RecipientChoice } from './recipient-choice.tsx';

export interface AliasFieldsProps {
  accountId: string;
  /** The service's own domain, as far as it is known. */
  home: string | null;
  wish: WishDraft;
  onWish: (change: Partial<WishDraft>) => void;
}

export function AliasFields({ accountId, home, wish, onWish }: AliasFieldsProps) {
  const known = useDestinations(accountId);
  const ready = known?.domains.filter(({ verified }) => verified) ?? [];
  const format = formatOf(wish);
  return (
    <>
      <SelectField
        label={t('aliasFormat')}
        value={format}
        options={ALIAS_FORMATS.map((value) => ({ value, label: FORMAT_WORDS[value]() }))}
        onValue={(aliasFormat) => onWish({ aliasFormat })}
      />
      {format === 'custom' && (
        <LocalPart
          value={wish.localPart}
          domain={wish.aliasDomain || home}
          onValue={(localPart) => onWish({ localPart })}
        />
      )}
      {ready.length > 0 && (
        <SelectField
          label={t('filterDomain')}
          value={wish.aliasDomain}
          options={[
            { value: '', label: home ?? t('aliasHome') },
            ...ready.map(({ domain }) => ({ value: domain, label: domain })),
          ]}
          onValue={(aliasDomain) => onWish({ aliasDomain })}
        />
      )}
      {known !== null && known.recipients.length > 1 && (
        <RecipientChoice
          recipients={known.recipients}
          ids={recipientsOf(wish)}
          onIds={(ids) => onWish({ recipients: ids.join(' ') })}
        />
      )}
    </>
  );
}

interface LocalPartProps {
  value: string;
  domain: string | null;
  onValue: (value: string) => void;
}

function LocalPart({ value, domain, onValue }: LocalPartProps) {
  const trouble = value === '' ? null : localPartTrouble(value);
  const nearest = trouble ? nearestLocalPart(value) : '';
  const helps = nearest !== '' && localPartTrouble(nearest) === null;
  return (
    <>
      <TextField
        label={t('localPartLabel')}
        hint={t('localPartHint')}
        mono
        value={value}
        error={trouble && LOCAL_PART_WORDS[trouble]()}
        onValue={onValue}
      />
      {helps && (
        <div class="actions">
          <Button onClick={() => onValue(nearest)}>{t('localPartUse', nearest)}</Button>
        </div>
      )}
      {value !== '' && !trouble && domain && (
        <div class="preview">
          <span class="soft">{t('addressPreview')}</span>
          <EmailText email={`${value}@${domain}`} />
        </div>
      )}
    </>
  );
}
