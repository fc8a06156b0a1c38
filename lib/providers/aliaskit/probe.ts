// What can be told of a key without changing anything: no endpoint lists its scopes (contract §1.1). A listing proves the right to read;
// a change of what is not there is refused for want of the right, and any other answer to it tells nothing. Leans on the transport.
import * as v from 'valibot';
import { AppError, type ErrorCode } from '../../error.ts';
import type { Ask, Transport } from '../http.ts';
import type { ProbeResult } from '../provider.ts';
import { identityPath } from './identities.ts';
import { identityPage } from './shapes.ts';

/** No identity has this id; so nothing below it can be changed, sent or bought. */
const NOBODY = 'nobody';

const READABLE = [
  ['messages:read', 'emails'],
  ['cards:read', 'cards'],
] as const;

/** Their methods are the documented ones, and a body without its required members would be refused of anybody. */
const WRITABLE = [
  ['identities:write', 'PATCH', ''],
  ['messages:write', 'POST', '/emails'],
  ['cards:write', 'POST', '/cards'],
] as const;

/** After these the rest would only be refused in the same way; the key works all the same. */
const STOPS: Partial<Record<ErrorCode, true>> = { 'rate-limited': true, budget: true, unreachable: true };

/** @throws AppError `unauthorized`, `unreachable`, … where the key or the server cannot be used at all */
export async function probeKey(send: Transport, signal?: AbortSignal): Promise<ProbeResult> {
  const scopes: Record<string, boolean> = {};
  const page = await listIdentities(send, signal);
  scopes['identities:read'] = page !== null;
  const id = page?.data[0]?.remoteId ?? null;
  const asks: [ask: Ask, proves: boolean][] = [
    ...READABLE.map(([scope, folder]): [Ask, boolean] => [
      glance(`${identityPath(id ?? NOBODY)}/${folder}`, scope, v.unknown()),
      id !== null,
    ]),
    ...WRITABLE.map(([scope, method, folder]): [Ask, boolean] => [
      { method, path: identityPath(NOBODY) + folder, body: {}, effect: 'change', scope, reply: v.unknown() },
      false,
    ]),
  ];
  for (const [ask, proves] of asks) {
    const outcome = await tryOut(send, ask, signal);
    if (outcome === 'stop') break;
    if (outcome === 'missing') scopes[ask.scope] = false;
    else if (outcome === 'taken' && proves) scopes[ask.scope] = true;
  }
  return { scopes, count: page && !page.has_more ? page.data.length : null };
}

const glance = <S extends v.GenericSchema>(path: string, scope: string, reply: S): Ask<S> => ({
  method: 'GET',
  path,
  query: { limit: 1 },
  effect: 'read',
  scope,
  reply,
});

/** @returns null where the right is what is missing; every other failure stays one. */
async function listIdentities(send: Transport, signal?: AbortSignal) {
  try {
    return await send(glance('/identities', 'identities:read', identityPage), signal);
  } catch (error) {
    if (error instanceof AppError && error.code === 'missing-scope') return null;
    throw error;
  }
}

async function tryOut(
  send: Transport,
  ask: Ask,
  signal?: AbortSignal,
): Promise<'taken' | 'missing' | 'unclear' | 'stop'> {
  try {
    await send(ask, signal);
    return 'taken';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'missing-scope') return 'missing';
    return STOPS[error.code] ? 'stop' : 'unclear';
  }
}
