// What a service's plan allows an account, and how much of it is used: plain nouns for providers, the worker and screens.
// Leans on nothing.

export interface Allowance {
  used: number;
  /** Null for no limit. */
  limit: number | null;
}

export interface Quota {
  /** Whose account this is: if it is suddenly another's, the vault key kept for it is to be forgotten. */
  holder: { id: string; email: string };
  /** In the provider's own term. */
  plan: string;
  allowances: Readonly<Record<'random' | 'custom' | 'recipients' | 'domains', Allowance>>;
  /** Requests in 30 days; null for no limit. */
  requests: number | null;
  hasVault: boolean;
}
