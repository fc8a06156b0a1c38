// Who a message comes from, by what browsers really put into `sender`. The cases are the ones an attacker would try.
import { describe, expect, it } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { judgeSender, type Self } from '../../../lib/messages/sender.ts';

const self: Self = { id: 'abc', origin: 'chrome-extension://abc' };

function sender(fields: Record<string, unknown>): Runtime.MessageSender {
  return { id: 'abc', documentId: 'doc', frameId: 0, ...fields } as Runtime.MessageSender;
}

const tab = { id: 7, url: 'https://shop.example/sign-up', incognito: false };

describe('judgeSender', () => {
  it('knows a content script by the origin the browser states, and its registrable domain', () => {
    const from = judgeSender(
      sender({ url: 'https://login.shop.example/x', origin: 'https://login.shop.example', tab }),
      self,
    );
    expect(from).toMatchObject({ kind: 'page', site: 'shop.example', origin: 'https://login.shop.example' });
  });

  it('takes the stated origin over the address: about:blank and srcdoc frames inherit', () => {
    const from = judgeSender(
      sender({ url: 'about:srcdoc', origin: 'https://shop.example', frameId: 3, tab }),
      self,
    );
    expect(from).toMatchObject({ kind: 'page', site: 'shop.example', sameOriginAsTop: true });
  });

  it('calls a frame of another origin than the tab what it is', () => {
    const from = judgeSender(
      sender({ url: 'https://pay.example/', origin: 'https://pay.example', frameId: 3, tab }),
      self,
    );
    expect(from).toMatchObject({ kind: 'page', sameOriginAsTop: false });
  });

  it('does not take an unknown tab address for the same origin', () => {
    const from = judgeSender(
      sender({ url: 'https://shop.example/', origin: 'https://shop.example', frameId: 3, tab: { id: 7 } }),
      self,
    );
    expect(from).toMatchObject({ kind: 'page', sameOriginAsTop: false });
  });

  it.each([
    ['another extension', { id: 'evil', url: 'chrome-extension://evil/popup.html' }],
    ['another extension that shows our path', { id: 'evil', url: 'chrome-extension://abc/popup.html' }],
    ['an opaque origin (sandboxed page)', { url: 'https://shop.example/', origin: 'null', tab }],
    ['a page without a site', { url: 'file:///etc/passwd', origin: 'file://', tab }],
    ['no address at all', { tab }],
    ['a document the browser does not name', { url: 'https://shop.example/', documentId: undefined, tab }],
    ['an app page inside a frame', { url: 'chrome-extension://abc/popup.html', frameId: 4, tab }],
    ['the menu as a top-level page', { url: 'chrome-extension://abc/menu.html', frameId: 0, tab }],
    ['an own page that is neither', { url: 'chrome-extension://abc/other.html' }],
    [
      'our page sandboxed into an opaque origin',
      { url: 'chrome-extension://abc/menu.html', origin: 'null', frameId: 4, tab },
    ],
    ['a path that only begins like ours', { url: 'chrome-extension://abc/popup.html.evil' }],
    ['our host under another scheme', { url: 'http://abc/popup.html', origin: 'chrome-extension://abc' }],
  ])('refuses %s', (_, fields) => {
    expect(judgeSender(sender(fields), self)).toBeNull();
  });

  it('knows our popup (no tab), our options page (a tab) and our menu (a frame of a tab)', () => {
    expect(
      judgeSender(sender({ url: 'chrome-extension://abc/popup.html#x', documentId: undefined }), self),
    ).toEqual({
      kind: 'app',
      tabId: null,
    });
    expect(judgeSender(sender({ url: 'chrome-extension://abc/options.html', tab }), self)).toEqual({
      kind: 'app',
      tabId: 7,
    });
    expect(
      judgeSender(
        sender({ url: 'chrome-extension://abc/menu.html', frameId: 4, parentDocumentId: 'p', tab }),
        self,
      ),
    ).toMatchObject({ kind: 'menu', parentDocumentId: 'p' });
  });
});
