// A site of its own for the canary, on a host name that nothing else has: a sign-up form, and an answer that the HTTP cache
// keeps compressed. Leans on node:http; imports nothing of the product.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export interface CanarySite {
  url: string;
  close(): void;
}

const FORM = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Join</title>
<form method="post" action="/joined"><h1>Create your account</h1>
<label for="email">E-mail address</label><input id="email" name="email" type="email">
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="new-password">
<button>Sign up</button></form></html>`;

/**
 * @param host ends in `.localhost`, which browsers resolve to loopback.
 * @param cached what `/gzip` and `/br` answer, to be kept for a day.
 */
export async function startSite(host: string, cached = { gzip: '', br: '' }): Promise<CanarySite> {
  const pages: Record<string, () => { type: string; coding?: string; body: string | Buffer }> = {
    '/': () => ({ type: 'text/html', body: FORM }),
    '/joined': () => ({ type: 'text/html', body: '<!doctype html><title>Joined</title><h1>Welcome</h1>' }),
    '/gzip': () => ({ type: 'text/plain', coding: 'gzip', body: gzipSync(cached.gzip) }),
    '/br': () => ({ type: 'text/plain', coding: 'br', body: brotliCompressSync(cached.br) }),
  };
  const server = createServer((request, reply) => {
    const page = pages[request.url ?? '/']?.();
    if (!page) return reply.writeHead(404).end();
    reply.setHeader('content-type', page.type);
    if (page.coding)
      reply.setHeader('content-encoding', page.coding).setHeader('cache-control', 'max-age=86400');
    return reply.end(page.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
