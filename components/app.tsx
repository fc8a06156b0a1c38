// The popup: header, tabs, and one of its states: no vault, locked, open. Leans on the screens; asks only for the state.

import type { JSX } from 'preact';
import { t } from '../lib/i18n.ts';
import { AppHeader } from './parts/app-header.tsx';
import { Button } from './parts/button.tsx';
import { EmptyState } from './parts/empty-state.tsx';
import { Skeleton } from './parts/skeleton.tsx';
import { Tabs } from './parts/tabs.tsx';
import { Toasts } from './parts/toast.tsx';
import { Trouble } from './parts/trouble.tsx';
import { Addresses } from './screens/addresses.tsx';
import { Cards } from './screens/cards.tsx';
import { Checks } from './screens/checks.tsx';
import { Codes } from './screens/codes.tsx';
import { Inbox } from './screens/inbox.tsx';
import { Locked } from './screens/locked.tsx';
import { SiteCheck } from './screens/site-check.tsx';
import { ThisSite } from './screens/this-site.tsx';
import { useAsk } from './state/ask.ts';
import { openOptions } from './state/pages.ts';
import { type Place, TABS, type TabName } from './state/place.ts';
import { type Go, usePlace } from './state/route.ts';
import { useTheme } from './state/theme.ts';

export function App() {
  useTheme();
  const status = useAsk('vault.status', {}, ['vault']);
  // Asked beside the state, not after it: whoever opens the popup waits for both.
  const where = usePlace();
  const state = status.value?.state;
  return (
    <Toasts>
      <AppHeader unlocked={state === 'unlocked'} />
      {state === 'unlocked' && <Opened {...where} />}
      {state === 'locked' && (
        <main class="page">
          <SiteCheck />
          <Locked />
        </main>
      )}
      {state === 'empty' && (
        <main class="page">
          <SiteCheck />
          <EmptyState
            title={t('popupEmptyTitle')}
            action={
              <Button kind="primary" onClick={() => openOptions('welcome')}>
                {t('actionWelcome')}
              </Button>
            }
          >
            {t('popupEmptyText')}
          </EmptyState>
        </main>
      )}
      {state === undefined && (
        <main class="page">
          {status.error ? (
            <Trouble error={status.error} acts={{ retry: status.again }} />
          ) : (
            <Skeleton rows={4} />
          )}
        </main>
      )}
    </Toasts>
  );
}

const LABELS: Record<TabName, () => string> = {
  site: () => t('tabSite'),
  addresses: () => t('tabAddresses'),
  inbox: () => t('tabInbox'),
  codes: () => t('tabCodes'),
  cards: () => t('tabCards'),
  checks: () => t('tabChecks'),
};

const SCREENS: Record<TabName, (props: { place: Place; go: Go }) => JSX.Element> = {
  site: ThisSite,
  addresses: Addresses,
  inbox: Inbox,
  codes: Codes,
  cards: Cards,
  checks: Checks,
};

function Opened({ place, ready, go }: ReturnType<typeof usePlace>) {
  const Shown = SCREENS[place.tab];
  return (
    <>
      <Tabs
        label={t('tabsLabel')}
        panel="panel"
        chosen={place.tab}
        tabs={TABS.map((name) => ({ name, label: LABELS[name]() }))}
        onChoose={(tab) => go({ tab })}
      />
      <main class="page">
        <div class="panel" id="panel" role="tabpanel" aria-labelledby={`panel-${place.tab}`}>
          {ready ? <Shown place={place} go={go} /> : <Skeleton rows={4} />}
        </div>
      </main>
    </>
  );
}
