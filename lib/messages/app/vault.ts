// What our own pages may ask of the vault itself, the settings, where we stand with the browser, and what is being typed.
// Types alone, one sentence a call; part of AppCalls in contract.ts, which only our own full pages may use.

import type { Settings } from '../../default-settings.ts';
import type { VaultStatus } from '../../model.ts';
import type { Call } from '../call.ts';
import type { BrowserState } from '../views.ts';

export interface VaultCalls {
  'vault.status': Call<Record<string, never>, VaultStatus>;
  /** Creates the vault and leaves it unlocked. Errors: `vault-exists`, `weak-passphrase`. */
  'vault.create': Call<{ passphrase: string }, VaultStatus>;
  /** Errors: `wrong-passphrase`, `no-vault`, `corrupt`. */
  'vault.unlock': Call<{ passphrase: string }, VaultStatus>;
  'vault.lock': Call<Record<string, never>, VaultStatus>;
  /** Erases every record and key on this device. */
  'vault.erase': Call<Record<string, never>, VaultStatus>;
  /** New passphrase over the same vault key; `rekey` also makes a new vault key and re-encrypts every record. */
  'vault.passphrase': Call<{ current: string; next: string; rekey: boolean }, VaultStatus>;

  'settings.get': Call<Record<string, never>, Settings>;
  'settings.set': Call<Partial<Settings>, Settings>;

  /** Where we stand with the browser: site access, shortcuts, versions. */
  'browser.state': Call<Record<string, never>, BrowserState>;

  /** After the page's own permission request was answered: registers scripts and wakes open tabs. */
  'access.changed': Call<Record<string, never>, BrowserState>;

  /** Sealed drafts of what is being typed, by place; survive the popup's closing. Null clears. While locked: `locked`. */
  'draft.get': Call<{ place: string }, { value: string | null }>;
  'draft.set': Call<{ place: string; value: string | null }, Record<string, never>>;
}
