// A row for an authenticator entry that a service holds. Leans on row.tsx; shows no code: it is asked for when the row is chosen, and
// goes into the field without being here.
import type { HeldTotpView } from '../../lib/held-totp.ts';
import { t } from '../../lib/i18n.ts';
import { Row } from './row.tsx';
import type { MenuState } from './use-menu.ts';

export function HeldRow({ held, menu }: { held: HeldTotpView; menu: MenuState }) {
  const asked = menu.busy?.kind === 'held-totp' && menu.busy.id === held.id;
  return (
    <Row
      disabled={menu.busy !== null}
      onChoose={(event) => menu.choose({ kind: 'held-totp', id: held.id }, event)}
    >
      <span>{asked ? t('menuHeldAsked', held.holder) : t('menuHeld', held.holder)}</span>
      <small>
        {t('menuTotp')} · <bdi>{held.issuer}</bdi>
      </small>
    </Row>
  );
}
