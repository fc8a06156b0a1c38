// Recipients and domains of anon.li as it sends them (contract §1.7), decoded into our own terms. A new recipient comes with
// fewer members than a listed one; which records a domain needs is told by the answer for one domain alone.
import * as v from 'valibot';
import type { DnsRecord, DomainChecks, PgpKey, RemoteDomain, RemoteRecipient } from '../../destination.ts';
import { emailAddress, instant, remoteId } from '../shape.ts';
import { count, dataOf } from './shapes.ts';

const line = (most: number) => v.pipe(v.string(), v.maxLength(most));
const fingerprint = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/\s/g, '')),
  v.regex(/^[0-9A-Fa-f]{8,128}$/),
);

const recipientItem = v.pipe(
  v.object({
    id: remoteId,
    email: emailAddress,
    verified: v.boolean(),
    is_default: v.boolean(),
    pgp_fingerprint: v.nullish(fingerprint),
    pgp_key_name: v.nullish(line(1000)),
    alias_count: v.nullish(count),
    created_at: v.nullish(instant),
  }),
  v.transform(
    (wire): RemoteRecipient => ({
      remoteId: wire.id,
      email: wire.email,
      verified: wire.verified,
      isDefault: wire.is_default,
      pgp: wire.pgp_fingerprint
        ? { fingerprint: wire.pgp_fingerprint, name: wire.pgp_key_name ?? null }
        : null,
      addresses: wire.alias_count ?? null,
      createdAt: wire.created_at ?? null,
    }),
  ),
);

export const recipient = dataOf(recipientItem);
export const recipients = dataOf(v.array(recipientItem));

export const pgpKey = dataOf(
  v.pipe(
    v.object({ pgp_fingerprint: fingerprint, pgp_key_name: v.nullish(line(1000)) }),
    v.transform((wire): PgpKey => ({ fingerprint: wire.pgp_fingerprint, name: wire.pgp_key_name ?? null })),
  ),
);

const hostName = v.pipe(line(253), v.regex(/^[a-z0-9.-]+\.[a-z0-9-]{2,}$/));

const flag = v.nullish(v.boolean(), false);
const checkFlags = {
  ownership_verified: flag,
  mx_verified: flag,
  spf_verified: flag,
  dkim_verified: flag,
};
interface WireChecks {
  ownership_verified: boolean;
  mx_verified: boolean;
  spf_verified: boolean;
  dkim_verified: boolean;
}
const checksOf = (wire: WireChecks): DomainChecks => ({
  ownership: wire.ownership_verified,
  mx: wire.mx_verified,
  spf: wire.spf_verified,
  dkim: wire.dkim_verified,
});

const domainFields = {
  id: remoteId,
  domain: hostName,
  verified: flag,
  ...checkFlags,
  created_at: v.nullish(instant),
};
const domainOf = (
  wire: WireChecks & {
    id: string;
    domain: string;
    verified: boolean;
    created_at?: number | null | undefined;
  },
): RemoteDomain => ({
  remoteId: wire.id,
  domain: wire.domain,
  verified: wire.verified,
  checks: checksOf(wire),
  createdAt: wire.created_at ?? null,
});
const domainItem = v.pipe(v.object(domainFields), v.transform(domainOf));

export const domain = dataOf(domainItem);
export const domains = dataOf(v.array(domainItem));

export const domainCheck = dataOf(
  v.pipe(
    v.object({ verified: v.boolean(), ...checkFlags }),
    v.transform((wire) => ({ verified: wire.verified, checks: checksOf(wire) })),
  ),
);

/** Signing keys are long: a TXT value of 2048-bit RSA has some 400 characters, 4096 bits twice that. */
const recordValue = line(4096);
const record = v.object({
  type: v.picklist(['TXT', 'MX']),
  host: line(255),
  value: recordValue,
  priority: v.nullish(count),
});
const PURPOSES = ['ownership', 'mx', 'spf', 'dkim'] as const;

export const domainWithRecords = dataOf(
  v.pipe(
    v.object({
      ...domainFields,
      dns_records: v.object({
        ownership: v.nullish(record),
        mx: v.nullish(record),
        spf: v.nullish(record),
        dkim: v.nullish(record),
      }),
    }),
    v.transform((wire) => ({
      domain: domainOf(wire),
      records: PURPOSES.flatMap((purpose): DnsRecord[] => {
        const found = wire.dns_records[purpose];
        return found ? [{ purpose, ...found, priority: found.priority ?? null }] : [];
      }),
    })),
  ),
);

export const dkimKey = dataOf(
  v.pipe(
    v.object({
      domain: hostName,
      dkim_selector: v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,63}$/)),
      dkim_record: recordValue,
    }),
    v.transform(
      ({ domain: name, dkim_selector, dkim_record }): DnsRecord => ({
        purpose: 'dkim',
        type: 'TXT',
        host: `${dkim_selector}._domainkey.${name}`,
        value: dkim_record,
        priority: null,
      }),
    ),
  ),
);
