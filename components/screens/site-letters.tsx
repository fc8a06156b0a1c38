// What came by message for the site in front of the user, one card each: a code to fill, a link to open, a message to read. Leans on the
// view it is given; says whose a message is before its code can go to another site.
import type { ComponentChildren } from 'preact';
import type { Evidence } from '../../lib/evidence.ts';
import { displayHost } from '../../lib/host-display.ts';
import { type MessageKey, t } from '../../lib/i18n.ts';
import type { FoundCode, Letter, LetterLink, UnclearMessage } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { CodeDigits } from '../parts/code-digits.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import type { Fill } from '../state/fill.ts';
import type { Go } from '../state/route.ts';
import { LINK_WORDS, strangerWords } from '../words/letters.ts';
import { cleanLine } from '../words/plain-text.ts';
import { ago } from '../words/time.ts';

interface CardProps {
  site: string;
  now: number;
  fill: Fill;
  go: Go;
}

export type LetterEvidence = Extract<Evidence<FoundCode>, { kind: 'code' | 'link' | 'unclear' }>;

export function LetterCard({ evidence, ...props }: CardProps & { evidence: LetterEvidence }) {
  switch (evidence.kind) {
    case 'code':
      return <CodeCard code={evidence.code} {...props} />;
    case 'link':
      return <LinkCard link={evidence.link} {...props} />;
    case 'unclear':
      return <UnclearCard message={evidence.message} {...props} />;
  }
}

function From({ letter, now, used }: { letter: Letter; now: number; used: MessageKey }) {
  return (
    <span class="soft code-from">
      <bdi class="cut">
        {letter.channel === 'sms' && `${t('menuSms')} · `}
        {cleanLine(letter.sender)}
      </bdi>
      <span>
        {ago(letter.receivedAt, now)}
        {letter.usedAt !== null && ` · ${t(used)}`}
      </span>
    </span>
  );
}

/** Whose message it is, where it is not this site's: read before anything of it is used. */
function Stranger({ what, letter, site }: { what: 'code' | 'link'; letter: Letter; site: string }) {
  if (letter.senderMatches === true) return null;
  return <p class="code-stranger">{strangerWords(what, letter.elsewhere, site)}</p>;
}

function Card({ letter, children }: { letter: Letter; children: ComponentChildren }) {
  return <div class={letter.senderMatches === true ? 'code-card' : 'code-card code-strange'}>{children}</div>;
}

function CodeCard({ code, site, now, fill }: CardProps & { code: FoundCode }) {
  const own = code.senderMatches === true;
  return (
    <Card letter={code}>
      <Stranger what="code" letter={code} site={site} />
      <CodeDigits code={code.code} />
      <From letter={code} now={now} used="codeUsed" />
      <CopyButton text={code.code} label={t('copyCode')} />
      <Button
        kind={own ? 'primary' : 'danger'}
        busy={fill.busy}
        onClick={() => fill.fill({ kind: 'code', messageId: code.messageId }, code.code)}
      >
        {own ? t('actionFill') : t('codeFillAnyway')}
      </Button>
    </Card>
  );
}

function LinkCard({ link, site, now }: CardProps & { link: LetterLink }) {
  const act = useAct('site.follow');
  const own = link.senderMatches === true;
  const follow = () =>
    act.run(async () => {
      await ask('site.follow', { messageId: link.messageId });
    });
  return (
    <Card letter={link}>
      <Stranger what="link" letter={link} site={site} />
      <span class="code-link">
        {t('letterLeadsTo')} <bdi dir="ltr">{displayHost(link.host)}</bdi>
        {' · '}
        {link.hostMatches ? t('letterLinkHere') : <strong>{t('letterLinkElsewhere')}</strong>}
      </span>
      <From letter={link} now={now} used="letterLinkUsed" />
      <Button kind={own ? 'primary' : 'danger'} busy={act.busy} onClick={follow}>
        {t(LINK_WORDS[link.kind])}
      </Button>
      <Trouble error={act.error} acts={{ retry: follow }} />
    </Card>
  );
}

const UNCLEAR: Record<UnclearMessage['why'], MessageKey> = {
  none: 'menuUnclearNone',
  several: 'menuUnclearSeveral',
  picture: 'menuUnclearPicture',
  'too-large': 'menuUnclearLarge',
};

function UnclearCard({ message, now, go }: CardProps & { message: UnclearMessage }) {
  return (
    <Card letter={message}>
      <span class="code-link">{t(UNCLEAR[message.why], cleanLine(message.sender))}</span>
      <From letter={message} now={now} used="codeUsed" />
      <Button onClick={() => go({ tab: 'inbox', screen: 'open', id: message.messageId })}>
        {t('menuUnclearHint')}
      </Button>
    </Card>
  );
}
