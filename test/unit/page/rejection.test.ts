// @vitest-environment jsdom
// Hearing of a refusal: from the filled field's own events, once, and never for what the user typed over our address.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isRefused, watchRefusal } from '../../../entrypoints/page/rejection.ts';

let ending: AbortController;
let field: HTMLInputElement;
let refused: number;
beforeEach(() => {
  document.body.innerHTML = '<form><input value="me+shop@mail.example"></form>';
  const input = document.querySelector('input');
  if (!input) throw new Error('no field');
  field = input;
  ending = new AbortController();
  refused = 0;
  // jsdom draws no frames: they are due at once.
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => {
    work();
    return 0;
  });
  watchRefusal(field, () => refused++, ending.signal);
});
afterEach(() => {
  ending.abort();
  vi.unstubAllGlobals();
});

test('an error that was drawn is heard of at the next event of the field, once', () => {
  field.setAttribute('aria-invalid', 'true');
  expect(refused).toBe(0);
  field.dispatchEvent(new Event('blur'));
  field.dispatchEvent(new Event('invalid'));
  expect(refused).toBe(1);
});

test('what the user typed over it is not our address', () => {
  field.value = 'me@';
  field.setAttribute('aria-invalid', 'true');
  field.dispatchEvent(new Event('input'));
  expect(refused).toBe(0);
  expect(isRefused(field)).toBe(false);
});

test('a field that this document never filled is judged by the page’s word alone', () => {
  const other = document.createElement('input');
  other.value = 'me+shop@mail.example';
  other.setAttribute('aria-invalid', 'true');
  expect(isRefused(other)).toBe(true);
});

test('nothing is heard after the end', () => {
  ending.abort();
  field.setAttribute('aria-invalid', 'true');
  field.dispatchEvent(new Event('blur'));
  expect(refused).toBe(0);
});
