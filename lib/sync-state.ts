// How an account stands with its service, as a screen may know it. A noun alone; times are milliseconds since the epoch.
import type { PendingEdit, Trouble } from './forwarding.ts';
import type { RateReading } from './rate-reading.ts';

/** A change that waits to be told to a service. */
export interface WaitingEdit {
  edit: PendingEdit;
  /** What went wrong at the last try; null where there was none. */
  failure: Trouble | null;
  /** Not tried by itself before. */
  notBefore: number;
}

export interface SyncState {
  accountId: string;
  /** Addresses with edits that the service was not told yet, though nothing else than that is missing. */
  pending: number;
  /** Addresses whose label or note cannot be told before the service's own vault is open here. */
  waitsForVault: number;
  /** Addresses with a text that goes nowhere before the person decides: two versions, or one there that cannot be read. */
  undecided: number;
  /** The key is an organisation's: no vault ever opens for it. */
  organisation: boolean;
  /** When the newest page was last read; null for never. */
  lastPullAt: number | null;
  /** When the whole list was last read. */
  lastWholeAt: number | null;
  /** A reading under way, in addresses; `total` null while nobody said. */
  running: { done: number; total: number | null } | null;
  /** One that stopped before its end: the next goes on from there. */
  unfinished: { done: number; total: number | null } | null;
  /** What went wrong last, until something goes well; `vault-changed` until the vault is open again. */
  trouble: Trouble | null;
  /** What is left of the service's quota of requests; null where it says nothing. */
  rate: RateReading | null;
  /** Requests that reading the whole list would take. */
  cost: number;
  /** Whether that is more than a tenth of what is left: ask the person, then pull with `force`. */
  asks: boolean;
  /** Null where the service has no vault of labels. */
  vaultOpen: boolean | null;
}
