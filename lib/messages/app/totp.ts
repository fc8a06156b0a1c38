// What our own pages may ask about authenticator entries; the secret goes in and never comes out.
// Types alone, one sentence a call; part of AppCalls in contract.ts, which only our own full pages may use.

import type { WireError } from '../../error.ts';
import type { HeldCode, HeldTotpView } from '../../held-totp.ts';
import type { TotpView } from '../../model.ts';
import type { TotpDraft, TotpEdit } from '../../requests.ts';
import type { Call } from '../call.ts';

export interface TotpCalls {
  'totp.list': Call<Record<string, never>, { totps: TotpView[] }>;
  /** Reads an `otpauth://` link without saving. Errors: `bad-otpauth` with `field`. */
  'totp.read': Call<{ link: string }, TotpDraft>;
  'totp.add': Call<TotpDraft, { totp: TotpView }>;
  'totp.remove': Call<{ id: string }, Record<string, never>>;
  'totp.update': Call<TotpEdit, { totp: TotpView }>;
  /** Looks for a QR code in what the current tab shows (activeTab). Errors: `no-qr`, `bad-otpauth`, `no-access`. */
  'totp.scan': Call<Record<string, never>, TotpDraft>;

  /** Entries that services hold, from what is kept here. */
  'totp.held': Call<Record<string, never>, { held: HeldTotpView[] }>;
  /** Fetches them; `trouble` is the first that came up. */
  'totp.pullHeld': Call<Record<string, never>, { held: HeldTotpView[]; trouble: WireError | null }>;
  /** Asks the service for a code of one; right for three seconds at least. */
  'totp.heldCode': Call<{ id: string }, HeldCode>;
  /** Gives the secret of a vault's entry to the service of an identity, which can read it. Errors: `doubtful`, the service's. */
  'totp.register': Call<{ id: string; addressId: string }, { held: HeldTotpView }>;
  /** Where it is offered; the service is not told. Errors: `rejected`, field `site`. */
  'totp.placeHeld': Call<{ id: string; site: string | null }, Record<string, never>>;
  /** Removes it at the service, for good. */
  'totp.removeHeld': Call<{ id: string }, Record<string, never>>;
}
