// The panel beside a verification page: who asks, whether it is the site the person came from, exactly what and why, where to turn. Leans
// on PanelCalls and the parts that the link inspector shows; what cannot be read is said to be unknown, and nothing else breaks.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AskedReading } from '../../components/parts/asked-reading.tsx';
import { Button } from '../../components/parts/button.tsx';
import { Skeleton } from '../../components/parts/skeleton.tsx';
import { StrangeLink } from '../../components/parts/strange-link.tsx';
import { type AppError, toWire, type WireError } from '../../lib/error.ts';
import { displayHost } from '../../lib/host-display.ts';
import { t } from '../../lib/i18n.ts';
import { type Ask, onChanged } from '../../lib/messages/client.ts';
import type { ReplyOf } from '../../lib/messages/contract.ts';
import type { PanelCalls, PanelView } from '../../lib/messages/panel.ts';
import { fireAndForget } from '../../lib/report.ts';
import { Keep } from './keep.tsx';

interface BeforeProps {
  ask: Ask<PanelCalls>;
  /** Spends the ticket. */
  open: () => Promise<PanelView>;
}

export function Before({ ask, open }: BeforeProps) {
  const [view, setView] = useState<PanelView | null>(null);
  const [trouble, setTrouble] = useState<WireError | null>(null);
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    fireAndForget(
      open().then(setView, (error: unknown) => setTrouble(toWire(error))),
      'panel.open',
    );
  }, [open]);
  useEffect(() => {
    const ending = new AbortController();
    onChanged((areas) => {
      if (areas.includes('vault')) fireAndForget(ask('panel.view', {}).then(setView), 'panel.view');
    }, ending.signal);
    return () => ending.abort();
  }, [ask]);
  // Before anything is painted: no flash of the other theme.
  useLayoutEffect(() => {
    const theme = view?.theme ?? 'system';
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [view?.theme]);
  useOwnHeight(sheet, ask);
  const close = useCallback(() => fireAndForget(ask('panel.frame', { close: true }), 'panel.frame'), [ask]);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') close();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [close]);
  return (
    <div class="before" ref={sheet}>
      <header class="before-head">
        <h2>{t('pageBeforeTitle')}</h2>
        <Button kind="quiet" icon="close" label={t('pageBeforeClose')} onClick={close} />
      </header>
      <main class="stack tight">
        {trouble && <p class="notice">{t('inspectUnknown')}</p>}
        {!view && !trouble && <Skeleton rows={4} />}
        {view?.link.kind === 'strange' && <Stranger view={view} link={view.link} ask={ask} />}
        {view?.link.kind === 'check' && <Asked ask={ask} view={view} link={view.link} />}
      </main>
    </div>
  );
}

interface StrangerProps {
  view: PanelView;
  link: Extract<PanelView['link'], { kind: 'strange' }>;
  ask: Ask<PanelCalls>;
}

/** Servers of the person's own are known only while the vault is open: that is said before a warning is believed. */
function Stranger({ view, link, ask }: StrangerProps) {
  return (
    <>
      <StrangeLink link={link} />
      {view.state === 'locked' && link.why === 'unknown-host' && (
        <>
          <p class="soft">{t('pageBeforeLocked')}</p>
          <div class="actions">
            <Button onClick={() => fireAndForget(ask('panel.escalate', { to: 'unlock' }), 'panel.escalate')}>
              {t('actionUnlock')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

type Read = ReplyOf<PanelCalls['panel.read']>;

interface AskedProps {
  ask: Ask<PanelCalls>;
  view: PanelView;
  link: Extract<PanelView['link'], { kind: 'check' }>;
}

function Asked({ ask, view, link }: AskedProps) {
  const [read, setRead] = useState<Read | null>(null);
  const [trouble, setTrouble] = useState<WireError | null>(null);
  const again = useCallback(() => {
    setTrouble(null);
    fireAndForget(
      ask('panel.read', {}).then(setRead, (error: unknown) => setTrouble(toWire(error))),
      'panel.read',
    );
  }, [ask]);
  useEffect(again, [again]);
  return (
    <>
      <p class="soft">
        <bdi class="mono">{displayHost(link.host)}</bdi> ·{' '}
        {t(link.official ? 'inspectOfficial' : 'inspectOwn')}
      </p>
      {trouble && <Unread trouble={trouble} again={again} />}
      {!trouble && !read && <Skeleton rows={5} />}
      {!trouble && read && <AskedReading {...read} />}
      {!trouble && read && <Keep key={view.state} ask={ask} view={view} />}
      <div class="actions">
        <Button onClick={() => fireAndForget(ask('panel.escalate', { to: 'tab' }), 'panel.escalate')}>
          {t('pageBeforeAside')}
        </Button>
      </div>
      <p class="soft">{t('pageBeforeYours')}</p>
    </>
  );
}

const OVER: ReadonlySet<AppError['code']> = new Set(['conflict', 'not-found']);

function Unread({ trouble, again }: { trouble: WireError; again: () => void }) {
  const over = OVER.has(trouble.code);
  return (
    <>
      <p class="notice" role="alert">
        {t(over ? 'inspectGone' : 'inspectUnknown')}
      </p>
      {!over && (
        <div class="actions">
          <Button icon="refresh" onClick={again}>
            {t('actionRetry')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Tells the page's script how tall the content is, once for every change. */
function useOwnHeight(sheet: { current: HTMLElement | null }, ask: Ask<PanelCalls>): void {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const element = sheet.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setHeight(Math.ceil(element.getBoundingClientRect().height)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [sheet]);
  useEffect(() => {
    if (height > 0) fireAndForget(ask('panel.frame', { height: Math.min(height, 4000) }), 'panel.frame');
  }, [height, ask]);
}
