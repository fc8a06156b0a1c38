// Where Moniker may be seen: all sites or chosen ones, and those where it is switched off. Leans on browser.state, the
// browser's own permission questions and site.mute.
import { displayHost } from '../../lib/host-display.ts';
import { t } from '../../lib/i18n.ts';
import type { BrowserState } from '../../lib/messages/views.ts';
import { Button } from '../parts/button.tsx';
import { Row } from '../parts/row.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Switch } from '../parts/switch.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { ALL_SITES, dropAccess, requestAccess } from '../state/site-access.ts';
import { FieldRules } from './field-rules.tsx';
import { Guarded } from './guarded.tsx';

export function Sites() {
  return (
    <div class="stack">
      <Access />
      <InPages />
      <Guarded>
        {() => (
          <>
            <FieldRules />
            <Muted />
          </>
        )}
      </Guarded>
    </div>
  );
}

const ACCESS: Record<BrowserState['access'], () => string> = {
  all: () => t('sitesAll'),
  some: () => t('sitesSome'),
  none: () => t('sitesNone'),
};

function Access() {
  const state = useAsk('browser.state', {}, ['access']);
  const act = useAct('permissions');
  if (!state.value)
    return state.error ? (
      <Trouble error={state.error} acts={{ retry: state.again }} />
    ) : (
      <Skeleton rows={2} />
    );
  const { access, origins } = state.value;
  const change = (asked: Promise<boolean>) =>
    act.run(async () => {
      await asked;
      state.again();
    });
  return (
    <section class="card">
      <h3>{t('sitesTitle')}</h3>
      <p>{ACCESS[access]()}</p>
      <p class="soft">{t('accessText')}</p>
      {origins.length > 0 && (
        <ul class="rows">
          {origins.map((origin) => (
            <li key={origin}>
              <Row
                actions={<Button onClick={() => change(dropAccess([origin]))}>{t('actionRemove')}</Button>}
              >
                <bdi>{nameOf(origin)}</bdi>
              </Row>
            </li>
          ))}
        </ul>
      )}
      {access !== 'all' && (
        <div class="actions">
          <Button kind="primary" onClick={() => change(requestAccess([ALL_SITES]))}>
            {t('accessAll')}
          </Button>
        </div>
      )}
      {access !== 'all' && <p class="soft">{t('sitesChosenHow')}</p>}
      <Trouble error={act.error} />
    </section>
  );
}

/** A match pattern in words: `*://*.shop.example/*` is shop.example. */
function nameOf(pattern: string): string {
  if (pattern === ALL_SITES || pattern === '<all_urls>') return t('sitesEvery');
  return displayHost(pattern.replace(/^[^:]+:\/\/(\*\.)?/, '').replace(/\/.*$/, ''));
}

function InPages() {
  const settings = useAsk('settings.get', {}, ['settings']);
  const act = useAct('settings.set');
  if (!settings.value)
    return settings.error ? (
      <Trouble error={settings.error} acts={{ retry: settings.again }} />
    ) : (
      <Skeleton rows={1} />
    );
  return (
    <section class="card">
      <Switch
        label={t('menuOnFocus')}
        hint={t('menuOnFocusHint')}
        on={settings.value.openMenuOnFocus}
        onSwitch={(openMenuOnFocus) =>
          act.run(async () => {
            await ask('settings.set', { openMenuOnFocus });
            settings.again();
          })
        }
      />
      <Trouble error={act.error} />
    </section>
  );
}

function Muted() {
  const mutes = useAsk('site.mutes', {}, ['settings', 'access']);
  const act = useAct('site.mute');
  if (!mutes.value) {
    return mutes.error ? (
      <Trouble error={mutes.error} acts={{ retry: mutes.again }} />
    ) : (
      <Skeleton rows={2} />
    );
  }
  return (
    <section class="card">
      <h3>{t('mutesTitle')}</h3>
      {mutes.value.sites.length === 0 && <p class="soft">{t('mutesNone')}</p>}
      <ul class="rows">
        {mutes.value.sites.map((site) => (
          <li key={site}>
            <Row
              actions={
                <Button
                  onClick={() =>
                    act.run(async () => {
                      await ask('site.mute', { site, off: false });
                      mutes.again();
                    })
                  }
                >
                  {t('mutesOn')}
                </Button>
              }
            >
              <bdi>{displayHost(site)}</bdi>
            </Row>
          </li>
        ))}
      </ul>
      <Trouble error={act.error} />
    </section>
  );
}
