// One message: codes on top, then the mail as designed (components/mail) or as text with the codes highlighted. Leans on
// inbox.get; marks the message read once it is shown.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { FoundCode, Message } from '../../lib/model.ts';
import { MailFrame } from '../mail/mail-frame.tsx';
import { Button } from '../parts/button.tsx';
import { CodeDigits } from '../parts/code-digits.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Facts } from '../parts/facts.tsx';
import { Screen } from '../parts/screen.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { cleanLine, cleanText, markCodes, textOfHtml } from '../words/plain-text.ts';
import { at } from '../words/time.ts';

export function MessageView({ id, onBack }: { id: string; onBack: () => void }) {
  const got = useAsk('inbox.get', { id }, ['inbox']);
  const message = got.value?.message;
  return (
    <Screen title={(message && cleanLine(message.subject)) || t('inboxMessage')} onBack={onBack}>
      <Trouble error={got.error} acts={{ retry: got.again }} />
      {!message && !got.error && <Skeleton rows={5} />}
      {message && <Opened message={message} codes={got.value?.codes ?? []} />}
    </Screen>
  );
}

function Opened({ message, codes }: { message: Message; codes: FoundCode[] }) {
  const mark = useAct('inbox.mark');
  const marked = useRef(false);
  const { run } = mark;
  useEffect(() => {
    // Once a showing: marking it unread again must not mark it read.
    if (marked.current) return;
    marked.current = true;
    if (message.read) return;
    run(async () => {
      await ask('inbox.mark', { id: message.id, read: true });
    });
  }, [message.id, message.read, run]);
  const body = useMemo(() => bodyOf(message), [message]);
  const pieces = useMemo(
    () =>
      markCodes(
        body.text,
        codes.map(({ code }) => code),
      ),
    [body.text, codes],
  );
  const html = message.body?.html?.trim() ? message.body.html : null;
  const [designed, setDesigned] = useState(true);
  const text = (
    <>
      <p class="message-body" dir="auto">
        {pieces.map((piece, index) =>
          // Pieces have no identity but their place in the text.
          piece.code ? <mark key={`${index}`}>{piece.text}</mark> : piece.text,
        )}
      </p>
      {body.text === '' && <p class="soft">{t('inboxNoText')}</p>}
      {body.cut && <p class="notice">{t('inboxCut')}</p>}
      {body.reduced && <p class="soft">{t('inboxReduced')}</p>}
    </>
  );
  return (
    <div class="stack">
      {codes.map(({ code }) => (
        <div class="code-card" key={code}>
          <CodeDigits code={code} />
          <CopyButton text={code} label={t('copyCode')} wide />
        </div>
      ))}
      <Facts
        facts={[
          [t('inboxFrom'), cleanLine(message.from)],
          [t('inboxToName'), cleanLine(message.to)],
          [t('inboxWhen'), at(message.receivedAt)],
        ]}
      />
      {html !== null && designed ? <MailFrame html={html} fallback={text} /> : text}
      <div class="actions">
        <Button
          busy={mark.busy}
          onClick={() =>
            run(async () => {
              await ask('inbox.mark', { id: message.id, read: !message.read });
            })
          }
        >
          {message.read ? t('inboxMarkUnread') : t('inboxMarkRead')}
        </Button>
        {html !== null && (
          <Button onClick={() => setDesigned(!designed)}>
            {designed ? t('mailAsText') : t('mailAsDesigned')}
          </Button>
        )}
      </div>
      <Trouble error={mark.error} />
    </div>
  );
}

/** The text to show: the plain part, else the HTML part reduced, else what the list had. */
function bodyOf(message: Message): { text: string; cut: boolean; reduced: boolean } {
  const { text, html } = message.body ?? { text: null, html: null };
  if (text?.trim()) return { ...cleanText(text), reduced: false };
  if (html?.trim()) {
    const reduced = textOfHtml(html);
    const shown = cleanText(reduced.text);
    return { text: shown.text, cut: shown.cut || reduced.cut, reduced: true };
  }
  return { ...cleanText(message.snippet), reduced: false };
}
