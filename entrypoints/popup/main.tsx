// The popup's page: the app, at popup size when it is one, as wide as it likes when opened in a tab. Leans on components/app.
import { render } from 'preact';
import { App } from '../../components/app.tsx';
import '../../components/style/tokens.css';
import '../../components/style/base.css';
import '../../components/style/buttons.css';
import '../../components/style/fields.css';
import '../../components/style/lists.css';
import '../../components/style/addresses.css';
import '../../components/style/codes.css';
import '../../components/style/surfaces.css';
import '../../components/style/layers.css';
import '../../components/style/cards.css';
import '../../components/style/checks.css';
import '../../components/style/messages.css';
import '../../components/style/popup.css';
import '../../components/style/forced.css';
import { fitToWindow } from '../../components/state/fit.ts';
import { browser } from '../../lib/platform.ts';
import { fireAndForget } from '../../lib/report.ts';

const root = document.getElementById('app');
if (root) render(<App />, root);

fireAndForget(
  browser.tabs.getCurrent().then((tab) => {
    if (tab?.id !== undefined) document.documentElement.dataset.place = 'tab';
  }),
  'popup place',
);

const end = new AbortController();
window.addEventListener('pagehide', () => end.abort(), { once: true });
fitToWindow(end.signal);
