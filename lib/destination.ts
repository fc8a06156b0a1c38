// Where an account's mail may go to, and the domains it may make addresses at: plain nouns that travel between a service, the
// worker and screens. Leans on nothing; texts in them are the service's, shown and copied, never followed.

export interface RemoteRecipient {
  remoteId: string;
  email: string;
  /** Only such a one can be the default or be forwarded to. */
  verified: boolean;
  isDefault: boolean;
  /** Mail to it is encrypted with this key; null for none. */
  pgp: PgpKey | null;
  /** How many addresses have it foremost; null where that is not told. */
  addresses: number | null;
  createdAt: number | null;
}

export interface PgpKey {
  /** Hexadecimal. */
  fingerprint: string;
  name: string | null;
}

/** What the service found published for a domain. */
export interface DomainChecks {
  ownership: boolean;
  mx: boolean;
  spf: boolean;
  dkim: boolean;
}

export interface RemoteDomain {
  remoteId: string;
  domain: string;
  /** Only such a one can be used for addresses. */
  verified: boolean;
  checks: DomainChecks;
  createdAt: number | null;
}

/** One record to publish at the domain's own DNS. Texts of the service: shown and copied, never followed. */
export interface DnsRecord {
  purpose: keyof DomainChecks;
  type: 'TXT' | 'MX';
  /** Fully qualified, without a dot at the end. */
  host: string;
  value: string;
  /** Of an MX record; else null. */
  priority: number | null;
}

/** What was seen last of an account's recipients and domains, for screens that ask no service. */
export interface KnownDestinations {
  accountId: string;
  recipients: readonly RemoteRecipient[];
  domains: readonly RemoteDomain[];
  /** Whether the key is an organisation's and acts as a member: it may neither switch nor delete. */
  organisation: boolean;
  /** Milliseconds since the epoch. */
  seenAt: number;
}
