// What our own pages may ask about the way between an address here and its service: what waits, reading lists, changing many.
// Types alone, one sentence a call; part of AppCalls in contract.ts, which only our own full pages may use.

import type { AddressQuery } from '../../address-query.ts';
import type { WireError } from '../../error.ts';
import type { SealedField } from '../../forwarding.ts';
import type { Address } from '../../model.ts';
import type { SyncState, WaitingEdit } from '../../sync-state.ts';
import type { Call } from '../call.ts';

export interface SyncCalls {
  /** How each account with a list stands; asks no service. Announced as `sync` while it changes. */
  'sync.state': Call<Record<string, never>, { accounts: SyncState[]; bulk: SyncState['running'] }>;
  /**
   * Reads the whole list and sends what waits; answers at the end. Errors: `costly` with `cost` and `remaining` where it must be
   * asked for first (then `force`), those of the service. A reading that was cancelled or failed goes on where it stopped.
   */
  'sync.pull': Call<
    { id: string; force?: boolean },
    { added: number; changed: number; removed: number; cancelled: boolean }
  >;
  /** Ends the reading of an account, or without an id the change of many; what was done stays. */
  'sync.cancel': Call<{ id?: string }, { cancelled: boolean }>;
  /** What waits of one address, and why: with what its service failed at it last, and when it is tried again. Asks no service. */
  'addresses.waiting': Call<{ id: string }, { edits: WaitingEdit[] }>;
  /** Sends what waits of an account, also what was put off. Its trouble is told by `sync.state` and `addresses.waiting`. */
  'sync.send': Call<{ id: string }, Record<string, never>>;
  /** Settles a conflict between a text typed here and another client's. Errors: `conflict` where they are not those `seen` any more. */
  'addresses.resolve': Call<
    { id: string; field: SealedField; keep: 'ours' | 'theirs'; seen: { ours: string; theirs: string } },
    { address: Address }
  >;
  /** Takes back an address made here: deleted within 60 seconds of its making, later switched off. */
  'addresses.discard': Call<{ id: string }, { discarded: boolean; address: Address | null }>;
  /** Switches or deletes those named, or all that match. Errors: `costly` as above. `changed`: for undoing a switch, also where `ended` says what ended it early. */
  'addresses.bulk': Call<
    ({ ids: string[]; query?: never } | { ids?: never; query: AddressQuery }) & {
      do: 'on' | 'off' | 'remove';
      force?: boolean;
    },
    { changed: string[]; failed: number; ended?: 'cancelled' | WireError }
  >;
}
