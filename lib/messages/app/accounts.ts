// What our own pages may ask about connected accounts; none of the answers holds a key.
// Types alone, one sentence a call; part of AppCalls in contract.ts, which only our own full pages may use.

import type { AccountView } from '../../model.ts';
import type { AccountDraft } from '../../requests.ts';
import type { Call } from '../call.ts';

export interface AccountCalls {
  'accounts.list': Call<Record<string, never>, { accounts: AccountView[] }>;
  /** Tries a key without saving anything. */
  'accounts.test': Call<AccountDraft, { scopes: Record<string, boolean>; count: number | null }>;
  'accounts.connect': Call<AccountDraft, { account: AccountView }>;
  /** What a connected account's key may do, as far as harmless requests tell. */
  'accounts.probe': Call<{ id: string }, { scopes: Record<string, boolean>; count: number | null }>;
  /** Another key of the same account, tried before it is kept. Errors: `conflict` for one of another account. */
  'accounts.changeKey': Call<{ id: string; apiKey: string }, { account: AccountView }>;
  /** Opens the vault of labels that the service keeps for an account. Errors: `wrong-passphrase`, `not-found`, `no-account`. */
  'accounts.openVault': Call<{ id: string; password: string }, { account: AccountView }>;
  'accounts.remove': Call<{ id: string }, Record<string, never>>;
  'accounts.rename': Call<{ id: string; name: string }, { account: AccountView }>;
  /** Pulls every address of every account (or one). */
  'accounts.pull': Call<{ id?: string }, { added: number; changed: number; removed: number }>;
}
