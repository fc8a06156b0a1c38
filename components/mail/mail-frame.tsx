// A mail as it was designed: in a frame without scripts, without our origin, and (by its own policy) without network until the
// person asks for pictures. Leans on safe-html.ts; its links open in a new tab on a click, and stand below with their hosts.
import { useMemo, useState } from 'preact/hooks';
import { t, tn } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { type MailLink, type SafeMail, safeMail } from './safe-html.ts';

export interface MailFrameProps {
  html: string;
  /** Shown in its place when it is more than should be shown as designed. */
  fallback: preact.ComponentChildren;
}

export function MailFrame({ html, fallback }: MailFrameProps) {
  const [pictures, setPictures] = useState(false);
  const mail: SafeMail | null = useMemo(() => safeMail(html, pictures), [html, pictures]);
  if (mail === null) {
    return (
      <>
        <p class="notice">{t('mailTooLarge')}</p>
        {fallback}
      </>
    );
  }
  return (
    <>
      {mail.remotePictures > 0 && !pictures && (
        <div class="notice mail-pictures">
          <p>{tn('mailPictures', mail.remotePictures)}</p>
          <Button onClick={() => setPictures(true)}>{t('mailShowPictures')}</Button>
        </div>
      )}
      <iframe
        class="mail-frame"
        title={t('mailFrame')}
        // Popups are what a click on a link opens; nothing in there can click by itself.
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerpolicy="no-referrer"
        srcdoc={mail.srcdoc}
      />
      {mail.links.length > 0 && <MailLinks links={mail.links} />}
    </>
  );
}

/** In our own document, where nothing of the mail can hide or dress up where a link goes. */
function MailLinks({ links }: { links: readonly MailLink[] }) {
  return (
    <details class="mail-links">
      <summary>{tn('mailLinks', links.length)}</summary>
      <ul>
        {links.map(({ href, host, text }) => (
          <li key={href}>
            <a href={href} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
              <bdi>{host}</bdi>
            </a>{' '}
            <bdi class="soft cut">{text}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
