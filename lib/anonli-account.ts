// An account of anon.li and what opening its vault leaves: nouns alone, sealed at rest, never sent to a page. Leans on nothing;
// one of the accounts of lib/model.ts.

export interface AnonliAccount {
  id: string;
  kind: 'anonli';
  name: string;
  createdAt: number;
  /** Base URL up to and including `/v1`, no trailing slash. */
  baseUrl: string;
  apiKey: string;
  /** What its vault's password opened; null until the user gives it, and after the vault was found changed. */
  vault: AnonliVault | null;
}

/** An opened vault of anon.li. The password itself, and the secret it proves itself with, are kept nowhere. */
export interface AnonliVault {
  /** 32 bytes, base64: opens and seals labels and notes. */
  key: string;
  vaultId: string;
  generation: number;
  /** Whom and what to compare, to find that the vault was changed behind our back. */
  email: string;
  authSalt: string;
}
