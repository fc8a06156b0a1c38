// The rows of a code field: codes and links of messages, the authenticator's codes, a message that a person must read. Leans on row.tsx;
// what its page's site did not send is named without its value, and leads to the toolbar.
import { useEffect } from 'preact/hooks';
import { LINK_WORDS, strangerWords } from '../../components/words/letters.ts';
import { cleanLine } from '../../components/words/plain-text.ts';
import type { Evidence } from '../../lib/evidence.ts';
import { displayHost } from '../../lib/host-display.ts';
import { type MessageKey, t } from '../../lib/i18n.ts';
import type { MenuCode, MenuTotp } from '../../lib/messages/views.ts';
import type { Letter, LetterLink, UnclearMessage } from '../../lib/model.ts';
import { HeldRow } from './held-row.tsx';
import { Ring, useNow } from './ring.tsx';
import { Row } from './row.tsx';
import type { MenuState } from './use-menu.ts';
import { age, grouped } from './words.ts';

export function EvidenceRow({ evidence, menu }: { evidence: Evidence<MenuCode, MenuTotp>; menu: MenuState }) {
  switch (evidence.kind) {
    case 'code':
      return <CodeRow code={evidence.code} menu={menu} />;
    case 'link':
      return <LinkRow link={evidence.link} menu={menu} />;
    case 'unclear':
      return <UnclearRow message={evidence.message} menu={menu} />;
    case 'totp':
      return <TotpRow totp={evidence.totp} menu={menu} />;
    case 'held':
      return <HeldRow held={evidence.held} menu={menu} />;
  }
}

function Code({ code, used }: { code: string; used: boolean }) {
  return (
    <span class={used ? 'code spent' : 'code'} dir="ltr" aria-hidden="true">
      {grouped(code).map((group, at) => (
        <span key={at}>{group}</span>
      ))}
    </span>
  );
}

/** Who wrote, on which way, when, and whether it served before. */
function From({ letter, used }: { letter: Letter; used: string }) {
  const now = useNow(15_000);
  return (
    <small>
      {letter.channel === 'sms' && `${t('menuSms')} · `}
      <bdi>{cleanLine(letter.sender)}</bdi> · {age(letter.receivedAt, now)}
      {letter.usedAt === null ? '' : ` · ${used}`}
    </small>
  );
}

function CodeRow({ code, menu }: { code: MenuCode; menu: MenuState }) {
  const now = useNow(15_000);
  if (code.code === null) return <StrangerRow letter={code} menu={menu} />;
  const said = t('menuCodeSays', [...code.code].join(' '), cleanLine(code.sender), age(code.receivedAt, now));
  return (
    <Row
      disabled={menu.busy !== null}
      label={code.usedAt === null ? said : `${said}, ${t('menuCodeUsed')}`}
      onChoose={(event) => menu.choose({ kind: 'code', messageId: code.messageId }, event)}
    >
      <Code code={code.code} used={code.usedAt !== null} />
      <From letter={code} used={t('menuCodeUsed')} />
    </Row>
  );
}

/** Tier 3: a message that does not say it is of this site is released in the toolbar only. */
function StrangerRow({ letter, menu }: { letter: Letter; menu: MenuState }) {
  const site = menu.view?.site ?? '';
  return (
    <Row onChoose={(event) => event.isTrusted && menu.escalate({ to: 'release' })}>
      <span class="stranger">{strangerWords('code', letter.elsewhere, site)}</span>
      <From letter={letter} used={t('menuCodeUsed')} />
      <small class="release">{t('menuRelease')}</small>
    </Row>
  );
}

function LinkRow({ link, menu }: { link: LetterLink; menu: MenuState }) {
  const host = displayHost(link.host);
  if (link.senderMatches !== true) return <StrangeLinkRow link={link} menu={menu} />;
  return (
    <Row disabled={menu.busy !== null} onChoose={(event) => menu.follow(link.messageId, event)}>
      <span>{t(LINK_WORDS[link.kind])}</span>
      <small class={link.hostMatches ? 'host' : 'host warning'}>
        <bdi dir="ltr">{host}</bdi> · {t(link.hostMatches ? 'letterLinkHere' : 'letterLinkElsewhere')}
      </small>
      <From letter={link} used={t('letterLinkUsed')} />
    </Row>
  );
}

function StrangeLinkRow({ link, menu }: { link: LetterLink; menu: MenuState }) {
  const site = menu.view?.site ?? '';
  return (
    <Row onChoose={(event) => event.isTrusted && menu.escalate({ to: 'release' })}>
      <span class="stranger">{strangerWords('link', link.elsewhere, site)}</span>
      <small class="host">
        {t('letterLeadsTo')} <bdi dir="ltr">{displayHost(link.host)}</bdi>
      </small>
      <From letter={link} used={t('letterLinkUsed')} />
      <small class="release">{t('menuRelease')}</small>
    </Row>
  );
}

/** Why nothing of a message is offered, in words. */
const UNCLEAR: Record<UnclearMessage['why'], MessageKey> = {
  none: 'menuUnclearNone',
  several: 'menuUnclearSeveral',
  picture: 'menuUnclearPicture',
  'too-large': 'menuUnclearLarge',
};

function UnclearRow({ message, menu }: { message: UnclearMessage; menu: MenuState }) {
  return (
    <Row onChoose={() => menu.escalate({ to: 'message', messageId: message.messageId })}>
      <span>{t(UNCLEAR[message.why], cleanLine(message.sender))}</span>
      <small>{t('menuUnclearHint')}</small>
    </Row>
  );
}

function TotpRow({ totp, menu }: { totp: MenuTotp; menu: MenuState }) {
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
        <Code code={totp.code} used={totp.used} />
        <Ring left={left} period={totp.period} />
      </span>
      <small>
        {t('menuTotp')} · <bdi>{totp.issuer ? `${totp.issuer} · ${totp.account}` : totp.account}</bdi>
        {totp.used ? ` · ${t('menuTotpUsed')}` : ''}
      </small>
    </Row>
  );
}
