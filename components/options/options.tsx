// The options page: a section at a time by the address's hash, or the first run. Leans on the sections; knows none of them
// from inside.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Logo } from '../parts/logo.tsx';
import { Toasts } from '../parts/toast.tsx';
import { type Route, routeOf, SECTIONS, type Section } from '../state/pages.ts';
import { useTheme } from '../state/theme.ts';
import { About } from './about.tsx';
import { Accounts } from './accounts.tsx';
import { Appearance } from './appearance.tsx';
import { CheckSettings } from './check-settings.tsx';
import { ChecksSection } from './checks.tsx';
import { Forwarding } from './forwarding.tsx';
import { LinkInspector } from './link-inspector.tsx';
import { Security } from './security.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { Sites } from './sites.tsx';
import { Welcome } from './welcome.tsx';

const PARTS: Record<Section, { name: () => string; Shown: () => JSX.Element }> = {
  accounts: { name: () => t('optionsAccounts'), Shown: Accounts },
  forwarding: { name: () => t('optionsForwarding'), Shown: Forwarding },
  checks: { name: () => t('optionsChecks'), Shown: ChecksSection },
  security: { name: () => t('optionsSecurity'), Shown: Security },
  sites: { name: () => t('optionsSites'), Shown: Sites },
  asked: { name: () => t('optionsAsked'), Shown: CheckSettings },
  shortcuts: { name: () => t('optionsShortcuts'), Shown: Shortcuts },
  appearance: { name: () => t('optionsAppearance'), Shown: Appearance },
  about: { name: () => t('optionsAbout'), Shown: About },
};

export function Options() {
  useTheme();
  const route = useRoute();
  return <Toasts>{pageOf(route)}</Toasts>;
}

function pageOf(route: Route): JSX.Element {
  if (route === 'welcome') return <Welcome />;
  if (route === 'link') return <LinkInspector />;
  return <Sections chosen={route} />;
}

function Sections({ chosen }: { chosen: Section }) {
  const { name, Shown } = PARTS[chosen];
  useEffect(() => {
    document.title = `${t('extName')} – ${name()}`;
  }, [name]);
  return (
    <div class="options">
      <header class="options-side">
        <div class="brand">
          <Logo />
          <h1>{t('extName')}</h1>
        </div>
        <nav aria-label={t('optionsNav')}>
          <ul>
            {SECTIONS.map((section) => (
              <li key={section}>
                <a href={`#/${section}`} aria-current={section === chosen ? 'page' : undefined}>
                  {PARTS[section].name()}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main class="options-main">
        <h2 class="options-title">{name()}</h2>
        <Shown key={chosen} />
      </main>
    </div>
  );
}

function useRoute(): Route {
  const [route, setRoute] = useState<Route>(() => routeOf(location.hash) ?? 'accounts');
  useEffect(() => {
    const follow = () => setRoute(routeOf(location.hash) ?? 'accounts');
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return route;
}
