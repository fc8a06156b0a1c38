// The in-page menu: rows for what fits the field, a receipt after a choice, trouble in words, a foot with the ways out.
// Leans on use-menu.ts for state and rows.tsx for the rows; measures itself and asks the page's script for that height.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { wordsFor } from '../../components/words/errors.ts';
import type { TroubleAct } from '../../components/words/trouble.ts';
import type { WireError } from '../../lib/error.ts';
import { displayHost } from '../../lib/host-display.ts';
import { t } from '../../lib/i18n.ts';
import { fireAndForget } from '../../lib/report.ts';
import { Foot } from './foot.tsx';
import { useMenuKeys } from './keys.ts';
import { PersonaPanel } from './persona.tsx';
import { ReceiptRow } from './receipt.tsx';
import { Row } from './row.tsx';
import { SectionRows } from './rows.tsx';
import { sectionsOf } from './sections.ts';
import { Tools } from './tools.ts';
import { type MenuProps, type MenuState, useMenu } from './use-menu.ts';

export function Menu(props: MenuProps) {
  const menu = useMenu(props);
  const sheet = useRef<HTMLDivElement>(null);
  const { view, trouble, receipt, note } = menu;
  useOwnHeight(sheet, props);
  useMenuKeys(sheet, menu.close, props.signal);
  // Before the rows are painted: no flash of the other theme.
  useLayoutEffect(() => {
    const theme = view?.theme ?? 'system';
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [view?.theme]);

  const label = view ? t('menuTitle', displayHost(view.site)) : t('pageMenuTitle');
  const shownTrouble = trouble ?? (receipt ? null : (view?.trouble ?? null));
  return (
    <Tools.Provider value={props}>
      <div class="sheet" ref={sheet} role="menu" aria-label={label} aria-busy={menu.busy !== null}>
        {shownTrouble && <TroubleRow trouble={shownTrouble} menu={menu} />}
        {receipt && <ReceiptRow receipt={receipt} menu={menu} />}
        {receipt?.result.persona && <PersonaPanel after id={receipt.result.persona} menu={menu} />}
        {!receipt &&
          view &&
          sectionsOf(view).map((section) => <SectionRows key={section.kind} section={section} menu={menu} />)}
        {!view && !trouble && <p class="still">{t('menuLoading')}</p>}
        <p class="note" role="status" aria-live="polite">
          {note ?? busyWords(menu) ?? ''}
        </p>
        {view && <Foot view={view} menu={menu} />}
      </div>
    </Tools.Provider>
  );
}

function busyWords({ busy }: MenuState): string | null {
  if (!busy) return null;
  return busy.kind === 'new-address' ? t('menuMaking') : t('menuFilling');
}

function TroubleRow({ trouble, menu }: { trouble: WireError; menu: MenuState }) {
  const { title, safe, next, button } = wordsFor(trouble);
  const acts: Record<TroubleAct, () => void> = {
    retry: menu.refresh,
    unlock: () => menu.escalate({ to: 'unlock' }),
    accounts: () => menu.escalate({ to: 'connect' }),
    allow: () => menu.escalate({ to: 'options' }),
    there: () => menu.escalate({ to: 'release' }),
    welcome: () => menu.escalate({ to: 'connect' }),
    reload: () => menu.close(true),
  };
  return (
    <div class="trouble" role="alert">
      <strong>{title}</strong>
      <p>
        {safe} {next}
      </p>
      {button && (
        <Row plain onChoose={acts[button.act]}>
          {button.act === 'reload' ? t('menuClose') : button.label}
        </Row>
      )}
    </div>
  );
}

/** Tells the page's script how tall the content is, once for every change. */
function useOwnHeight(sheet: { current: HTMLElement | null }, { ask, signal }: MenuProps): void {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const element = sheet.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(Math.ceil(element.getBoundingClientRect().height)));
    observer.observe(element);
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  }, [sheet, signal]);
  useEffect(() => {
    if (height > 0) fireAndForget(ask('menu.frame', { height }), 'menu.frame');
  }, [height, ask]);
}
