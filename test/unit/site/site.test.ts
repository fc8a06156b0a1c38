// Registrable domains against the Public Suffix List's own test file (public domain, test/vectors/psl), and the cases a
// browser adds: schemes, IPs, localhost, ports, punycode.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  hostMatchesSite,
  hostOf,
  normalHost,
  registrableDomain,
  sameSite,
  siteOf,
  siteOfHost,
  siteOfSender,
} from '../../../lib/site.ts';

const vectors = readFileSync(join(import.meta.dirname, '../../vectors/psl/tests.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('//'))
  .map((line) => line.trim().split(/\s+/) as [string, string])
  .filter(([host]) => host !== 'null');

describe('the list’s own tests', () => {
  test('are all there', () => expect(vectors.length).toBeGreaterThan(70));
  test.each(vectors)('%s → %s', (input, expected) => {
    // The list's file writes some names in Unicode; ours are in punycode, as pages have them. A leading dot is no host.
    const host = input.startsWith('.') ? null : normalHost(input);
    const wanted = expected === 'null' ? null : normalHost(expected);
    expect(host === null ? null : registrableDomain(host)).toBe(wanted);
  });
});

describe('siteOf', () => {
  test.each([
    ['https://www.shop.example/path?q=1#x', 'shop.example'],
    ['http://shop.example:8080/', 'shop.example'],
    ['https://user:pw@shop.example/', 'shop.example'],
    ['https://shop.example./', 'shop.example'],
    ['https://a.b.shop.co.uk/', 'shop.co.uk'],
    ['https://me.github.io/', 'me.github.io'],
    ['https://github.io/', 'github.io'],
    ['http://shop.localhost:3000/', 'shop.localhost'],
    ['http://www.shop.localhost/', 'shop.localhost'],
    ['http://localhost:3000/', 'localhost'],
    ['http://127.0.0.1:8/', '127.0.0.1'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['http://[::1]:8/', '[::1]'],
    ['http://[0:0:0:0:0:0:0:1]/', '[::1]'],
    ['http://intranet/', 'intranet'],
    ['https://WWW.Bücher.example/', 'xn--bcher-kva.example'],
    ['https://www.食狮.公司.cn/', 'xn--85x722f.xn--55qx5d.cn'],
  ])('%s is of %s', (url, site) => expect(siteOf(url)).toBe(site));

  test.each([
    'about:blank',
    'chrome://settings',
    'chrome-extension://abcdef/popup.html',
    'moz-extension://abcdef/popup.html',
    'file:///etc/passwd',
    'data:text/html,x',
    'javascript:alert(1)',
    'blob:https://shop.example/1',
    'ftp://shop.example/',
    'mailto:a@shop.example',
    'https://',
    'shop.example',
    '',
  ])('%s is of no site', (url) => expect(siteOf(url)).toBeNull());

  test('a site is its own site, whatever the host', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['http', 'https'] }), (url) => {
        const site = siteOf(url);
        if (site === null) return;
        expect(siteOf(`https://${site}/`)).toBe(site);
        expect(hostMatchesSite(hostOf(url) ?? '', site)).toBe(true);
      }),
    );
  });
});

test('same site is by registrable domain, never by suffix of text', () => {
  expect(sameSite('https://a.shop.example', 'http://shop.example:81/x')).toBe(true);
  expect(sameSite('https://evilshop.example', 'https://shop.example')).toBe(false);
  expect(sameSite('http://shop.localhost', 'http://pay.localhost')).toBe(false);
  expect(sameSite('https://a.github.io', 'https://b.github.io')).toBe(false);
  expect(sameSite('about:blank', 'about:blank')).toBe(false);
});

test('hosts', () => {
  expect(hostMatchesSite('mail.shop.example', 'shop.example')).toBe(true);
  expect(hostMatchesSite('Mail.Shop.Example.', 'shop.example')).toBe(true);
  expect(hostMatchesSite('shop.example.evil.test', 'shop.example')).toBe(false);
  expect(hostMatchesSite('shop.example/@evil.test', 'shop.example')).toBe(false);
  expect(normalHost('a b')).toBeNull();
  expect(normalHost('evil.test?.shop.example')).toBeNull();
  expect(siteOfHost('[::1]')).toBe('[::1]');
});

test.each([
  ['Shop <no-reply@mail.shop.example>', 'shop.example'],
  ['no-reply@mail.shop.example', 'shop.example'],
  ['"shop.example <x@shop.example>" <y@evil.test>', 'evil.test'],
  ['y@evil.test (shop.example)', 'evil.test'],
  ['+15550100', null],
  ['', null],
])('the site of sender %s is %s', (from, site) => expect(siteOfSender(from)).toBe(site));

// Where two readers of one line could name two senders, the one who forged it chose which of them his post office signs for.
test.each([
  ['collector@evil.example (<code@bank.example>)', 'evil.example'],
  ['collector@evil.example (Bank \\) <code@bank.example>)', 'evil.example'],
  ['"Bank <code@bank.example>" <collector@evil.example>', 'evil.example'],
  ['"Bank \\" <code@bank.example>" <collector@evil.example>', 'evil.example'],
  ['code@bank.example <collector@evil.example>', 'evil.example'],
  ['"a b"@bank.example', 'bank.example'],
  ['<code@bank.example> collector@evil.example', null],
  ['collector@evil.example, code@bank.example', null],
  ['<collector@evil.example>, <code@bank.example>', null],
  ['Group: collector@evil.example, code@bank.example;', null],
  ['<collector@evil.example@bank.example>', null],
  ['collector@evil.example code@bank.example', null],
  ['<@bank.example>', null],
  ['Bank (code@bank.example', null],
])('a line with more than one sender in it, %s, is of %s', (from, site) =>
  expect(siteOfSender(from)).toBe(site),
);
