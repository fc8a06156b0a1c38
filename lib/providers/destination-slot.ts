// What a provider can do about where mail goes to and about own domains. Leans on the nouns of lib/destination.ts; a provider
// that has the slot can do all of it.
import type { DnsRecord, DomainChecks, PgpKey, RemoteDomain, RemoteRecipient } from '../destination.ts';

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
