// What anon.li sends of aliases, account and vault, decoded into our own terms (contract §1.2, §1.6, §1.8). `meta` may be
// missing, lists may or may not be paged, fields may be added: only what is used is required, and ids are opaque.
import * as v from 'valibot';
import type { Quota } from '../../quota.ts';
import type { RemoteAddress } from '../provider.ts';
import { emailAddress, instant, remoteId } from '../shape.ts';
import type { Bootstrap, LockedVault } from './vault.ts';

const envelopeText = v.nullish(v.string(), null);

/** Names the scheme of the envelopes, not a revision of them (§2.7). */
const METADATA_VERSION = 1;

const aliasItem = v.pipe(
  v.object({
    id: remoteId,
    email: emailAddress,
    active: v.boolean(),
    encrypted_label: envelopeText,
    encrypted_note: envelopeText,
    created_at: instant,
    updated_at: v.nullish(instant),
    metadata_version: v.nullish(v.number(), METADATA_VERSION),
  }),
  v.transform(
    (wire): RemoteAddress => ({
      remoteId: wire.id,
      email: wire.email,
      kind: 'alias',
      active: wire.active,
      persona: null,
      createdAt: wire.created_at,
      updatedAt: wire.updated_at ?? null,
      sealed: {
        label: wire.encrypted_label,
        note: wire.encrypted_note,
        ...(wire.metadata_version === METADATA_VERSION ? {} : { unknown: true }),
      },
    }),
  ),
);

export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Paging facts stand in `meta`, or beside `data`, or nowhere. */
const paging = { total: v.nullish(count), has_more: v.nullish(v.boolean()) };

/** `{data}`, with or without `meta`. The cast says what v.object has checked: to the compiler any member may be missing. */
export function dataOf<Out>(data: v.GenericSchema<unknown, Out>): v.GenericSchema<unknown, Out> {
  return v.pipe(
    v.object({ data }),
    v.transform((wire) => wire.data as Out),
  );
}

export const alias = dataOf(aliasItem);

/** `more` is null where the server does not say. */
export const aliasPage = v.pipe(
  v.object({ data: v.array(aliasItem), meta: v.nullish(v.object(paging)), ...paging }),
  v.transform(({ data: items, meta, total, has_more }) => ({
    items,
    more: meta?.has_more ?? has_more ?? null,
    total: meta?.total ?? total ?? null,
  })),
);

/** −1 is without limit. */
const limit = v.pipe(
  v.number(),
  v.integer(),
  v.transform((value) => (value < 0 ? null : value)),
);
const allowance = v.object({ used: count, limit });

export const me = dataOf(
  v.pipe(
    v.object({
      id: remoteId,
      email: emailAddress,
      tier: v.string(),
      aliases: v.object({ random: allowance, custom: allowance }),
      domains: allowance,
      recipients: allowance,
      limits: v.object({ api_requests: limit }),
      vault_configured: v.boolean(),
    }),
    v.transform((wire) => ({
      email: wire.email,
      quota: {
        holder: { id: wire.id, email: wire.email },
        plan: wire.tier,
        allowances: { ...wire.aliases, recipients: wire.recipients, domains: wire.domains },
        requests: wire.limits.api_requests,
        hasVault: wire.vault_configured,
      } satisfies Quota,
    })),
  ),
);

export const bootstrap = dataOf<Bootstrap>(v.object({ authSalt: v.string(), kdfVersion: v.number() }));

export const lockedVault = dataOf(
  v.pipe(
    v.object({
      vault_id: v.string(),
      vault_generation: v.pipe(v.number(), v.integer(), v.minValue(1)),
      vault_salt: v.string(),
      password_wrapped_vault_key: v.string(),
      kdf_version: v.number(),
    }),
    v.transform(
      (wire): LockedVault => ({
        vaultId: wire.vault_id,
        generation: wire.vault_generation,
        vaultSalt: wire.vault_salt,
        wrappedKey: wire.password_wrapped_vault_key,
        kdfVersion: wire.kdf_version,
      }),
    ),
  ),
);
