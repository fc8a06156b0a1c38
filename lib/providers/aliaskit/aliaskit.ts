// An AliasKit account as a provider: identities double as plain addresses. Leans on the transport it is given; holds the
// key only to hand it over, and has never seen the card key, which no request may carry.

import * as v from 'valibot';
import { AppError } from '../../error.ts';
import type { AliaskitAccount } from '../../model.ts';
import type { MakeTransport, Transport } from '../http.ts';
import type { ProbeResult, Provider } from '../provider.ts';
import { explainAliaskit } from './errors.ts';
import { aliasSlot, identityPath, identitySlot } from './identities.ts';
import { inboxSlot } from './inbox.ts';
import { identityPage } from './shapes.ts';

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
    probe: (signal) => probe(send, signal),
  };
}

/**
 * No endpoint tells a key's scopes (§1.1): one cheap listing proves the key, one more, only where there is an identity to
 * ask about, tells whether mail can be read. Writing is not tried out; it shows at first use.
 */
async function probe(send: Transport, signal?: AbortSignal): Promise<ProbeResult> {
  const page = await allowed(
    send(
      {
        method: 'GET',
        path: '/identities',
        query: { limit: 1 },
        effect: 'read',
        scope: 'identities:read',
        reply: identityPage,
      },
      signal,
    ),
  );
  if (page === null) return { scopes: { 'identities:read': false }, count: null };
  const scopes: Record<string, boolean> = { 'identities:read': true };
  const id = page.data[0]?.remoteId;
  if (id != null) {
    const path = `${identityPath(id)}/emails`;
    const mail = send(
      {
        method: 'GET',
        path,
        query: { limit: 1 },
        effect: 'read',
        scope: 'messages:read',
        reply: v.unknown(),
      },
      signal,
    );
    scopes['messages:read'] = (await allowed(mail)) !== null;
  }
  return { scopes, count: page.has_more ? null : page.data.length };
}

/** @returns null where the key's scopes are what is missing; every other failure is the account's and stays one. */
async function allowed<T>(reply: Promise<T>): Promise<T | null> {
  try {
    return await reply;
  } catch (error) {
    if (error instanceof AppError && error.code === 'missing-scope') return null;
    throw error;
  }
}
