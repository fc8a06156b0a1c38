// The user's settings, and what they are until somebody changes one. Leans on nothing; settings.ts reads and keeps them.

/** User settings that name no site and hold no secret: the only thing in `storage.local`. */
export interface Settings {
  /** Minutes of rest until the vault locks; 0 means when the browser closes only. */
  autoLockMinutes: number;
  /** Open the menu when an eligible field takes focus; otherwise only the button shows. */
  openMenuOnFocus: boolean;
  theme: 'system' | 'light' | 'dark';
  /** Whether the locked extension may say how many addresses are used here (blind tags). */
  blindTags: boolean;
  /** Whether verification pages get a word of ours before the person continues. */
  showBefore: boolean;
  /** Whether every check one is asked for is kept in the user's own list, as soon as it was read while the vault is open. */
  keepAsked: boolean;
  /** Days after its end that a check stays in the ledger; 0: until it is taken out by hand. */
  checkDays: 0 | 30 | 90 | 365;
  /** Whether the end of a check is told by a notification, where the browser allows those. */
  notifyChecks: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  autoLockMinutes: 15,
  openMenuOnFocus: true,
  theme: 'system',
  blindTags: true,
  showBefore: true,
  keepAsked: false,
  checkDays: 365,
  notifyChecks: false,
};
