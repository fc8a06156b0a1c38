// One message: codes on top, then the mail as designed (components/mail) or as text with the codes highlighted. Leans on
// inbox.get; marks the message read once it is shown.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { FoundCode, Message } from '../../lib/model.ts';
import { MailFrame } from '../mail/mail-frame.tsx';
import { Button } from '../parts/button.tsx';
import { CodeDigits } from '../parts/code-digits.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Facts } from '../parts/facts.tsx';
import { Screen } from '../parts/screen.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { textOf } from '../words/message-text.ts';
import { cleanLine, markCodes } from '../words/plain-text.ts';
import { at } from '../words/time.ts';

export interface MessageViewProps {
  id: string;
  onBack: () => void;
  onAnswer: () => void;
}

export function MessageView({ id, onBack, onAnswer }: MessageViewProps) {
  const got = useAsk('inbox.get', { id }, ['inbox']);
  const message = got.value?.message;
  return (
    <Screen title={(message && cleanLine(message.subject)) || t('inboxMessage')} onBack={onBack}>
      <Trouble error={got.error} acts={{ retry: got.again }} />
      {!message && !got.error && <Skeleton rows={5} />}
      {message && (
        <Opened
          message={message}
          codes={got.value?.codes ?? []}
          pictured={got.value?.unclear === 'picture'}
          onBack={onBack}
          onAnswer={onAnswer}
        />
      )}
    </Screen>
  );
}

interface OpenedProps {
  message: Message;
  codes: FoundCode[];
  /** Whether a code, if there is one, is in a picture. */
  pictured: boolean;
  onBack: () => void;
  onAnswer: () => void;
}

function Opened({ message, codes, pictured, onBack, onAnswer }: OpenedProps) {
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
  // By its words: marking it read brings the same ones again, and long ones take their time.
  const { text: plain = null, html: rich = null } = message.body ?? {};
  const body = useMemo(() => textOf(message), [plain, rich, message.snippet]);
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
  const [deleting, setDeleting] = useState(false);
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
      {pictured && <p class="notice">{t('inboxPictured')}</p>}
      <Facts
        facts={[
          [t('inboxFrom'), cleanLine(message.from)],
          [t('inboxToName'), cleanLine(message.to)],
          [t('inboxWhen'), at(message.receivedAt)],
          [t('inboxAttachments'), attachmentsOf(message)],
        ]}
      />
      {html !== null && designed ? <MailFrame html={html} fallback={text} /> : text}
      <div class="actions">
        <Button kind="primary" onClick={onAnswer}>
          {t('inboxAnswer')}
        </Button>
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
        <Button kind="danger" icon="trash" onClick={() => setDeleting(true)}>
          {t('actionDelete')}
        </Button>
      </div>
      <Trouble error={mark.error} />
      {deleting && (
        <Confirm
          title={t('inboxDeleteTitle')}
          button={t('addressDeleteButton')}
          where="inbox.remove"
          act={() => ask('inbox.remove', { id: message.id }).then(onBack)}
          onClose={() => setDeleting(false)}
        >
          <p>{t('inboxDeleteText')}</p>
        </Confirm>
      )}
    </div>
  );
}

/** Names only: no service gives the files themselves. */
function attachmentsOf({ attachments = [] }: Message): string | null {
  const names = attachments.map(({ name, size }) =>
    size === null ? cleanLine(name) : t('inboxAttachment', cleanLine(name), Math.ceil(size / 1024)),
  );
  return names.length > 0 ? names.join(', ') : null;
}
