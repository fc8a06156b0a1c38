// What every part of identity checks in the options page is told. Types alone; leans on the model.
import type { AccountView } from '../../lib/model.ts';

/** `scopes`: what the account's key may do; null while that is being found out, or could not be. */
export interface CheckPartProps {
  account: AccountView;
  scopes: Readonly<Record<string, boolean>> | null;
}
