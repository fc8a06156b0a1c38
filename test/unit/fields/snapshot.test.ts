// @vitest-environment jsdom
// What is read of a page: every kind of label, the right scope, nothing changed, no values, and never more than the cap.
import { beforeEach, describe, expect, it } from 'vitest';
import { classify } from '../../../lib/fields/classify.ts';
import { takeSnapshot } from '../../../lib/fields/snapshot.ts';
import type { ElementSnapshot } from '../../../lib/fields/types.ts';

const show = (html: string): void => {
  document.body.innerHTML = html;
};
const get = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const read = (selector = '#e'): ElementSnapshot => {
  const { page, focused } = takeSnapshot(get(selector));
  const found = page.elements.find(({ ref }) => ref === focused);
  if (!found) throw new Error('the focused control was not read');
  return found;
};

beforeEach(() => show(''));

describe('labels', () => {
  it.each<[string, string, Partial<ElementSnapshot['texts']>]>([
    ['label[for]', '<label for=e>Mail</label><input id=e>', { label: 'Mail' }],
    ['wrapping label', '<label>Mail <input id=e></label>', { label: 'Mail' }],
    ['aria-label', '<input id=e aria-label=Mail>', { ariaLabel: 'Mail' }],
    [
      'aria-labelledby, several',
      '<i id=a>Your</i><i id=b>mail</i><input id=e aria-labelledby="a b">',
      { labelledBy: 'Your mail' },
    ],
    [
      'aria-describedby',
      '<input id=e aria-describedby=d><p id=d>We write rarely</p>',
      { describedBy: 'We write rarely' },
    ],
    ['title', '<input id=e title=Mail>', { title: 'Mail' }],
    ['text before', '<div>Mail: <input id=e></div>', { before: 'Mail:' }],
    ['text before the wrapper', '<div><b>Mail</b><div><input id=e></div></div>', { before: 'Mail' }],
    ['text after', '<div><input id=e><span>Mail</span></div>', { after: 'Mail' }],
    ['table cell', '<table><tr><td>Mail</td><td><input id=e></td></tr></table>', { cell: 'Mail' }],
  ])('by %s', (_, html, texts) => {
    show(`<form>${html}</form>`);
    expect(read().texts).toMatchObject(texts);
  });

  it('are not borrowed from the neighbour: text before another control is that control’s', () => {
    show('<form>Name <input id=n> <input id=e></form>');
    expect(read().texts.before).toBe('');
  });

  it('of a megabyte are cut', () => {
    show(`<form><label for=e>${'x'.repeat(1_000_000)}</label><input id=e></form>`);
    expect(read().texts.label.length).toBeLessThanOrEqual(160);
  });
});

