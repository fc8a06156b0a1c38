// What a service gives to open a line with: a token, and where. Leans on valibot; several spellings are in circulation, and any of
// its members but the token may be missing. A secret of minutes or hours: kept in memory only.
import * as v from 'valibot';
import { instant } from '../shape.ts';

export interface RealtimeToken {
  /** A JWT, shown at every join. */
  token: string;
  /** Milliseconds since the epoch; null where nobody says. */
  expiresAt: number | null;
  /** Where the line is; null where it is not told, and then there is none. */
  url: string | null;
  /** Public key of the project, part of the address; null to show the token there too. */
  apiKey: string | null;
  /** The topic the token is for, where it is for one. */
  topic: string | null;
}

const text = v.fallback(v.nullish(v.pipe(v.string(), v.minLength(1), v.maxLength(4096))), null);
const time = v.fallback(v.nullish(instant), null);
const seconds = v.fallback(v.nullish(v.pipe(v.number(), v.minValue(0))), null);

const wire = v.object({
  token: text,
  access_token: text,
  jwt: text,
  expires_at: time,
  expires_in: seconds,
  url: text,
  realtime_url: text,
  supabase_url: text,
  endpoint: text,
  api_key: text,
  apikey: text,
  anon_key: text,
  supabase_anon_key: text,
  topic: text,
});

/** @param now milliseconds since the epoch, for answers that say how long instead of until when */
export const realtimeToken = (now: () => number) =>
  v.pipe(
    wire,
    v.transform((it) => ({ ...it, token: it.token ?? it.access_token ?? it.jwt })),
    v.check(({ token }) => token !== null),
    v.transform((it): RealtimeToken => {
      const token = it.token ?? '';
      const at = now();
      const life = it.expires_in ?? lifeClaim(token);
      const until = it.expires_at ?? expiryClaim(token);
      return {
        token,
        // How long it lives is told apart from whose clock is right; one that is given now and has ended says whose is not.
        expiresAt: life !== null ? at + life * 1000 : until !== null && until > at ? until : null,
        url: it.url ?? it.realtime_url ?? it.supabase_url ?? it.endpoint ?? null,
        apiKey: it.api_key ?? it.apikey ?? it.anon_key ?? it.supabase_anon_key ?? null,
        topic: it.topic ?? null,
      };
    }),
  );

const claims = v.object({
  exp: v.pipe(v.number(), v.minValue(0)),
  iat: v.fallback(v.nullish(v.pipe(v.number(), v.minValue(0))), null),
});

/** The `exp` of a JWT (RFC 7519 §4.1.4), epoch milliseconds by its server's clock. */
const expiryClaim = (token: string): number | null => {
  const claimed = claimsOf(token);
  return claimed && claimed.exp * 1000;
};

/** From `iat` to `exp` (RFC 7519 §4.1.6), in seconds. */
function lifeClaim(token: string): number | null {
  const { exp = 0, iat = null } = claimsOf(token) ?? {};
  return iat != null && exp > iat ? exp - iat : null;
}

/** Read and not checked: that is the server's business. */
function claimsOf(token: string): v.InferOutput<typeof claims> | null {
  const [, part = ''] = token.split('.');
  try {
    const parsed = v.safeParse(claims, JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/'))));
    return parsed.success ? parsed.output : null;
  } catch {
    // Not base64 or not JSON: then it does not say.
    return null;
  }
}

/**
 * The address of the socket: `…/realtime/v1/websocket?apikey=…&vsn=1.0.0` from the project's, the service's or the socket's own.
 * @returns null for what is no address, or would carry the token in clear over a network
 */
export function socketAddress({ url, apiKey, token }: RealtimeToken): string | null {
  const at = url === null ? null : URL.parse(url.trim());
  if (at === null || at.username !== '' || at.password !== '') return null;
  const loopback = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|(?:[^.]+\.)*localhost)$/.test(at.hostname);
  const secure = at.protocol === 'wss:' || at.protocol === 'https:';
  const clear = at.protocol === 'ws:' || at.protocol === 'http:';
  if (!secure && !(clear && loopback)) return null;
  // Replaced in the text: a URL object refuses to change between http and ws.
  const socket = new URL(at.href.replace(/^http/, 'ws'));
  const path = socket.pathname.replace(/\/+$/, '');
  socket.pathname = `${path === '' ? '/realtime/v1' : path.replace(/\/websocket$/, '')}/websocket`;
  socket.searchParams.set('apikey', apiKey ?? token);
  socket.searchParams.set('vsn', '1.0.0');
  socket.hash = '';
  return socket.href;
}
