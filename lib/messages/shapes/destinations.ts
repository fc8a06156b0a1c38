// How the arguments of the calls in app/destinations.ts are read. Leans on valibot; total over the interface.
import * as v from 'valibot';
import type { DestinationCalls } from '../app/destinations.ts';
import type { Shapes } from '../server.ts';
import { id, none, text } from './parts.ts';

const account = v.object({ accountId: id });
const one = v.object({ accountId: id, id });

/** An armoured OpenPGP key with many signatures; the service has a limit of its own below. */
const LONGEST_KEY = 200_000;

export const destinationShapes: Shapes<DestinationCalls> = {
  'destinations.known': none,
  'destinations.list': account,
  'destinations.addRecipient': v.object({ accountId: id, email: text(254) }),
  'destinations.resend': one,
  'destinations.setDefault': one,
  'destinations.removeRecipient': one,
  'destinations.setPgpKey': v.object({
    accountId: id,
    id,
    armored: text(LONGEST_KEY),
    name: v.exactOptional(text(100)),
  }),
  'destinations.removePgpKey': one,
  'destinations.addDomain': v.object({ accountId: id, domain: text(253) }),
  'destinations.records': one,
  'destinations.verifyDomain': one,
  'destinations.renewDkim': one,
  'destinations.removeDomain': one,
  'quota.get': account,
};