describe('scope', () => {
  it('is the form of the control, and controls tied to it by id', () => {
    show('<input id=search><form id=f><input id=e></form><input id=far form=f>');
    expect(takeSnapshot(get('#e')).page.elements.map(({ id }) => id)).toEqual(['e', 'far']);
  });
  it('without a form is the container that has a button and a heading or a second control', () => {
    show(
      '<header><input id=search></header><main><div><h2>Sign in</h2><div><input id=e></div><button>Next</button></div></main>',
    );
    const { page } = takeSnapshot(get('#e'));
    expect(page.elements.map(({ id }) => id)).toEqual(['e']);
    expect(page.forms[0]).toMatchObject({ real: false, headings: ['Sign in'], submits: ['Next'] });
  });
  it('reaches through open shadow roots, and closed ones that the caller opens', () => {
    show('<form><x-open></x-open><x-closed></x-closed></form>');
    get('x-open').attachShadow({ mode: 'open' }).innerHTML = '<input id=inner>';
    const closed = get('x-closed').attachShadow({ mode: 'closed' });
    closed.innerHTML = '<input id=secret>';
    const inner = get('x-open').shadowRoot?.querySelector('input');
    if (!inner) throw new Error('no input in the shadow root');
    expect(takeSnapshot(inner).page.elements.map(({ id, shadowDepth }) => [id, shadowDepth])).toEqual([
      ['inner', 1],
    ]);
    const opened = takeSnapshot(inner, (host) => (host.localName === 'x-closed' ? closed : null));
    expect(opened.page.elements.map(({ id }) => id)).toEqual(['inner', 'secret']);
  });
  it('of a row in a large grid is the grid: one row of six boxes would be a code', () => {
    const line = `<tr>${'<td><input></td>'.repeat(6)}</tr>`;
    show(
      `<table>${line.repeat(4)}<tr>${'<td><input id=e></td>'}${'<td><input></td>'.repeat(5)}</tr>${line.repeat(4)}</table>`,
    );
    const { page } = takeSnapshot(get('#e'));
    expect(page.elements.length).toBe(54);
    expect(classify(page).fields.map(({ role }) => role)).not.toContain('code');
  });

  it('has the words between its heading and its form, and not those of another form', () => {
    show(`<section><h1>Two-factor log-in</h1><p>Open your authenticator and enter the code it shows.</p>
      <div><label>Search <input></label></div><form><label>Authentication code <input id=e></label><button>Continue</button></form></section>`);
    const { page } = takeSnapshot(get('#e'));
    expect(page.forms[0]?.text).toContain('Open your authenticator');
    expect(page.forms[0]?.text).not.toContain('Search');
  });

  it('holds at most 300 controls, those around the focus, and says what was left out', () => {
    show(`<form>${'<input>'.repeat(800)}</form>`);
    const all = document.querySelectorAll('input');
    const middle = all[500];
    if (!middle) throw new Error('no control in the middle');
    const { page, focused } = takeSnapshot(middle);
    expect(page.elements).toHaveLength(300);
    expect(page.skipped).toBe(500);
    expect(page.elements.some(({ ref }) => ref === focused)).toBe(true);
  });
});

it('reads values as lengths only', () => {
  show('<form><input id=e value="tell-nobody"><textarea>neither this</textarea></form>');
  const { page } = takeSnapshot(get('#e'));
  expect(JSON.stringify(page)).not.toMatch(/tell-nobody|neither this/);
  expect(page.elements.map(({ valueLength }) => valueLength)).toEqual([11, 12]);
});

it('leaves the page as it was', async () => {
  show('<form><label for=e>Mail</label><input id=e value=x><button>Go</button></form>');
  const before = document.documentElement.outerHTML;
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((list) => records.push(...list));
  observer.observe(document, { attributes: true, childList: true, subtree: true, characterData: true });
  takeSnapshot(get('#e'));
  records.push(...observer.takeRecords());
  observer.disconnect();
  expect(records).toEqual([]);
  expect(document.documentElement.outerHTML).toBe(before);
});

it('names an element the same in every snapshot', () => {
  show('<form><input id=e></form>');
  expect(takeSnapshot(get('#e')).focused).toBe(takeSnapshot(get('#e')).focused);
});

describe('a snapshot reads each thing once for all controls', () => {
  it('labels of one control in document order, three at most, also from outside its form', () => {
    show(
      `<label for=e>One</label><form><input id=e><label for=e>Two</label><label for=o>Other</label><input id=o></form>
      <label for=e>Three</label><label for=e>Four</label>`,
    );
    expect(read().texts.label).toBe('One Two Three');
    expect(read('#o').texts.label).toBe('Other');
  });

  it('a row is the nearest ancestor with another control in it, whatever stands in a shadow tree', () => {
    show(
      `<form><div id=row><p><input id=e></p><p><input id=f></p></div><div id=alone><p><input id=g></p></div></form>`,
    );
    const rows = takeSnapshot(get('#e')).page.elements;
    const [e, f, g] = rows;
    expect(e?.row).toBe(f?.row);
    expect(e?.rowNaming).toContain('row');
    expect(g?.row).not.toBe(e?.row);
  });

  it('drop-down lists of the page only where they are asked for', () => {
    show(
      `<form><input id=e><div role=combobox id=d aria-haspopup=listbox></div><button type=button id=b aria-haspopup=listbox></button>
      <button aria-haspopup=menu></button><div role=combobox aria-haspopup=dialog></div></form>`,
    );
    const ids = (withLists: boolean) =>
      takeSnapshot(get('#e'), undefined, withLists).page.elements.map(({ id, tag }) => `${id} ${tag}`);
    expect(ids(false)).toEqual(['e input']);
    expect(ids(true)).toEqual(['e input', 'd select', 'b select']);
  });
});
