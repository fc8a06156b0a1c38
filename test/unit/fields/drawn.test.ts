// @vitest-environment jsdom
// Codes that are typed into one control while the page draws the boxes: which rows are boxes, and that a control out of sight
// is offered something only where they are. jsdom lays nothing out, so the boxes here are given; real ones are in the widgets.
import { beforeEach, describe, expect, it } from 'vitest';
import { classify } from '../../../lib/fields/classify.ts';
import { cellsOf } from '../../../lib/fields/drawn.ts';
import { noteField, whyGone } from '../../../lib/fields/guard.ts';
import { planField } from '../../../lib/fields/plan.ts';
import type { ElementSnapshot } from '../../../lib/fields/types.ts';
import { makePage } from './make.ts';

/** Lays out `<i data-at="x width">` and the input at `data-at` likewise; everything else has no box. */
function show(html: string): HTMLInputElement {
  document.body.innerHTML = html;
  for (const element of document.querySelectorAll<HTMLElement>('[data-at]')) {
    const [x = 0, width = 0, y = 0] = (element.dataset.at ?? '').split(' ').map(Number);
    element.getBoundingClientRect = () => ({ x, y, width, height: width }) as DOMRect;
  }
  const input = document.querySelector('input');
  if (!input) throw new Error('no input');
  return input;
}

const row = (count: number, inside = '', y = 0): string =>
  Array.from({ length: count }, (_, at) => `<i data-at="${at * 50} 40 ${y}">${inside}</i>`).join('');
const INPUT = '<input data-at="0 1">';

beforeEach(() => show(INPUT));

describe('a row of drawn boxes', () => {
  it.each([
    ['beside the control', `<div>${INPUT}${row(6)}</div>`],
    ['in a wrapper beside it', `<div><div>${row(6)}</div>${INPUT}</div>`],
    ['in a wrapper beside its own wrapper', `<div><p>${row(6)}</p><span>${INPUT}</span></div>`],
    ['with what was typed', `<div>${row(4, '7')}${INPUT}</div>`],
    ['with placeholders', `<div>${row(8, '·')}${INPUT}</div>`],
    ['with a separator', `<div>${row(3)}<b>-</b>${row(3)}${INPUT}</div>`],
  ])('%s', (_, html) => {
    expect(cellsOf(show(html)).length).toBeGreaterThanOrEqual(4);
  });

  it.each([
    ['three are not enough', `<div>${row(3)}${INPUT}</div>`],
    ['nine are too many', `<div>${row(9)}${INPUT}</div>`],
    ['words are no characters', `<div>${row(6, 'Step')}${INPUT}</div>`],
    ['stars are a rating', `<div>${row(5, '★')}${INPUT}</div>`],
    ['buttons are a keyboard', `<div>${row(6, '<button>1</button>')}${INPUT}</div>`],
    ['lines are no row', `<div>${[0, 1, 2, 3].map((line) => row(1, '', line * 60)).join('')}${INPUT}</div>`],
    ['beyond the form', `<div>${row(6)}<form>${INPUT}</form></div>`],
    ['for an address', `<div>${row(6)}<input type=email data-at="0 1"></div>`],
  ])('%s', (_, html) => {
    expect(cellsOf(show(html))).toEqual([]);
  });
});

describe('a control out of sight', () => {
  const plan = (draft: Partial<ElementSnapshot>, heading = 'Enter the code we sent you') =>
    planField(classify(makePage([draft], { headings: [heading] })), 'r1');

  it.each(['off-screen', 'no-size', 'clipped'] as const)(
    'that is %s is offered a code where boxes are drawn',
    (seen) => {
      expect(plan({ seen, cells: 6 })).toMatchObject({ role: 'code' });
      expect(plan({ seen, cells: 0, autocomplete: ['one-time-code'] })).toBeNull();
    },
  );

  it('is offered no address, and no code where the page speaks of none', () => {
    expect(plan({ seen: 'off-screen', cells: 6, type: 'email' })).toBeNull();
    expect(plan({ seen: 'off-screen', cells: 6 }, 'How did you like it?')).toBeNull();
  });

  it('stays the one that was offered while its boxes stand, and is gone once it hides without them', () => {
    const before = noteField([show(`<div>${row(6)}<input data-at="-9999 40"></div>`)]);
    expect(whyGone(before)).toBeNull();
    const trap = noteField([show('<div><input data-at="-9999 40"></div>')]);
    expect(whyGone(trap)).toBe('hidden');
  });
});
