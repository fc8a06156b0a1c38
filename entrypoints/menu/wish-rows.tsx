// How a new alias shall be, picked in the menu without making one: its format, and where it forwards to. Leans on row.tsx; a part of
// one's own before the `@` is typed in the popup, since nothing is typed beside a page.
import { FORMAT_WORDS } from '../../components/words/alias-format.ts';
import { t } from '../../lib/i18n.ts';
import { ALIAS_FORMATS, type AliasWish, type NewAddressSource } from '../../lib/requests.ts';
import { Row } from './row.tsx';
import type { MenuState } from './use-menu.ts';

const MADE_UP = ALIAS_FORMATS.filter((format) => format !== 'custom');

interface WishRowsProps {
  /** With what was picked so far. */
  source: NewAddressSource;
  onWish: (change: AliasWish) => void;
  menu: MenuState;
}

export function WishRows({ source, onWish, menu }: WishRowsProps) {
  const { accountId, wish = {}, recipients = [] } = source;
  const { aliasFormat = 'random_characters', recipientIds = [] } = wish;
  const flip = (id: string) =>
    recipientIds.includes(id) ? recipientIds.filter((one) => one !== id) : [...recipientIds, id];
  return (
    <div class="wish">
      <fieldset>
        <legend>{t('aliasFormat')}</legend>
        {MADE_UP.map((format) => (
          <Row
            key={format}
            plain
            picks="radio"
            checked={aliasFormat === format}
            onChoose={() => onWish({ aliasFormat: format })}
          >
            {FORMAT_WORDS[format]()}
          </Row>
        ))}
        <Row plain onChoose={() => menu.escalate({ to: 'own-name', accountId, wish })}>
          {t('menuOwnName')}
        </Row>
      </fieldset>
      {recipients.length > 0 && (
        <fieldset>
          <legend>{t('forwardsTo')}</legend>
          {recipients.map(({ id, email, isDefault }) => (
            <Row
              key={id}
              plain
              picks="checkbox"
              checked={recipientIds.length === 0 ? isDefault : recipientIds.includes(id)}
              onChoose={() => onWish({ recipientIds: flip(id) })}
            >
              {email}
            </Row>
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** @returns what a new alias would be like where that is not as every other: "in words · to work@mail.example". */
export function wishWords({ wish, recipients = [] }: NewAddressSource): string[] {
  const { aliasFormat, recipientIds = [] } = wish ?? {};
  const names = recipientIds.map((id) => recipients.find((one) => one.id === id)?.email);
  const to = names.filter((email) => email !== undefined).join(', ');
  return [
    ...(aliasFormat && aliasFormat !== 'random_characters' ? [FORMAT_WORDS[aliasFormat]()] : []),
    ...(to ? [t('menuTo', to)] : []),
  ];
}
