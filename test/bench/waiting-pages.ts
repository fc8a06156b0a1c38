// Pages that ask for a mailed code, each on a site of its own, for waits that run beside each other and do not meet: an
// address belongs to a site, and the demo shop is one site. Leans on node:http and on browsers taking `*.localhost` for loopback.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WaitingPages {
  /** Site of the n-th page, as the address bar and the vault know it. */
  site(n: number): string;
  url(n: number): string;
  close(): Promise<void>;
}

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Check your mail</title>
<h1>Check your mail</h1><p>We sent a six-digit code to your e-mail address.</p>
<form><label>Verification code <input id="code" name="code" autocomplete="one-time-code" inputmode="numeric"></label>
<button>Confirm</button></form></html>`;

export async function serveWaitingPages(): Promise<WaitingPages> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const site = (n: number): string => `bench-${n}.localhost`;
  return {
    site,
    url: (n) => `http://${site(n)}:${port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
