// The rows of the menu, one look a kind of section. Leans on sections.ts for what there is; every row is a button, so that
// Enter, Space and assistive technology work as everywhere, and hands its event on to be judged.
import { useEffect } from 'preact/hooks';
import { type MessageKey, t, tn } from '../../lib/i18n.ts';
import type { MenuAddress, MenuUndo } from '../../lib/messages/views.ts';
import { EvidenceRow } from './code-rows.tsx';
import { NewAddressRows } from './new-rows.tsx';
import { PersonaOnly, PersonaRow } from './persona.tsx';
import { Email, Row } from './row.tsx';
import type { Section } from './sections.ts';
import type { MenuState } from './use-menu.ts';

export function SectionRows({ section, menu }: { section: Section; menu: MenuState }) {
  switch (section.kind) {
    case 'addresses':
      return section.addresses.map((address) => (
        <AddressRow key={address.id} address={address} menu={menu} />
      ));
    case 'personas':
      return section.addresses.map((address) => (
        <PersonaOnly key={address.id} address={address} menu={menu} />
      ));
    case 'undo':
      return <UndoRow undo={section.undo} menu={menu} />;
    case 'new-address':
      return <NewAddressRows first={section.first} others={section.others} menu={menu} />;
    case 'rejected':
      return (
        <div class="trouble" role="alert">
          <strong>{section.email ? t('menuRejected', section.email) : t('menuRejectedBare')}</strong>
          <p>{t('menuRejectedHint')}</p>
        </div>
      );
    case 'evidence':
      return section.rows.map((evidence) => (
        <EvidenceRow key={evidence.id} evidence={evidence} menu={menu} />
      ));
    case 'waiting':
      return (
        <div class="still waiting" role="status">
          <span class="pulse" aria-hidden="true" />
          <span>
            {t('menuWaiting')}
            <small>{t('menuWaitingHint')}</small>
          </span>
        </div>
      );
    case 'locked':
      return (
        <Row icon="lock" onChoose={() => menu.escalate({ to: 'unlock' })}>
          <span>{section.count > 0 ? tn('menuLocked', section.count) : t('menuLockedBare')}</span>
          <small>{t('menuLockedHint')}</small>
        </Row>
      );
    case 'empty':
      return (
        <Row icon="plus" onChoose={() => menu.escalate({ to: 'connect' })}>
          <span>{t('menuEmpty')}</span>
          <small>{t('menuEmptyHint')}</small>
        </Row>
      );
    case 'connect':
      return (
        <Row icon="plus" onChoose={() => menu.escalate({ to: 'connect' })}>
          <span>{t('menuConnect')}</span>
          <small>{t('menuConnectHint')}</small>
        </Row>
      );
    case 'nothing':
      return <p class="still">{t('menuNothing')}</p>;
  }
}

const UNDO_WORDS: Record<MenuUndo['kind'], MessageKey> = {
  undo: 'menuUndo',
  discard: 'menuDiscardLast',
  'switch-off': 'menuSwitchOffLast',
};

/** What the last menu of this field did and can still take back; when its time is over, the background says what is left. */
function UndoRow({ undo: { kind, until }, menu }: { undo: MenuUndo; menu: MenuState }) {
  const { refresh } = menu;
  useEffect(() => {
    if (until === null) return undefined;
    const timer = setTimeout(refresh, Math.max(0, until - Date.now()) + 1);
    return () => clearTimeout(timer);
  }, [until, refresh]);
  return (
    <div class="acts">
      <Row plain onChoose={(event) => event.isTrusted && menu.undo()}>
        {t(UNDO_WORDS[kind])}
      </Row>
    </div>
  );
}

function AddressRow({ address, menu }: { address: MenuAddress; menu: MenuState }) {
  // That it is for this site need not be said here.
  const label = address.label === menu.view?.site ? '' : address.label;
  const row = (
    <Row
      icon="fill"
      disabled={menu.busy !== null}
      onChoose={(event) => menu.choose({ kind: 'address', id: address.id }, event)}
    >
      <Email email={address.email} />
      <small>{[t('menuUsedHere'), label, address.account].filter(Boolean).join(' · ')}</small>
    </Row>
  );
  if (!address.persona) return row;
  return (
    <PersonaRow address={address} menu={menu}>
      {row}
    </PersonaRow>
  );
}
