// What our own pages may ask about identity checks. Types alone; part of AppCalls in contract.ts, which only our own full pages may
// use. A link goes out to be handed on; no cancel token does.
import type { Check } from '../../check.ts';
import type { OwnTemplate } from '../../check-template.ts';
import type { WireError } from '../../error.ts';
import type { InsertOutcome } from '../../insert-outcome.ts';
import type { LedgerView, NewCheck, TwinEnd } from '../../ledger.ts';
import type { Call } from '../call.ts';

export interface CheckCalls {
  /** The ledger, newest first. */
  'checks.list': Call<Record<string, never>, { checks: LedgerView[] }>;
  /** Asks for a check, once. Errors: `rejected`, `doubtful` (the intent stays in the ledger), those of the service. */
  'checks.ask': Call<NewCheck, { check: LedgerView }>;
  /** How one stands now; somebody looks at it. */
  'checks.look': Call<{ id: string }, { check: LedgerView }>;
  /** Finds checks made elsewhere, and how all stand. */
  'checks.pull': Call<Record<string, never>, { added: number; trouble: WireError | null }>;
  'checks.cancel': Call<{ id: string }, { check: LedgerView }>;
  /** Out of this ledger; nothing changes at the service. */
  'checks.forget': Call<{ id: string }, Record<string, never>>;
  /**
   * Its link into the field somebody writes in, in the tab in front. Errors: `no-field`, `no-access`, `not-found` (no link, or it ended).
   */
  'checks.insert': Call<{ id: string }, { outcome: InsertOutcome }>;
  /** Templates of the user's own, by name. */
  'checks.templates': Call<Record<string, never>, { templates: OwnTemplate[] }>;
  /** Another of the same name gives way. Errors: `rejected`, field `name`. */
  'checks.saveTemplate': Call<
    Pick<OwnTemplate, 'name' | 'claims' | 'redirectUrl'>,
    { template: OwnTemplate }
  >;
  'checks.forgetTemplate': Call<{ id: string }, Record<string, never>>;
  /** For one whose answer was lost: which of the service's may be meant. */
  'checks.lost': Call<{ id: string }, { candidates: Check[] }>;
  /** Says of a check that may be a second one of this wish what shall become of it. One that somebody has opened is left alone. */
  'checks.settleTwin': Call<{ id: string; remoteId: string; wish: 'end' | 'leave' }, { outcome: TwinEnd }>;
  'checks.adopt': Call<{ id: string; remoteId: string }, { check: LedgerView }>;
}
