// The menu's rows for a new address: the way of the last one here first, the other accounts and domains one click further. Leans on
// row.tsx; what is chosen is made by the background.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { MenuChoice } from '../../lib/messages/views.ts';
import type { NewAddressSource } from '../../lib/requests.ts';
import { Email, Row } from './row.tsx';
import type { MenuState } from './use-menu.ts';

function choiceOf({ accountId, format, wish }: NewAddressSource): MenuChoice {
  return {
    kind: 'new-address',
    accountId,
    ...(format === undefined ? {} : { format }),
    ...(wish === undefined ? {} : { wish }),
  };
}

interface NewAddressProps {
  first: NewAddressSource;
  others: readonly NewAddressSource[];
  menu: MenuState;
}

export function NewAddressRows({ first, others, menu }: NewAddressProps) {
  const [all, setAll] = useState(false);
  const row = (source: NewAddressSource) => (
    <Row
      key={`${source.accountId} ${source.format ?? ''} ${source.wish?.domain ?? ''}`}
      disabled={menu.busy !== null}
      onChoose={(event) => menu.choose(choiceOf(source), event)}
    >
      <span>{t('menuNewAddress')}</span>
      {source.preview ? <Email email={source.preview} /> : null}
      <small>
        {!source.preview && source.domain ? `${t('menuAt', source.domain)} · ` : ''}
        {t('menuFrom', source.account)}
        {source.format ? ` · ${t('menuShape')}` : ''}
      </small>
    </Row>
  );
  return (
    <>
      <div class="pair">
        {row(first)}
        {others.length > 0 && (
          <Row plain expanded={all} label={t('menuChangeTitle')} onChoose={() => setAll(!all)}>
            {t('menuChange')}
          </Row>
        )}
      </div>
      {all && others.map(row)}
    </>
  );
}
