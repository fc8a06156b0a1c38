// A Kayle link, looked at without being opened: whose host it is, who asks, for what and why. Leans on checks.link and checks.asked; the
// link's cancel token never comes this far. Strangers' hosts are called out and not spoken to.
import { useEffect } from 'preact/hooks';
import type { Kept } from '../../lib/asked.ts';
import type { SeenLink } from '../../lib/check.ts';
import { displayHost } from '../../lib/host-display.ts';
import { t } from '../../lib/i18n.ts';
import { AskedReading } from '../parts/asked-reading.tsx';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Logo } from '../parts/logo.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAct, useAsk } from '../state/ask.ts';
import { subjectOf } from '../state/pages.ts';
import { patternOfUrl, requestAccess, useAccess } from '../state/site-access.ts';
import { KeepAsked } from './keep-asked.tsx';
import { Stranger } from './stranger.tsx';

export function LinkInspector() {
  const id = subjectOf(location.hash) ?? '';
  const found = useAsk('checks.link', { id }, ['asked', 'vault']);
  useEffect(() => {
    document.title = `${t('extName')} – ${t('inspectTitle')}`;
  }, []);
  return (
    <main class="welcome">
      <header class="brand">
        <Logo />
        <h1>{t('inspectTitle')}</h1>
      </header>
      <div class="stack">
        {found.value === null && !found.error && <Skeleton />}
        <Trouble error={found.error} acts={{ retry: found.again }} />
        {found.value && <Link id={id} again={found.again} {...found.value} />}
      </div>
    </main>
  );
}

function Link({ id, link, kept, again }: { id: string; link: SeenLink; kept: Kept; again: () => void }) {
  if (link.kind === 'other') return <p class="notice">{t('inspectNoCheck')}</p>;
  if (link.kind === 'strange') return <Stranger id={id} link={link} again={again} />;
  return (
    <>
      <section class="card">
        <span class="entry-head">
          <h3>
            <bdi>{displayHost(link.host)}</bdi>
          </h3>
          <Badge tone="good">{t(link.official ? 'inspectOfficial' : 'inspectOwn')}</Badge>
        </span>
        <p class="soft">{t('inspectToken')}</p>
        {link.old && <p class="notice">{t('inspectOld')}</p>}
      </section>
      <WithAccess link={link} id={id} kept={kept} />
    </>
  );
}

type CheckLink = Extract<SeenLink, { kind: 'check' }>;

/** The worker may speak to the host only where the browser lets it: asked for once, in a click. */
function WithAccess({ id, link, kept }: { id: string; link: CheckLink; kept: Kept }) {
  const pattern = patternOfUrl(link.origin) ?? '';
  const access = useAccess(pattern);
  const allowing = useAct('access');
  if (access.allowed === null) return <Skeleton rows={3} />;
  if (access.allowed) return <Asked id={id} kept={kept} />;
  return (
    <section class="card">
      <p>{t('inspectAccess', displayHost(link.host))}</p>
      <Trouble error={allowing.error} />
      <div class="actions">
        <Button
          kind="primary"
          busy={allowing.busy}
          onClick={() => allowing.run(() => requestAccess([pattern]).then(access.again))}
        >
          {t('actionAllow')}
        </Button>
      </div>
    </section>
  );
}

function Asked({ id, kept }: { id: string; kept: Kept }) {
  const read = useAsk('checks.asked', { id }, []);
  if (read.value)
    return (
      <>
        <AskedReading {...read.value} />
        <KeepAsked id={id} kept={kept} />
      </>
    );
  if (!read.error) return <Skeleton rows={5} />;
  const over = read.error.code === 'conflict' || read.error.code === 'not-found';
  return (
    <>
      <p class="notice">{t(over ? 'inspectGone' : 'inspectUnknown')}</p>
      {!over && <Trouble error={read.error} acts={{ retry: read.again }} />}
    </>
  );
}
