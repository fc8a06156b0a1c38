// Phone numbers of identities (contract §3.6). Leans on the transport; buys at most one at a time, and cannot give one back:
// there is no such route, a number goes with its identity.
import type { Transport } from '../http.ts';
import type { PhoneSlot } from '../provider.ts';
import { identityPath } from './identities.ts';
import { identity } from './shapes.ts';

/** Countries that any document names; the service may have none left of either. */
const COUNTRIES = ['US', 'GB'] as const;

export function phoneSlot(send: Transport): PhoneSlot {
  return {
    countries: COUNTRIES,
    add: (remoteId, country, signal) =>
      send(
        {
          method: 'POST',
          path: `${identityPath(remoteId)}/phone`,
          body: { country },
          effect: 'create',
          scope: 'identities:write',
          reply: identity,
        },
        signal,
      ),
  };
}
