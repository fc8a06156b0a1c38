// What our "before you continue" panel may ask, and what the script that shows it beside a verification page may be told. Types alone;
// a ticket proves which document a panel stands in. No call takes an address: the background reads that from the tab itself.
import type { Kept, Reading } from '../asked.ts';
import type { SeenLink } from '../check.ts';
import type { Settings } from '../default-settings.ts';
import type { VaultStatus } from '../model.ts';
import type { Call } from './call.ts';

/** From the panel's frame, after its one-time ticket proved which tab and document it stands in. */
export interface PanelCalls {
  /** Spends the ticket; answers what the page's address names. */
  'panel.open': Call<{ ticket: string; ancestors: string[] }, PanelView>;
  /** The same again: after the vault was opened, a server of the user's own is no stranger any more. */
  'panel.view': Call<Record<string, never>, PanelView>;
  /** Reads what is asked, by the check's id alone. Errors: those of the reader, `forbidden` for a stranger's host. */
  'panel.read': Call<Record<string, never>, { reading: Reading; privacyUrl: string }>;
  /**
   * A trusted press: keeps the check in the user's own list; `token` the secret part of the link too, for withdrawing later. Errors:
   * `locked`, `no-vault`, `not-found` (its link has no such part), those of the reader.
   */
  'panel.keep': Call<{ token: boolean }, { kept: Kept }>;
  /** A trusted press on one of the panel's ways out: to unlock, or the same in a tab of ours. */
  'panel.escalate': Call<{ to: 'unlock' | 'tab' }, Record<string, never>>;
  /** How tall the panel wants to be, or that it wants to close. */
  'panel.frame': Call<{ height: number } | { close: true }, Record<string, never>>;
}

export interface PanelView {
  link: SeenLink;
  state: VaultStatus['state'];
  kept: Kept;
  theme: Settings['theme'];
}

/** To the script that shows the panel, in exactly one document. */
export interface PanelTabCalls {
  'panel.place': Call<{ height: number } | { close: true }, Record<string, never>>;
}
