// A visitor of the sandbox's sites without a browser: speaks HTTP to 127.0.0.1 under the site's host name, which Node does
// not resolve, keeps cookies and follows redirects. Reads pages as text; runs no script.
import { request } from 'node:http';

export interface Seen {
  status: number;
  url: URL;
  html: string;
  headers: Record<string, string | string[] | undefined>;
}

export interface Visitor {
  get(path: string): Promise<Seen>;
  post(path: string, form: Record<string, string>): Promise<Seen>;
}

export function createVisitor(origin: string): Visitor {
  const cookies = new Map<string, string>();

  const once = (url: URL, method: string, body: string): Promise<Seen> =>
    new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port: url.port,
          method,
          path: url.pathname + url.search,
          headers: {
            host: url.host,
            cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
            ...(body !== '' && { 'content-type': 'application/x-www-form-urlencoded' }),
          },
        },
        (incoming) => {
          let html = '';
          incoming.setEncoding('utf8');
          incoming.on('data', (part: string) => {
            html += part;
          });
          incoming.on('end', () => {
            for (const line of incoming.headers['set-cookie'] ?? []) {
              const [pair = ''] = line.split(';');
              cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
            }
            resolve({ status: incoming.statusCode ?? 0, url, html, headers: incoming.headers });
          });
          incoming.on('error', reject);
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });

  const follow = async (url: URL, method: string, body: string): Promise<Seen> => {
    const seen = await once(url, method, body);
    const { location } = seen.headers;
    return seen.status === 303 ? follow(new URL(String(location), url), 'GET', '') : seen;
  };
  return {
    get: (path) => follow(new URL(path, origin), 'GET', ''),
    post: (path, form) => follow(new URL(path, origin), 'POST', new URLSearchParams(form).toString()),
  };
}
