// Which scopes a Kayle key has (contract §2): there is no "who am I", so each is tried by a request that can neither make nor
// change anything. Reading is tried by reading one item; writing by naming a thing that cannot exist, since the scope is
// looked at before the path's id: a 400 or 404 says the scope is there, a 403 that it is not.
import * as v from 'valibot';
import { AppError, type ErrorCode } from '../../error.ts';
import type { Ask, Transport } from '../http.ts';
import type { ProbeResult } from '../provider.ts';
import { ANALYTICS_READ } from './insights.ts';
import { SESSIONS_READ, SESSIONS_WRITE } from './sessions.ts';
import { WEBHOOKS_READ, WEBHOOKS_WRITE } from './webhooks.ts';

export const SCOPES = [SESSIONS_READ, SESSIONS_WRITE, WEBHOOKS_READ, WEBHOOKS_WRITE, ANALYTICS_READ] as const;
export type KayleScope = (typeof SCOPES)[number];

/** No id the server makes looks like these; neither passes for one. */
const KNOCKS: Readonly<Record<KayleScope, Pick<Ask, 'method' | 'path' | 'query' | 'effect'>>> = {
  'sessions:read': { method: 'GET', path: '/sessions', query: { limit: 1 }, effect: 'read' },
  'sessions:write': { method: 'POST', path: '/sessions/moniker-probe/cancel', effect: 'change' },
  'webhooks:read': { method: 'GET', path: '/webhooks/endpoints', query: { limit: 1 }, effect: 'read' },
  'webhooks:write': { method: 'POST', path: '/webhooks/deliveries/whd_probe/retry', effect: 'change' },
  'analytics:read': { method: 'GET', path: '/analytics/sessions/overview', effect: 'read' },
};

/** What only a handler behind the scope's check answers. */
const LET_IN: ReadonlySet<ErrorCode> = new Set(['rejected', 'not-found', 'conflict']);

/**
 * One after the other, so that a bad key is told by the first.
 * @throws AppError `unauthorized`, `set-up` (organisation frozen), `malformed` (no Kayle there), `unreachable`, …
 */
export async function probe(send: Transport, signal?: AbortSignal): Promise<ProbeResult> {
  const scopes: Record<string, boolean> = {};
  for (const scope of SCOPES) scopes[scope] = await knock(send, scope, signal);
  return { scopes, count: null };
}

async function knock(send: Transport, scope: KayleScope, signal?: AbortSignal): Promise<boolean> {
  try {
    await send({ ...KNOCKS[scope], scope, reply: v.unknown() }, signal);
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'missing-scope') return false;
    if (LET_IN.has(error.code)) return true;
    throw error;
  }
}
