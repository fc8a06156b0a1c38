// An account of AliasKit: nouns alone, sealed at rest, never sent to a page. Leans on nothing; one of the accounts of lib/model.ts.

export interface AliaskitAccount {
  id: string;
  kind: 'aliaskit';
  name: string;
  createdAt: number;
  /** Base URL up to and including `/v1`, no trailing slash. */
  baseUrl: string;
  apiKey: string;
  /** `ak_ck_…`: kept for the user's cards; never sent anywhere. */
  cardKey: string | null;
}
