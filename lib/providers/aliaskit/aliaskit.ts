// An AliasKit account as a provider: identities double as plain addresses. Leans on the transport it is given; holds the
// key only to hand it over, and has never seen the card key, which no request may carry.

import type { AliaskitAccount } from '../../aliaskit-account.ts';
import { AppError } from '../../error.ts';
import type { MakeTransport } from '../http.ts';
import type { Provider } from '../provider.ts';
import { cardSlot } from './cards.ts';
import { explainAliaskit } from './errors.ts';
import { eventSlot } from './events.ts';
import { aliasSlot, identitySlot } from './identities.ts';
import { inboxSlot } from './inbox.ts';
import { phoneSlot } from './phones.ts';
import { probeKey } from './probe.ts';
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
    probe: (signal) => probeKey(send, signal),
  };
}
