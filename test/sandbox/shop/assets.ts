// The shop's style sheets, script and icon, and the security headers of its pages: a strict Content-Security-Policy, as a
// careful shop has, so that whatever works here works under one.
import { readFileSync } from 'node:fs';
import { type Context, Hono, type MiddlewareHandler } from 'hono';

const read = (name: string): string => readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');

const FILES = [
  { path: '/shop.css', type: 'text/css; charset=utf-8' },
  { path: '/forms.css', type: 'text/css; charset=utf-8' },
  { path: '/boxes.js', type: 'text/javascript; charset=utf-8' },
  { path: '/pay.js', type: 'text/javascript; charset=utf-8' },
  { path: '/icon.svg', type: 'image/svg+xml' },
] as const;

export function assets(): Hono {
  const app = new Hono();
  for (const { path, type } of FILES) {
    const body = read(path.slice(1));
    app.get(path, (c) => c.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' }));
  }
  return app;
}

/** `frame` says which other origins a page may embed. */
export const secured =
  (frame: (c: Context) => string): MiddlewareHandler =>
  async (c, next) => {
    await next();
    const policy = [
      "default-src 'none'",
      "style-src 'self'",
      "script-src 'self'",
      "img-src 'self' data:",
      "form-action 'self'",
      `frame-src ${frame(c)}`,
      "base-uri 'none'",
    ];
    c.header('content-security-policy', policy.join('; '));
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'same-origin');
    c.header('cache-control', c.res.headers.get('cache-control') ?? 'no-store');
  };
