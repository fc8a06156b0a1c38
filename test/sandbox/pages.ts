// A static host for the test pages under test/fixtures/pages. Serves files of that folder and nothing above it,
// uncached, so that a page edited during a test session is read anew.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';

const FOLDER = fileURLToPath(new URL('../fixtures/pages', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
};

/** Answers from the folder; `?csp=` sends that text as the page's Content-Security-Policy. */
export function createPages(): Hono {
  const app = new Hono();
  app.get('/*', async (c) => {
    let path: string;
    try {
      path = normalize(decodeURIComponent(c.req.path)).replace(/\/$/, '/index.html');
    } catch {
      return c.text('Not an address', 400);
    }
    const body = await readFile(join(FOLDER, path)).catch(() => null);
    if (body === null) return c.text('No such page', 404);
    c.header('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
    c.header('cache-control', 'no-store');
    const policy = c.req.query('csp');
    if (policy !== undefined) c.header('content-security-policy', policy);
    return c.body(new Uint8Array(body));
  });
  // A form that posts somewhere must find something: what was sent is shown back as text.
  app.post('/*', async (c) => c.json(Object.fromEntries((await c.req.formData()).entries())));
  return app;
}
