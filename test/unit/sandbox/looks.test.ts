// The looks of the shop and of the payment frame, as a browser fetches them: every style sheet that a page links is served as
// one, under the page's own Content-Security-Policy, and every sheet there is gets linked.
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { createVisitor } from './visitor.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'looks' });
});
afterAll(() => sandbox.close());

const SHEETS = readdirSync(new URL('../../sandbox/shop/assets/', import.meta.url))
  .filter((name) => name.endsWith('.css'))
  .map((name) => `/${name}`);

test.each([
  ['the shop', 'shop', '/signup'],
  ['the payment frame', 'pay', '/frame?amount=100'],
  ['the look-alike', 'lookalike', '/'],
] as const)('%s links every style sheet, and is served it', async (_name, site, path) => {
  const visitor = createVisitor(sandbox.json[site]);
  const page = await visitor.get(path);
  expect(page.headers['content-security-policy']).toContain("style-src 'self'");
  const linked = [...page.html.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)].map(([, at]) => at ?? '');
  expect(linked.toSorted()).toEqual(SHEETS.toSorted());
  // Its colours are what the others lean on.
  expect(linked[0]).toBe('/shop.css');
  for (const at of linked) {
    const sheet = await visitor.get(at);
    expect([sheet.status, sheet.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
    expect(sheet.html).toMatch(/^\/\*/);
  }
});
