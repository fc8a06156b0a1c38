// Asks the sandbox as a client would: the API with a key, the admin routes, and nothing in between. For tests only;
// the product's own client is tested elsewhere, against the same server.
import type { SandboxInfo } from '../../sandbox/info.ts';

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the tests compare these values whole; a type would assert what they check.
  body: any;
}

export async function ask(
  url: string,
  method: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

export type Ask = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** The API with this key; `null` sends no Authorization header. */
export const apiOf =
  (info: SandboxInfo, key: string | null = info.key): Ask =>
  (method, path, body) =>
    ask(`${info.api}${path}`, method, body, {
      'content-type': 'application/json',
      ...(key !== null && { authorization: `Bearer ${key}` }),
    });

export const adminOf =
  (info: SandboxInfo): Ask =>
  (method, path, body) =>
    ask(`${info.admin}${path}`, method, body);
