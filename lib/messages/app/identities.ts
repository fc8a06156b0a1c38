// What our own pages may ask about identities beyond their addresses: phone numbers, what their service keeps with them, groups. Types
// alone, one sentence a call; part of AppCalls in contract.ts, which only our own full pages may use.
import type { WireError } from '../../error.ts';
import type { GroupRemoval, IdentityGroup } from '../../group-removal.ts';
import type { Address } from '../../model.ts';
import type { Call } from '../call.ts';

export interface IdentityCalls {
  /** One identity as its service holds it now; without an answer what is known here, and why in `trouble`. */
  'identities.open': Call<
    { id: string },
    { address: Address; countries: readonly string[]; cards: number; trouble: WireError | null }
  >;
  /** Buys a number, once; it goes with the identity alone. Errors: `plan`, `doubtful`, those of the service. */
  'identities.phone': Call<{ id: string; country: string }, { address: Address }>;
  /** Changes the group (null: none) and named members of the metadata; all others stay. Errors: those of the service. */
  'identities.change': Call<
    { id: string; group?: string | null; set?: Record<string, unknown>; drop?: string[] },
    { address: Address }
  >;
  /** The groups known here, how many identities were never asked for theirs, and the last removal until it is put away. */
  'identities.groups': Call<
    Record<string, never>,
    {
      groups: IdentityGroup[];
      unknown: number;
      removal: GroupRemoval | null;
      running: { done: number; total: number | null } | null;
    }
  >;
  /** Asks the service for some of the unknown ones, one request each. */
  'identities.learn': Call<Record<string, never>, { learned: number }>;
  /** Deletes every identity of a group; answers the receipt at the end. Errors: `conflict` while another is not at its end. */
  'identities.removeGroup': Call<{ group: string }, { removal: GroupRemoval | null }>;
  /** Goes on with an interrupted removal, or tries what failed once more. */
  'identities.resumeRemoval': Call<Record<string, never>, { removal: GroupRemoval | null }>;
  /** Ends a running one; what was deleted stays so. */
  'identities.cancelRemoval': Call<Record<string, never>, { cancelled: boolean }>;
  /** Makes up a person, or another one, for a plain address: kept here alone. Errors: `unsupported` for an identity. */
  'identities.invent': Call<{ id: string }, { address: Address }>;
  'identities.uninvent': Call<{ id: string }, { address: Address }>;
  /** Puts the receipt away. */
  'identities.dropReceipt': Call<Record<string, never>, Record<string, never>>;
}
