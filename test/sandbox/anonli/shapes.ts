// Rows of anon.li as the wire shows them: snake_case, ISO times with milliseconds, exactly the members of contract §1.6–1.8.
// Pure; the only place where those member names are written.
import { DKIM_SELECTOR, dkimRecord, isVerified } from './domain-rows.ts';
import { ALLOWANCES, countAliases } from './plans.ts';
import type { AliasRow, AnonliState, DomainRow, RecipientRow, UserRow, VaultRow } from './rows.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

export const aliasShape = (row: AliasRow) => ({
  id: row.id,
  email: row.email,
  active: row.active,
  description: null,
  label: null,
  note: null,
  encrypted_label: row.encryptedLabel,
  encrypted_note: row.encryptedNote,
  metadata_version: 1,
  created_at: iso(row.createdAt),
  updated_at: iso(row.updatedAt),
});

export const newRecipientShape = (row: RecipientRow) => ({
  id: row.id,
  email: row.email,
  verified: row.verified,
  is_default: row.isDefault,
  created_at: iso(row.createdAt),
});

/** `count`: aliases it is the primary of. */
export const recipientShape = (row: RecipientRow, count: number) => ({
  id: row.id,
  email: row.email,
  verified: row.verified,
  is_default: row.isDefault,
  pgp_fingerprint: row.pgp?.fingerprint ?? null,
  pgp_key_name: row.pgp?.name ?? null,
  alias_count: count,
  created_at: iso(row.createdAt),
});

export const domainShape = (row: DomainRow) => ({
  id: row.id,
  domain: row.domain,
  verified: isVerified(row),
  ownership_verified: row.checks.ownership,
  mx_verified: row.checks.mx,
  spf_verified: row.checks.spf,
  dkim_verified: row.checks.dkim,
  verification_token: row.token,
  dkim_public_key: row.dkimKey,
  dkim_selector: DKIM_SELECTOR,
  created_at: iso(row.createdAt),
});

/** One domain alone: with the records to publish. */
export const domainWithRecords = (row: DomainRow) => ({
  ...domainShape(row),
  dns_records: {
    ownership: { type: 'TXT', host: row.domain, value: `anon.li=${row.token}` },
    mx: { type: 'MX', host: row.domain, value: 'mx.anon.li', priority: 10 },
    spf: { type: 'TXT', host: row.domain, value: 'v=spf1 include:anon.li ~all' },
    dkim:
      row.dkimKey === null
        ? null
        : { type: 'TXT', host: `${DKIM_SELECTOR}._domainkey.${row.domain}`, value: dkimRecord(row.dkimKey) },
  },
});

export const lockedVaultShape = (vault: VaultRow) => ({
  vault_id: vault.id,
  vault_generation: vault.generation,
  vault_salt: vault.vaultSalt,
  password_wrapped_vault_key: vault.wrappedKey,
  kdf_version: 1,
});

const held = <Row extends { owner: string }>(rows: Map<string, Row>, owner: string): number =>
  [...rows.values()].filter((row) => row.owner === owner).length;

export function meShape(state: AnonliState, user: UserRow) {
  const allowance = ALLOWANCES[user.tier];
  const paid = user.tier !== 'free';
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    tier: user.tier,
    product: allowance.product,
    created_at: iso(user.createdAt),
    aliases: {
      random: { used: countAliases(state, user.id, false), limit: allowance.random },
      custom: { used: countAliases(state, user.id, true), limit: allowance.custom },
    },
    domains: { used: held(state.domains, user.id), limit: allowance.domains },
    recipients: { used: held(state.recipients, user.id), limit: allowance.recipients },
    drops: { count: 0 },
    storage: { used: '0', limit: allowance.storage },
    limits: {
      max_file_size: Number(allowance.storage),
      max_expiry_days: allowance.expiryDays,
      api_requests: allowance.requests,
    },
    features: {
      customKey: paid,
      downloadLimits: true,
      noBranding: user.tier === 'pro',
      downloadNotifications: user.tier === 'pro',
      filePreview: true,
      recipientControls: paid,
      accessLogs: user.tier === 'pro',
    },
    vault_configured: user.vault !== null,
  };
}
