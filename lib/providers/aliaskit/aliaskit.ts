// An AliasKit account as a provider: identities double as plain addresses. Leans on the transport it is given; holds the
// key only to hand it over, and has never seen the card key, which no request may carry.

import * as v from 'valibot';
import type { AliaskitAccount } from '../../aliaskit-account.ts';
import { AppError } from '../../error.ts';
import type { Ask, MakeTransport, Transport } from '../http.ts';
import type { ProbeResult, Provider } from '../provider.ts';
import { cardSlot } from './cards.ts';
import { explainAliaskit } from './errors.ts';
import { eventSlot } from './events.ts';
import { aliasSlot, identityPath, identitySlot } from './identities.ts';
import { inboxSlot } from './inbox.ts';
import { phoneSlot } from './phones.ts';
import { identityPage } from './shapes.ts';
import { totpSlot } from './totps.ts';

/** The www host (contract §1): the bare one redirects, and a redirect across origins drops the key. */
export const ALIASKIT_BASE_URL = 'https://www.aliaskit.com/api/v1';

/**
 * @returns the key without surrounding blanks
 * @throws AppError `rejected`, field `apiKey`, if it cannot be one (contract §1: the length is not promised)
 */
export function checkAliaskitKey(text: string): string {
  const key = text.trim();
  if (!/^ak_live_[\w-]{8,}$/.test(key)) throw new AppError('rejected', { field: 'apiKey' });
  return key;
}

/** @throws AppError `rejected` (field `apiKey` or `baseUrl`) or `insecure-url` before anything is sent. */
export function aliaskit(account: AliaskitAccount, makeTransport: MakeTransport): Provider {
  const send = makeTransport({
    baseUrl: account.baseUrl,
    apiKey: checkAliaskitKey(account.apiKey),
    explain: explainAliaskit,
  });
  return {
    aliases: aliasSlot(send),
    identities: identitySlot(send),
    inbox: inboxSlot(send),
    events: eventSlot(send),
    phones: phoneSlot(send),
    cards: cardSlot(send),
    totps: totpSlot(send),
    probe: (signal) => probe(send, signal),
  };
}

/**
 * No endpoint tells a key's scopes (§1.1): one cheap listing proves the key, two more, only where there is an identity to
 * ask about, tell whether mail and cards can be read. Writing is not tried out; it shows at first use.
 */
async function probe(send: Transport, signal?: AbortSignal): Promise<ProbeResult> {
  const first = send(glance('/identities', 'identities:read', identityPage), signal);
  const page = await unlessForbidden(first);
  if (page === null) return { scopes: { 'identities:read': false }, count: null };

  const id = page.data[0]?.remoteId ?? null;
  const scopes: Record<string, boolean> = { 'identities:read': true };
  if (id !== null)
    for (const [scope, folder] of READABLE) {
      const can = await canRead(send, `${identityPath(id)}/${folder}`, scope, signal);
      if (can !== undefined) scopes[scope] = can;
    }
  return { scopes, count: page.has_more ? null : page.data.length };
}

/** Scopes beside the identities' own, and a listing below an identity that needs each. */
const READABLE = [
  ['messages:read', 'emails'],
  ['cards:read', 'cards'],
] as const;

const glance = <S extends v.GenericSchema>(path: string, scope: string, reply: S): Ask<S> => ({
  method: 'GET',
  path,
  query: { limit: 1 },
  effect: 'read',
  scope,
  reply,
});

/** @returns undefined where it cannot be told now (the identity just went, the budget is spent): the key works all the same. */
async function canRead(
  send: Transport,
  path: string,
  scope: string,
  signal?: AbortSignal,
): Promise<boolean | undefined> {
  try {
    return (await unlessForbidden(send(glance(path, scope, v.unknown()), signal))) !== null;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

/** @returns null where the key's scopes are what is missing; every other failure stays one. */
async function unlessForbidden<T>(reply: Promise<T>): Promise<T | null> {
  try {
    return await reply;
  } catch (error) {
    if (error instanceof AppError && error.code === 'missing-scope') return null;
    throw error;
  }
}
