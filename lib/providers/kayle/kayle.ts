// A Kayle ID account as a provider: asking for checks, where their sealed answers go, and how they ended. Leans on the
// transport it is given; holds the key only to hand it over.
import { AppError } from '../../error.ts';
import type { KayleAccount } from '../../kayle-account.ts';
import { checkBaseUrl, type MakeTransport } from '../http.ts';
import type { Provider } from '../provider.ts';
import { explainKayle } from './errors.ts';
import { insightSlot } from './insights.ts';
import { probe } from './probe.ts';
import { checkSlot } from './sessions.ts';
import { webhookSlot } from './webhooks.ts';

export const KAYLE_BASE_URL = 'https://api.kayle.id';

/**
 * @returns the key without surrounding blanks
 * @throws AppError `rejected`, field `apiKey`, if it cannot travel in a header
 */
export function checkKayleKey(text: string): string {
  const key = text.trim();
  if (!/^[\x21-\x7e]{1,256}$/.test(key)) throw new AppError('rejected', { field: 'apiKey' });
  return key;
}

/**
 * @param text as typed, with or without `/v1` at its end
 * @returns the base URL without it
 * @throws AppError `insecure-url`, or `rejected` (field `baseUrl`)
 */
export function checkKayleBaseUrl(text: string): string {
  return checkBaseUrl(text).replace(/\/v1$/, '');
}

/** @throws AppError `rejected` (field `apiKey` or `baseUrl`) or `insecure-url` before anything is sent. */
export function kayle(account: KayleAccount, makeTransport: MakeTransport): Provider {
  const baseUrl = `${checkKayleBaseUrl(account.baseUrl)}/v1`;
  const apiKey = checkKayleKey(account.apiKey);
  const send = makeTransport({ baseUrl, apiKey, explain: explainKayle });
  return {
    checks: checkSlot(send),
    webhooks: webhookSlot(send),
    insights: insightSlot(send),
    probe: (signal) => probe(send, signal),
  };
}
