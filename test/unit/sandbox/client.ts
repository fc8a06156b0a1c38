// Asks the sandbox as a client would: the API with a key, the admin routes, and nothing in between. For tests only;
// the product's own client is tested elsewhere, against the same server.
import type { SandboxInfo } from '../../sandbox/info.ts';

/** Every member that an answer of the sandbox may have. A test that reads one which is not there gets undefined, and fails on it. */
export interface Wire {
  id: string;
  name: string;
  email: string;
  phone_number: string;
  status: string;
  created_at: string;
  metadata: object;
  subject: string;
  snippet: string;
  from: string;
  body_text: string;
  body_html: string;
  received_at: string;
  read: boolean;
  attachments: object[];
  thread_id: string;
  remaining_seconds: number;
  headers: Record<string, string>;
  data: List;
  has_more: boolean;
  error: { type: string; code: string; message: string; param: string };
  key: string;
  offset_ms: number;
  shop: { code_boxes: string };
  mails: object[];
  emails: object[];
  users: object[];
  identities: object[];
  requests: object[];
  peers: object[];
  token: string;
  url: string;
  api_key: string;
  expires_in: number;
  reveals: object[];
  charges: object[];
  type: string;
  amount_cents: number;
  allowed: boolean;
  spent_cents: number;
  remaining_cents: number | null;
  caught: { path: string; form: object }[];
}

/** A list whose first elements a test may read: it fails by itself where they are not there. */
export type List = [Wire, Wire, ...Wire[]];

export interface Answer {
  status: number;
  headers: Headers;
  body: Wire;
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

/** The inbound mails of an identity, newest first, whole. */
export async function mailsOf(api: Ask, id: string): Promise<List> {
  const { data } = (await api('GET', `/identities/${id}/emails`)).body;
  const whole = data.map(async (one) => (await api('GET', `/identities/${id}/emails/${one.id}`)).body);
  return (await Promise.all(whole)) as List;
}
