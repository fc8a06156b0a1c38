// Mounts the in-page menu: takes the one-time ticket out of the address (and out of history), then shows what the
// background answers for it. Leans on menu.tsx; believes nothing the embedding page could have put into the address.
import { render } from 'preact';
import { language, t } from '../../lib/i18n.ts';
import { askBackground } from '../../lib/messages/client.ts';
import type { MenuCalls } from '../../lib/messages/contract.ts';
import { Menu } from './menu.tsx';
import { makeWitness, watchSight } from './seen.ts';

const ticket = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
const ancestors = [...(location.ancestorOrigins ?? [])];

document.documentElement.lang = language();
document.documentElement.dir = new Intl.Locale(language()).language.match(/^(?:ar|fa|he|ur)$/)
  ? 'rtl'
  : 'ltr';
document.title = t('pageMenuTitle');

const ending = new AbortController();
addEventListener('pagehide', () => ending.abort(), { once: true });
// The field behind us keeps the focus: no validator of the page fires, and typing goes on where it was.
addEventListener('mousedown', (event) => event.preventDefault(), { capture: true, signal: ending.signal });
addEventListener('contextmenu', (event) => event.preventDefault(), { signal: ending.signal });

const witness = makeWitness();
watchSight(document.body, witness, ending.signal);

const root = document.getElementById('menu');
if (root) {
  // A choice is never repeated: it may have made an address.
  const ask = askBackground<MenuCalls>(['menu.open', 'menu.view', 'menu.frame']);
  render(
    <Menu
      ask={ask}
      open={() => ask('menu.open', { ticket, ancestors })}
      witness={witness}
      signal={ending.signal}
    />,
    root,
  );
}
