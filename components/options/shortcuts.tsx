// Keyboard shortcuts as the browser assigned them; one it did not is shown as not set, with the place to set it. Leans on
// browser.state: extensions may read shortcuts, only the browser's own page changes them.
import { t } from '../../lib/i18n.ts';
import type { BrowserState } from '../../lib/messages/views.ts';
import { browser } from '../../lib/platform.ts';
import { Button } from '../parts/button.tsx';
import { Row } from '../parts/row.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAct, useAsk } from '../state/ask.ts';

export function Shortcuts() {
  const state = useAsk('browser.state', {}, []);
  if (!state.value) {
    return state.error ? <Trouble error={state.error} acts={{ retry: state.again }} /> : <Skeleton />;
  }
  return (
    <section class="card">
      <ul class="rows">
        {state.value.commands.map((command) => (
          <li key={command.name}>
            <Row
              actions={
                command.shortcut ? (
                  <kbd>{command.shortcut}</kbd>
                ) : (
                  <span class="soft">{t('shortcutNotSet')}</span>
                )
              }
            >
              {command.name === '_execute_action' ? t('shortcutPopup') : command.description || command.name}
            </Row>
          </li>
        ))}
      </ul>
      <WhereToSet kind={state.value.browser} />
    </section>
  );
}

function WhereToSet({ kind }: { kind: BrowserState['browser'] }) {
  const act = useAct('tabs.create');
  if (kind === 'firefox') return <p>{t('shortcutFirefox')}</p>;
  return (
    <>
      <p>{t('shortcutChrome')}</p>
      <div class="actions">
        <Button
          onClick={() =>
            act.run(async () => {
              await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
            })
          }
        >
          {t('shortcutOpen')}
        </Button>
      </div>
      <Trouble error={act.error} />
    </>
  );
}
