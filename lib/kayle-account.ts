// An account of Kayle ID: nouns alone, sealed at rest, never sent to a page. Leans on nothing; one of the accounts of lib/model.ts.

export interface KayleAccount {
  id: string;
  kind: 'kayle';
  name: string;
  createdAt: number;
  /** Where `/v1` begins, without it: `https://api.kayle.id`, or a self-hosted API. No trailing slash. */
  baseUrl: string;
  apiKey: string;
}
