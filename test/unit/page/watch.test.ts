// @vitest-environment jsdom
// Which focus is worth a look, and that it is heard inside shadow roots and after the document's root was replaced. jsdom's
// focus events are trusted; closed roots and document.open() are tried in real browsers.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { focusedElement, isWorthALook, watchFocus } from '../../../entrypoints/page/watch.ts';

let ending: AbortController;
let seen: string[];

beforeEach(() => {
  ending = new AbortController();
  seen = [];
  document.body.innerHTML = '';
});
afterEach(() => ending.abort());

const watch = () => watchFocus((element) => seen.push(element.id), ending.signal);

function add(id: string, type = 'text', to: ParentNode & Node = document.body): HTMLInputElement {
  const input = document.createElement('input');
  input.id = id;
  input.type = type;
  to.appendChild(input);
  return input;
}

test('an element focused before us is looked at', () => {
  add('early', 'email').focus();
  watch();
  expect(seen).toEqual(['early']);
});

test.each(['checkbox', 'submit', 'file', 'range', 'search', 'hidden'])(
  'type=%s is not worth a look',
  (type) => {
    expect(isWorthALook(add('x', type))).toBe(false);
  },
);

test.each(['text', 'email', 'tel', 'number', 'password', 'url'])('type=%s is', (type) => {
  expect(isWorthALook(add('x', type))).toBe(true);
});

test('read-only and disabled fields are not', () => {
  add('r').readOnly = true;
  add('d').disabled = true;
  expect([...document.querySelectorAll('input')].map(isWorthALook)).toEqual([false, false]);
});

test('the second field of one shadow root is heard, though its event never leaves the root', () => {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  const first = add('first', 'text', root);
  const second = add('second', 'text', root);
  watch();
  first.focus();
  second.focus();
  expect(seen).toContain('first');
  expect(seen).toContain('second');
  expect(focusedElement()).toBe(second);
});

test('nothing is heard after the end', () => {
  const input = add('late');
  watch();
  ending.abort();
  input.focus();
  expect(seen).toEqual([]);
});
