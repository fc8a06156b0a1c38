// How the arguments of our own pages' calls are read: the areas' tables put together, total over the contract. Adds nothing.
import type { AppCalls } from '../contract.ts';
import type { Shapes } from '../server.ts';
import { accountShapes } from './accounts.ts';
import { addressShapes } from './addresses.ts';
import { askedShapes } from './asked.ts';
import { cardShapes } from './cards.ts';
import { checkShapes } from './checks.ts';
import { destinationShapes } from './destinations.ts';
import { identityShapes } from './identities.ts';
import { inboxShapes } from './inbox.ts';
import { searchShapes } from './search.ts';
import { siteShapes } from './site.ts';
import { syncShapes } from './sync.ts';
import { totpShapes } from './totp.ts';
import { twinShapes } from './twins.ts';
import { vaultShapes } from './vault.ts';
import { webhookShapes } from './webhooks.ts';

export const appShapes: Shapes<AppCalls> = {
  ...vaultShapes,
  ...siteShapes,
  ...accountShapes,
  ...addressShapes,
  ...searchShapes,
  ...syncShapes,
  ...destinationShapes,
  ...cardShapes,
  ...checkShapes,
  ...webhookShapes,
  ...askedShapes,
  ...identityShapes,
  ...inboxShapes,
  ...totpShapes,
  ...twinShapes,
};
