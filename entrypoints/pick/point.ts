// The mode in which the next field that the user clicks is the one meant; Esc leaves it. Leans on page/host.ts for a hint of
// our own. While it lasts no click reaches the page; knows not what the field is wanted for, and keeps nothing.
import { isControl } from '../../lib/fields/walk.ts';
import { addHost } from '../page/host.ts';
import { focusedElement, openRoot } from '../page/watch.ts';

/** Of one press of the button; a page must hear none of it. */
const PRESS = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'touchstart', 'touchend'] as const;

const STYLE = `
.hint { inset: 16px 0 auto; width: fit-content; margin: 0 auto; padding: 12px 16px; font-weight: 600; pointer-events: none }
.aim { position: fixed; display: none; pointer-events: none; border-radius: 6px; outline-offset: 2px;
  outline: 3px solid light-dark(#0b665f, #5fcfc2); box-shadow: 0 0 0 2px light-dark(#ffffff, #14191a) }
.aim[data-on] { display: block }
`;

/**
 * Calls `tell` once: with the control that was clicked (or Enter was pressed on), or null for Esc.
 * @param words what the user is asked to do.
 */
export function point(words: string, tell: (element: HTMLElement | null) => void, signal: AbortSignal): void {
  const over = new AbortController();
  const both = AbortSignal.any([signal, over.signal]);
  const { root } = addHost(null, () => over.abort(), both);
  const hint = document.createElement('div');
  hint.className = 'notice hint';
  hint.setAttribute('role', 'status');
  hint.textContent = words;
  const aim = document.createElement('div');
  aim.className = 'aim';
  const style = document.createElement('style');
  style.textContent = STYLE;
  root.append(style, aim, hint);

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
