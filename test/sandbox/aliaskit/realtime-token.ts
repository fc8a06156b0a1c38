// Operation 32 of the contract (§8.1): a short-lived token for the live line, signed like Supabase's, and where the line is. What
// the service really answers is documented nowhere; these members are the contract's decision. Leans on node:crypto.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyRow } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { type Call, ok, type Reply } from './call.ts';
import { ApiError } from './errors.ts';
import { mayUse } from './identities.ts';

/** The public key of a Supabase project: names the project, opens nothing. */
export const PUBLIC_KEY = 'sandbox-public-key';

interface Claims {
  role: string;
  /** Account. */
  sub: string;
  /** Which key asked: where rows belong to keys, it decides. */
  key: string;
  iat: number;
  exp: number;
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const signatureOf = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url');

export function realtimeToken(call: Call): Reply {
  const { world, key } = call;
  const identity = call.query.get('identity_id');
  if (identity !== null && !mayUse(world, key, identity))
    throw new ApiError({ type: 'not_found', code: 'identity_not_found', message: 'Identity not found' });
  const { realtime_url, realtime_seconds } = world.state.settings.aliaskit;
  const now = Math.floor(world.now() / 1000);
  const claims: Claims = {
    role: 'authenticated',
    sub: key.account,
    key: key.id,
    iat: now,
    exp: now + realtime_seconds,
  };
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return ok({
    token: `${text}.${signatureOf(world.state.vaults.realtimeSecret, text)}`,
    expires_at: new Date(claims.exp * 1000).toISOString(),
    expires_in: realtime_seconds,
    ...(realtime_url && { url: `ws://127.0.0.1:${world.port}/realtime/v1`, api_key: PUBLIC_KEY }),
    ...(identity !== null && { topic: `realtime:identity:${identity}` }),
  });
}

export type Checked = { ok: true; key: KeyRow; expiresAt: number } | { ok: false; reason: string };

/** A token as Supabase judges it, refusals in its words (§8.3). */
export function checkToken(world: World, token: string): Checked {
  const [head, body, signature, ...rest] = token.split('.');
  if (!head || !body || !signature || rest.length > 0)
    return { ok: false, reason: 'MalformedJWT: The token provided is not a valid JWT' };
  const right = Buffer.from(signatureOf(world.state.vaults.realtimeSecret, `${head}.${body}`));
  const given = Buffer.from(signature);
  if (right.length !== given.length || !timingSafeEqual(right, given))
    return { ok: false, reason: 'JwtSignatureError: Failed to validate JWT signature' };
  const claims: Claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  const late = Math.floor(world.now() / 1000) - claims.exp;
  if (late >= 0) return { ok: false, reason: `InvalidJWTExpiration: Token has expired ${late} seconds ago` };
  const key = world.state.keys.get(claims.key);
  if (key === undefined || key.revoked) return { ok: false, reason: 'Unauthorized: This key is revoked' };
  return { ok: true, key, expiresAt: claims.exp * 1000 };
}
