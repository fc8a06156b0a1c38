// Mounts the panel "before you continue" in its frame beside a verification page: takes the one-time ticket out of the address (and out of
// history). Leans on before.tsx; believes nothing the embedding page could have put into the address.
import { render } from 'preact';
import { language, t } from '../../lib/i18n.ts';
import { askBackground } from '../../lib/messages/client.ts';
import type { PanelCalls } from '../../lib/messages/panel.ts';
import { Before } from './before.tsx';
import '../../components/style/tokens.css';
import '../../components/style/base.css';
import '../../components/style/buttons.css';
import '../../components/style/lists.css';
import '../../components/style/surfaces.css';
import '../../components/style/checks.css';
import '../../components/style/forced.css';
import './before.css';

const ticket = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
const ancestors = [...(location.ancestorOrigins ?? [])];

document.documentElement.lang = language();
document.documentElement.dir = new Intl.Locale(language()).language.match(/^(?:ar|fa|he|ur)$/)
  ? 'rtl'
  : 'ltr';
document.title = t('pageBeforeTitle');

const root = document.getElementById('before');
if (root) {
  const ask = askBackground<PanelCalls>(['panel.open', 'panel.read', 'panel.frame']);
  render(<Before ask={ask} open={() => ask('panel.open', { ticket, ancestors })} />, root);
}
