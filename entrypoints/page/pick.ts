// Pointing at the right field: after the user asked for it in the toolbar, the next field they click here is the one meant;
// Esc leaves it. Leans on host.ts for a hint of our own and on read.ts for the description; while it lasts, no click
// reaches the page, and what was picked is told to the background, which alone keeps it.

import type { FieldDescriptor, RuleMeaning } from '../../lib/field-rule.ts';
import { isControl } from '../../lib/fields/walk.ts';
import { t } from '../../lib/i18n.ts';
import { askBackground } from '../../lib/messages/client.ts';
import type { PageCalls } from '../../lib/messages/contract.ts';
import { fireAndForget } from '../../lib/report.ts';
import { addHost } from './host.ts';
import { showNotice } from './notice.ts';
import { readDescriptor } from './read.ts';
import type { TabHandlers } from './tab-calls.ts';
import { focusedElement, openRoot } from './watch.ts';

/** Of one press of the button; a page must hear none of it. */
const PRESS = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'touchstart', 'touchend'] as const;

const HINTS: Record<RuleMeaning, () => string> = {
  email: () => t('pagePickEmail'),
  code: () => t('pagePickCode'),
  never: () => t('pagePickNever'),
};

export function makePicking(parent: AbortSignal): { answer: TabHandlers['tab.pick'] } {
  const ask = askBackground<PageCalls>('all');
  let running: AbortController | null = null;
  return {
    answer(wish) {
      running?.abort();
      running = null;
      if (wish.pick === null) return {};
      const { pick, means } = wish;
      const ending = new AbortController();
      running = ending;
      const tell = (element: HTMLElement | null) => {
        ending.abort();
        const field = element && readDescriptor(element);
        fireAndForget(report(ask, pick, field, element, parent), 'page.picked');
      };
      point(HINTS[means](), tell, AbortSignal.any([ending.signal, parent]));
      return {};
    },
  };
}

async function report(
  ask: ReturnType<typeof askBackground<PageCalls>>,
  pick: string,
  field: FieldDescriptor | null,
  element: HTMLElement | null,
  signal: AbortSignal,
): Promise<void> {
  try {
    await ask('page.picked', { pick, field });
    if (!field) return;
    showNotice(t('pagePicked'), 'good', signal);
    element?.focus({ preventScroll: true });
  } catch {
    // Too late, locked meanwhile, or a frame of another site: the user must know that nothing was kept.
    showNotice(t('pagePickFailed'), 'bad', signal);
  }
}

/** Calls `tell` once: with the control that was clicked (or Enter was pressed on), or null for Esc. */
function point(words: string, tell: (element: HTMLElement | null) => void, signal: AbortSignal): void {
  const over = new AbortController();
  const both = AbortSignal.any([signal, over.signal]);
  const { root } = addHost(null, () => over.abort(), both);
  const hint = document.createElement('div');
  hint.className = 'notice hint';
  hint.setAttribute('role', 'status');
  hint.textContent = words;
  const aim = document.createElement('div');
  aim.className = 'aim';
  root.append(aim, hint);

  const options = { capture: true, signal: both } as const;
  const swallow = (event: Event) => {
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const name of PRESS) addEventListener(name, swallow, { ...options, passive: false });
  addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted) return;
      swallow(event);
      const control = controlAt(event.clientX, event.clientY);
      if (control) tell(control);
    },
    options,
  );
  addEventListener('pointermove', ({ clientX, clientY }) => mark(aim, controlAt(clientX, clientY)), {
    capture: true,
    passive: true,
    signal: both,
  });
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || (event.key !== 'Escape' && event.key !== 'Enter')) return;
      swallow(event);
      const now = focusedElement();
      if (event.key === 'Escape') tell(null);
      else if (now && isControl(now)) tell(now);
    },
    options,
  );
}

function mark(aim: HTMLElement, control: HTMLElement | null): void {
  aim.toggleAttribute('data-on', control !== null);
  if (!control) return;
  const { left, top, width, height } = control.getBoundingClientRect();
  const place = { left, top, width, height };
  for (const [name, value] of Object.entries(place)) aim.style.setProperty(name, `${Math.round(value)}px`);
}

/** The control under a point, in whatever shadow root; a click on a label means its control. */
function controlAt(x: number, y: number): HTMLElement | null {
  let found: Element | null = document.elementFromPoint(x, y);
  for (let root = found && openRoot(found); found && root; root = openRoot(found)) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  for (const node of [found, found?.closest('[contenteditable]') ?? null]) {
    if (node && isControl(node)) return node;
  }
  const label = found?.closest('label');
  return label?.control && isControl(label.control) ? label.control : null;
}
