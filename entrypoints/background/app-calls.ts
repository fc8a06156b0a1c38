// What our own pages may ask: the areas' tables put together, total over the contract: a call without a handler does not
// compile. Leans on app/*; adds nothing.
import type { AppCalls } from '../../lib/messages/contract.ts';
import type { AppSender } from '../../lib/messages/sender.ts';
import type { Handlers } from '../../lib/messages/server.ts';
import { accountCalls } from './app/account-calls.ts';
import { addressCalls } from './app/address-calls.ts';
import { askedCalls } from './app/asked-calls.ts';
import { cardCalls } from './app/card-calls.ts';
import { checkCalls } from './app/check-calls.ts';
import { destinationCalls } from './app/destination-calls.ts';
import { identityCalls } from './app/identity-calls.ts';
import { inboxCalls } from './app/inbox-calls.ts';
import { searchCalls } from './app/search-calls.ts';
import { siteCalls } from './app/site-calls.ts';
import { syncCalls } from './app/sync-calls.ts';
import { totpCalls } from './app/totp-calls.ts';
import { twinCalls } from './app/twin-calls.ts';
import { vaultCalls } from './app/vault-calls.ts';
import { webhookCalls } from './app/webhook-calls.ts';

export const appCalls: Handlers<AppCalls, AppSender> = {
  ...vaultCalls,
  ...accountCalls,
  ...addressCalls,
  ...searchCalls,
  ...syncCalls,
  ...destinationCalls,
  ...identityCalls,
  ...inboxCalls,
  ...cardCalls,
  ...checkCalls,
  ...webhookCalls,
  ...askedCalls,
  ...siteCalls,
  ...totpCalls,
  ...twinCalls,
};
