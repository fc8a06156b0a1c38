// Where an account's mail may go to, and the domains it may make addresses at: the nouns and the slot. Leans on nothing; a
// provider that has the slot can do all of it.

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

/**
 * Where an account's mail may go to, and the domains it may make addresses at. Adding is a creation: on `doubtful`, list and
 * look. Removing counts `not-found` as done.
 */
export interface DestinationSlot {
  /** The default one first. */
  recipients(signal?: AbortSignal): Promise<RemoteRecipient[]>;
  domains(signal?: AbortSignal): Promise<RemoteDomain[]>;
  /** Unverified until the link mailed to it was followed. */
  addRecipient(email: string, signal?: AbortSignal): Promise<RemoteRecipient>;
  /** Mails the link once more. */
  resendVerification(remoteId: string, signal?: AbortSignal): Promise<void>;
  /** Its `addresses` are not told by the answer. */
  setDefaultRecipient(remoteId: string, signal?: AbortSignal): Promise<RemoteRecipient>;
  /** @throws AppError `rejected` while it is the default, or foremost of any address */
  removeRecipient(remoteId: string, signal?: AbortSignal): Promise<void>;
  /** @param key an armoured OpenPGP public key; a name of at most 100 characters */
  setPgpKey(remoteId: string, key: { armored: string; name?: string }, signal?: AbortSignal): Promise<PgpKey>;
  removePgpKey(remoteId: string, signal?: AbortSignal): Promise<void>;
  /** @param domain lower-case; its records come from `domainRecords` */
  addDomain(domain: string, signal?: AbortSignal): Promise<RemoteDomain>;
  /** The domain as it stands, and what to publish; a purpose may be missing. */
  domainRecords(
    remoteId: string,
    signal?: AbortSignal,
  ): Promise<{ domain: RemoteDomain; records: DnsRecord[] }>;
  /** Makes the service look up what is published. */
  verifyDomain(remoteId: string, signal?: AbortSignal): Promise<{ verified: boolean; checks: DomainChecks }>;
  /** New signing keys: the record to publish instead of the old one. Not to be repeated blindly. */
  renewDkim(remoteId: string, signal?: AbortSignal): Promise<DnsRecord>;
  /** With every address at it, for good. */
  removeDomain(remoteId: string, signal?: AbortSignal): Promise<void>;
}
