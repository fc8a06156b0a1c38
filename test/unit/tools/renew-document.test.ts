// @vitest-environment jsdom
// Test files share a document of jsdom: none meets what another put in it, marked it with, or listens to in it.
import { expect, test, vi } from 'vitest';
import { renewDocument } from '../../tools/renew-document.ts';

test('what was put in, marked, stored, put in its place or listening is gone, and the body is the same', () => {
  const { body } = document;
  const heard = vi.fn();
  document.body.innerHTML = '<button>Sign up</button>';
  document.head.innerHTML = '<title>Another</title>';
  document.documentElement.dataset.theme = 'dark';
  sessionStorage.setItem('leftover', 'yes');
  history.replaceState(null, '', '/elsewhere#there');
  window.addEventListener('resize', heard);
  addEventListener('resize', heard);
  document.addEventListener('keydown', heard, true);
  document.body.addEventListener('click', heard);
  document.documentElement.replaceWith(document.createElement('html'));
  renewDocument();
  window.dispatchEvent(new Event('resize'));
  document.dispatchEvent(new Event('keydown'));
  document.body.dispatchEvent(new Event('click'));
  expect(heard).not.toHaveBeenCalled();
  expect(document.documentElement.outerHTML).toBe('<html><head></head><body></body></html>');
  expect(document.body).toBe(body);
  expect(sessionStorage).toHaveLength(0);
  expect(location.pathname + location.hash).toBe('/');
});
