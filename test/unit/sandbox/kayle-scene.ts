// The sandbox's Kayle ID as a test plays with it: asking with a key, the phone, the clock, and what the receiver got. Answers are
// opened by node:crypto's own hand through jose, not by the product.
import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import type { Sandbox } from '../../sandbox/sandbox.ts';

/** Every member that `data` of an answer may have; one that is not there is undefined, and fails the test that reads it. */
export interface Thing {
  id: string;
  status: string;
  created_at: string;
  verification_url: string;
  cancel_token: string;
  payload_expires_at: string;
  attempt_count: number;
  permitted: boolean;
  has_withdrawn_consent: boolean;
  signing_secret: string;
  endpoint: { id: string };
}

export interface Received {
  headers: Record<string, string>;
  body: string;
}

export interface Answer {
  status: number;
  body: {
    data: Thing & [Thing, ...Thing[]];
    error: { code: string };
    organisations: [Thing];
    received: Received[];
  };
}

/** A sealed answer, opened. */
interface Payload {
  type: string;
  data: { claims: Record<string, unknown>; reason: string };
}

/** A JSON content type without a body is malformed JSON there. */
const typed = (body: unknown) => (body === undefined ? {} : { 'content-type': 'application/json' });

export type Kayle = ReturnType<typeof kayleOf>;

export function kayleOf({ json, world }: Sandbox, key = 'main') {
  const call = async (url: string, method: string, body?: unknown, headers = {}): Promise<Answer> => {
    const response = await fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text || 'null') };
  };
  const authorization = `Bearer ${json.kayleKeys[key]}`;
  const api = (method: string, path: string, body?: unknown) =>
    call(`${json.kayle}/v1${path}`, method, body, { authorization, ...typed(body) });
  const admin = (method: string, path: string, body?: unknown) =>
    call(`${json.admin}/kayle${path}`, method, body);
  return {
    api,
    admin,
    /** Without a key. */
    open: (method: string, path: string, body?: unknown) =>
      call(`${json.kayle}/v1/verify/session${path}`, method, body, typed(body)),
    async ask(
      shareFields: object = { age_over_18: { required: true, reason: 'To sell you wine' } },
      more = {},
    ) {
      return (await api('POST', '/sessions', { share_fields: shareFields, ...more })).body.data;
    },
    phone: (id: string, act: object) => admin('POST', `/sessions/${id}/phone`, act),
    /** Moves the clock on and does all that became due. */
    async pass(milliseconds: number) {
      world.state.clockOffset += milliseconds;
      await admin('POST', '/settle');
    },
    /** An endpoint at the receiver's box, with a key of its own unless told. */
    async hook(box: string, { sealed = true, ...more }: { sealed?: boolean } & Record<string, unknown> = {}) {
      const wish = { url: `${json.kayleReceiver}/${box}`, ...more };
      const { endpoint, signing_secret: secret } = (await api('POST', '/webhooks/endpoints', wish)).body.data;
      const { publicKey, privateKey } = await generateKeyPair('RSA-OAEP-256');
      const { n, e } = await exportJWK(publicKey);
      const key_ = { key_id: 'k1', jwk: { kty: 'RSA', n, e }, algorithm: 'RSA-OAEP-256', key_type: 'RSA' };
      if (sealed) await api('POST', `/webhooks/endpoints/${endpoint.id}/keys`, key_);
      return {
        id: String(endpoint.id),
        secret: String(secret),
        /** What came, newest first, opened. */
        async got(): Promise<(Received & { payload: Payload })[]> {
          const { received } = (await call(`${json.kayleReceiver}/${box}`, 'GET')).body;
          return Promise.all(
            received.map(async ({ headers, body }) => {
              const { plaintext } = await compactDecrypt(body, privateKey);
              return { headers, body, payload: JSON.parse(new TextDecoder().decode(plaintext)) };
            }),
          );
        },
        /** The newest. */
        async last() {
          const [answer] = await this.got();
          if (answer === undefined) throw new Error('nothing came');
          return answer;
        },
      };
    },
  };
}
