// @vitest-environment jsdom
// An exported page: what recognition needs is there, what a person typed or is called is not, and the case can be read back.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportPage } from '../../../lib/fields/export.ts';
import { maskProse, maskText } from '../../../lib/fields/redact.ts';
import { caseOf } from '../../tools/fixture-case.ts';

const closed = () => null;
function exported(body: string): string {
  document.documentElement.innerHTML = `<head><title>Sign up</title></head><body>${body}</body>`;
  return exportPage(document, closed);
}

describe('an export', () => {
  it('keeps structure, naming and the words beside fields', () => {
    const html = exported(
      '<h1>Create your account</h1><form id="join"><label for="e">E-mail</label><input id="e" type="email" autocomplete="email"><div>Promo</div><input name="promo" maxlength="8"><button>Sign up</button></form>',
    );
    for (const kept of [
      'Create your account',
      'for="e"',
      'autocomplete="email"',
      'Promo',
      'maxlength="8"',
      'Sign up',
    ])
      expect(html).toContain(kept);
    expect(html.match(/data-cf="\d"/g)).toEqual(['data-cf="1"', 'data-cf="2"']);
  });

  it('holds no value, wherever a page keeps one', () => {
    const it = 'CANARY7';
    const html = exported(
      `<!-- ${it} --><script>${it}</script><style>${it}</style><p>${it}</p><img src="${it}">
      <form action="/x?${it}" data-x="${it}" onclick="${it}"><input value="${it}"><input type="hidden" value="${it}">
      <input type="checkbox" value="${it}"><textarea>${it}</textarea><div contenteditable>${it}</div>
      <select><option selected>${it}</option></select><a href="/${it}">x</a><iframe srcdoc="${it}"></iframe></form>`,
    );
    expect(html).not.toContain(it);
  });

  it('is never broken out of by what a page writes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        document.documentElement.innerHTML = '<body><form><label></label><input></form></body>';
        const label = document.querySelector('label');
        const input = document.querySelector('input');
        if (label) label.textContent = `--> <script> ${text}`;
        input?.setAttribute('placeholder', `"><script>${text}`);
        input?.setAttribute('name', `--><script>"${text}`);
        const parsed = new DOMParser().parseFromString(exportPage(document, closed), 'text/html');
        expect(parsed.querySelectorAll('script,[onclick]')).toHaveLength(0);
        expect(parsed.querySelectorAll('input')).toHaveLength(1);
      }),
    );
  });

  it('becomes a case with draft labels, and a tampered one does not', () => {
    const html = exported(
      '<h1>Create account</h1><form><label>E-mail <input type="email"></label><label>New password <input type="password"></label><button>Sign up</button></form>',
    );
    const { line, html: page } = caseOf(html, 'shop');
    expect(line.fields.map(({ label }) => label)).toEqual(['email_signup', 'password_new']);
    expect(page.startsWith('<!doctype html>')).toBe(true);
    expect(() => caseOf(html.replace('type="email"', 'type="email" value="me"'), 'shop')).toThrow(
      /no values/,
    );
    expect(() => caseOf(page, 'shop')).toThrow(/no page exported/);
  });
});

describe('redaction', () => {
  it.each([
    ['Code sent to maria@mail.example', 'Code sent to …'],
    ['Call +49 30 901820 now', 'Call … now'],
    ['Card ending 4242', 'Card ending …'],
    ['6-digit code', '6-digit code'],
    ['See https://shop.example/a?b', 'See …'],
  ])('of “%s”', (text, masked) => expect(maskText(text)).toBe(masked));

  it('takes names out of sentences and leaves the words of forms', () => {
    expect(maskProse('Welcome back, Marguerite')).toBe('Welcome back, …');
    expect(maskProse('Marguerite, enter your code')).toBe('… enter your code');
    expect(maskProse('Blorp of Marguerite', 160, 1)).toBe('Blorp of …');
    expect(maskProse('Enter your E-Mail Address')).toBe('Enter your E-Mail Address');
  });
});
