// What our own pages may ask about authenticator entries; the secret goes in and never comes out.
// Types alone, one sentence a call; part of AppCalls in contract.ts, which only our own full pages may use.

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
}
