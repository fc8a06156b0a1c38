// The rows of the menu, one look a kind of section. Leans on sections.ts for what there is; every row is a button, so that
// Enter, Space and assistive technology work as everywhere, and hands its event on to be judged.
import { useEffect } from 'preact/hooks';
import { type MessageKey, t, tn } from '../../lib/i18n.ts';
import type { MenuAddress, MenuUndo } from '../../lib/messages/views.ts';
import type { FoundCode, TotpView, UnclearMessage } from '../../lib/model.ts';
import { HeldRow } from './held-row.tsx';
import { NewAddressRows } from './new-rows.tsx';
import { PersonaOnly, PersonaRow } from './persona.tsx';
import { Ring, useNow } from './ring.tsx';
import { Email, Row } from './row.tsx';
import type { Section } from './sections.ts';
import type { MenuState } from './use-menu.ts';
import { age, grouped } from './words.ts';

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
    case 'codes':
      return section.codes.map((code) => <CodeRow key={code.messageId} code={code} menu={menu} />);
    case 'totps':
      return section.totps.map((totp) => <TotpRow key={totp.id} totp={totp} menu={menu} />);
    case 'held':
      return section.held.map((held) => <HeldRow key={held.id} held={held} menu={menu} />);
    case 'unclear':
      return section.messages.map((message) => (
        <Row
          key={message.messageId}
          onChoose={() => menu.escalate({ to: 'message', messageId: message.messageId })}
        >
          <span>{t(UNCLEAR[message.why], message.sender)}</span>
          <small>{t('menuUnclearHint')}</small>
        </Row>
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
        <Row onChoose={() => menu.escalate({ to: 'unlock' })}>
          <span>{section.count > 0 ? tn('menuLocked', section.count) : t('menuLockedBare')}</span>
          <small>{t('menuLockedHint')}</small>
        </Row>
      );
    case 'empty':
      return (
        <Row onChoose={() => menu.escalate({ to: 'connect' })}>
          <span>{t('menuEmpty')}</span>
          <small>{t('menuEmptyHint')}</small>
        </Row>
      );
    case 'connect':
      return (
        <Row onChoose={() => menu.escalate({ to: 'connect' })}>
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
  const row = (
    <Row
      disabled={menu.busy !== null}
      onChoose={(event) => menu.choose({ kind: 'address', id: address.id }, event)}
    >
      <Email email={address.email} />
      <small>{[t('menuUsedHere'), address.label, address.account].filter(Boolean).join(' · ')}</small>
    </Row>
  );
  if (!address.persona) return row;
  return (
    <PersonaRow address={address} menu={menu}>
      {row}
    </PersonaRow>
  );
}

/** Why no code of a message is offered, in words. */
const UNCLEAR: Record<UnclearMessage['why'], MessageKey> = {
  none: 'menuUnclearNone',
  several: 'menuUnclearSeveral',
  picture: 'menuUnclearPicture',
  'too-large': 'menuUnclearLarge',
};

function Code({ code }: { code: string }) {
  return (
    <span class="code" dir="ltr" aria-hidden="true">
      {grouped(code).map((group, at) => (
        <span key={at}>{group}</span>
      ))}
    </span>
  );
}

function CodeRow({ code, menu }: { code: FoundCode; menu: MenuState }) {
  const now = useNow(15_000);
  const when = age(code.receivedAt, now);
  const elsewhere = code.senderMatches === false;
  return (
    <Row
      disabled={menu.busy !== null}
      label={t('menuCodeSays', [...code.code].join(' '), code.sender, when)}
      onChoose={(event) =>
        // Tier 3: a code that was sent by another site is released in the toolbar only.
        elsewhere
          ? menu.escalate({ to: 'unlock' })
          : menu.choose({ kind: 'code', messageId: code.messageId }, event)
      }
    >
      <Code code={code.code} />
      <small>
        <bdi>{code.sender}</bdi> · {when}
        {code.usedAt === null ? '' : ` · ${t('menuCodeUsed')}`}
      </small>
      {elsewhere && <small class="warning">{t('menuCodeOther')}</small>}
    </Row>
  );
}

function TotpRow({ totp, menu }: { totp: TotpView; menu: MenuState }) {
  const now = useNow(1000);
  const left = Math.max(0, Math.ceil((totp.validUntil - now) / 1000));
  const over = left === 0;
  const { refresh } = menu;
  // The code turned over: ask for the next one, once a turn.
  useEffect(() => {
    if (over) refresh();
  }, [over, totp.validUntil, refresh]);
  const name = totp.issuer || totp.account;
  return (
    <Row
      disabled={menu.busy !== null || over}
      label={t('menuTotpSays', [...totp.code].join(' '), name, left)}
      onChoose={(event) => menu.choose({ kind: 'totp', id: totp.id }, event)}
    >
      <span class="with-ring">
        <Code code={totp.code} />
        <Ring left={left} period={totp.period} />
      </span>
      <small>
        {t('menuTotp')} · <bdi>{totp.issuer ? `${totp.issuer} · ${totp.account}` : totp.account}</bdi>
      </small>
    </Row>
  );
}
