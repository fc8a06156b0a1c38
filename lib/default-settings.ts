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
}

export const DEFAULT_SETTINGS: Settings = {
  autoLockMinutes: 15,
  openMenuOnFocus: true,
  theme: 'system',
  blindTags: true,
};
