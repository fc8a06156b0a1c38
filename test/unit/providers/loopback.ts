// A real HTTP server for one test: it answers as the test scripts it, byte by byte if need be, and keeps every request it
// saw. Leans on node:http alone, so that faults below HTTP (hangs, cuts, wrong lengths) can be made too.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Seen {
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingMessage['headers'];
  rawHeaders: string[];
  body: string;
}

export type Reply = (request: Seen, response: ServerResponse) => void;

export interface Loopback {
  /** `http://127.0.0.1:PORT/v1`. */
  baseUrl: string;
  seen: Seen[];
  /** From now on; each request takes the next reply, the last one stays. */
  script: (...replies: Reply[]) => void;
  /** Requests and cuts every connection, so that the port is closed from now on. */
  close: () => Promise<void>;
}

/** Stops with the test that started it. */
export async function startLoopback(...replies: Reply[]): Promise<Loopback> {
  const seen: Seen[] = [];
  let queue = replies;
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const entry = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        rawHeaders: request.rawHeaders,
        body: Buffer.concat(pieces).toString(),
      };
      seen.push(entry);
      const reply = queue.length > 1 ? queue.shift() : queue[0];
      if (reply === undefined) throw new Error(`no reply scripted for ${entry.method} ${entry.url}`);
      reply(entry, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let closed: Promise<void> | null = null;
  const close = () => {
    closed ??= new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    return closed;
  };
  onTestFinished(close);
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    seen,
    script: (...next) => {
      queue = next;
    },
    close,
  };
}

export const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}): Reply =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify(value));
  };

export const raw =
  (body: string | Buffer, status = 200, headers: Record<string, string> = {}): Reply =>
  (_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

export const html = (status: number, headers: Record<string, string> = {}): Reply =>
  raw('<!doctype html><title>Bad gateway</title>', status, { 'Content-Type': 'text/html', ...headers });

/** Never answers. */
export const hang: Reply = () => undefined;

/** Headers and half a body, then nothing. */
export const hangInBody: Reply = (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
  response.write('{"data":');
};

/** Headers and half a body, then the connection breaks. */
export const cutInBody =
  (status = 200): Reply =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
    response.write('{"data":', () => response.destroy());
  };

/** The connection breaks without a word. */
export const cut: Reply = (request, response) => {
  void request;
  response.destroy();
};
