// The menu's rows for a new address: the way of the last one here first; the other accounts and domains, and how an alias shall be,
// one click further. Leans on row.tsx and wish-rows.tsx; what is chosen is made by the background.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { MenuChoice } from '../../lib/messages/views.ts';
import type { AliasWish, NewAddressSource } from '../../lib/requests.ts';
import { Email, Row } from './row.tsx';
import type { MenuState } from './use-menu.ts';
import { WishRows, wishWords } from './wish-rows.tsx';

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
  const [picked, setPicked] = useState<AliasWish>({});
  /** What is picked goes for every way of the account that it was picked for. */
  const wished = (source: NewAddressSource): NewAddressSource =>
    source.forwards && source.accountId === first.accountId
      ? { ...source, wish: { ...source.wish, ...picked } }
      : source;
  const row = (source: NewAddressSource) => (
    <Row
      icon="plus"
      key={`${source.accountId} ${source.otherShape ?? ''} ${source.wish?.domain ?? ''}`}
      disabled={menu.busy !== null}
      onChoose={(event) => menu.choose(choiceOf(source), event)}
    >
      <span class="lead">{t('menuNewAddress')}</span>
      {source.preview ? <Email email={source.preview} /> : null}
      <small>{about(source).join(' · ')}</small>
    </Row>
  );
  return (
    <>
      <div class="pair">
        {row(wished(first))}
        {(others.length > 0 || first.forwards) && (
          <Row plain expanded={all} label={t('menuChangeTitle')} onChoose={() => setAll(!all)}>
            {t('menuChange')}
          </Row>
        )}
      </div>
      {all && others.map((source) => row(wished(source)))}
      {all && first.forwards && (
        <WishRows
          source={wished(first)}
          menu={menu}
          onWish={(change) => setPicked({ ...picked, ...change })}
        />
      )}
    </>
  );
}

/** Where it would be, whose it is, and what is unlike the usual. */
function about(source: NewAddressSource): string[] {
  const domain = source.wish?.domain ?? source.domain;
  return [
    ...(source.preview || !domain ? [] : [t('menuAt', domain)]),
    t('menuFrom', source.account),
    ...(source.format ? [t('menuShape')] : []),
    ...wishWords(source),
  ];
}
