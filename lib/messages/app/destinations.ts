// What our own pages may ask about where an account's mail goes to, its domains, and what its plan has left.
// Types alone, one sentence a call; part of AppCalls in contract.ts, which only our own full pages may use.

import type {
  DnsRecord,
  DomainChecks,
  KnownDestinations,
  PgpKey,
  RemoteDomain,
  RemoteRecipient,
} from '../../destination.ts';
import type { Quota } from '../../quota.ts';
import type { Call } from '../call.ts';

/** One thing of an account; `id` is the service's own. */
type One = { accountId: string; id: string };
type Done = Record<string, never>;

export interface DestinationCalls {
  /** What was seen last of every account that forwards; asks no service. */
  'destinations.known': Call<Record<string, never>, { known: KnownDestinations[] }>;
  /** Asks the service, and keeps what it says. Errors: `unsupported` where the account forwards nothing. */
  'destinations.list': Call<{ accountId: string }, KnownDestinations>;
  /** The service mails a link to it. Errors: `plan`, `conflict` (listed already), `rejected`. */
  'destinations.addRecipient': Call<{ accountId: string; email: string }, { recipient: RemoteRecipient }>;
  /** Mails the link once more. */
  'destinations.resend': Call<One, Done>;
  'destinations.setDefault': Call<One, { recipient: RemoteRecipient }>;
  /** Errors: `rejected` while it is the default, or foremost of an address. */
  'destinations.removeRecipient': Call<One, Done>;
  'destinations.setPgpKey': Call<One & { armored: string; name?: string }, { pgp: PgpKey }>;
  'destinations.removePgpKey': Call<One, Done>;
  /** Errors: `plan`, `rejected` with field `domain`. */
  'destinations.addDomain': Call<{ accountId: string; domain: string }, { domain: RemoteDomain }>;
  /** What to publish at the domain's own DNS. */
  'destinations.records': Call<One, { domain: RemoteDomain; records: DnsRecord[] }>;
  /** Makes the service look up what is published. */
  'destinations.verifyDomain': Call<One, { verified: boolean; checks: DomainChecks }>;
  /** New signing keys; the old record no longer counts. */
  'destinations.renewDkim': Call<One, { record: DnsRecord }>;
  /** With every address at it, for good. */
  'destinations.removeDomain': Call<One, Done>;

  /** Errors: `missing-scope` for a key of an organisation, `unsupported` where the account has no plan. */
  'quota.get': Call<{ accountId: string }, { quota: Quota }>;
}
