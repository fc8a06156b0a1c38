// Admin routes for the accounts of the sandbox's anon.li: users, keys, vaults, domains and what is left of a quota, as no API
// key can change them. A vault comes as a password, or as the facts its owner's client made of one.
import * as v from 'valibot';
import { addKey, addOrg, addUser, hashOf, newId, randomOf } from '../anonli/accounts.ts';
import { CHECKED, newDomain, UNCHECKED } from '../anonli/domain-rows.ts';
import { leaveRequests } from '../anonli/rates.ts';
import type { DomainRow, RecipientRow, UserRow, VaultRow } from '../anonli/rows.ts';
import { sealVault } from '../anonli/second-client.ts';
import type { World } from '../world/world.ts';
import { anonliAliasRoutes, userOf } from './anonli-aliases.ts';
import { type AdminCall, NotThere } from './call.ts';

const Tiers = v.picklist(['free', 'plus', 'pro']);
const VaultFacts = v.union([
  v.object({ password: v.pipe(v.string(), v.minLength(1)) }),
  v.object({
    auth_salt: v.string(),
    vault_salt: v.string(),
    password_wrapped_vault_key: v.string(),
    auth_secret: v.string(),
  }),
]);
const UserWish = v.object({
  email: v.pipe(v.string(), v.email()),
  name: v.optional(v.nullable(v.string())),
  tier: v.optional(Tiers),
  vault: v.optional(v.nullable(VaultFacts)),
  recipient: v.optional(v.boolean()),
});
const UserChange = v.object({
  tier: v.optional(Tiers),
  banned: v.optional(v.boolean()),
  alias_ban: v.optional(v.boolean()),
  requests_left: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Over an old one it is a change of password (one generation on, same id and key); null destroys it, as a reset does. */
  vault: v.optional(v.nullable(VaultFacts)),
});
const KeyWish = v.object({
  user: v.string(),
  organisation: v.optional(v.picklist(['subscribed', 'unsubscribed', 'suspended'])),
});
const KeyChange = v.object({ key: v.string(), expired: v.boolean() });
const DomainWish = v.object({
  user: v.string(),
  domain: v.string(),
  verified: v.optional(v.boolean(), true),
  catch_all: v.optional(v.boolean(), false),
});
const checks = v.partial(
  v.object({ ownership: v.boolean(), mx: v.boolean(), spf: v.boolean(), dkim: v.boolean() }),
);
const DomainChange = v.object({ published: v.optional(checks), catch_all: v.optional(v.boolean()) });
const RecipientChange = v.object({ verified: v.boolean() });

async function vaultOf(
  { state }: World,
  facts: v.InferOutput<typeof VaultFacts> | null,
  old: VaultRow | null,
): Promise<VaultRow | null> {
  if (facts === null) return null;
  const made =
    'password' in facts
      ? await sealVault(facts.password, old?.key ?? undefined)
      : {
          authSalt: facts.auth_salt,
          vaultSalt: facts.vault_salt,
          wrappedKey: facts.password_wrapped_vault_key,
          secretHash: hashOf(facts.auth_secret),
          // A change of password wraps the same key anew.
          key: old?.key ?? null,
        };
  const id = old?.id ?? newId(randomOf(state.anonli));
  return { id, generation: (old?.generation ?? 0) + 1, ...made };
}

/** Without what proves the password. */
const userView = ({ vault, ...user }: UserRow): object => ({
  ...user,
  vault: vault && { id: vault.id, generation: vault.generation, authSalt: vault.authSalt },
});

const rowOf = <Row>(rows: Map<string, Row>, id: string, what: string): Row => {
  const row = rows.get(id);
  if (row === undefined) throw new NotThere(`no such ${what}`);
  return row;
};

export const anonliRoutes: Readonly<Record<string, (call: AdminCall) => object>> = {
  'GET /anonli/users': ({ world }) => ({ users: [...world.state.anonli.users.values()].map(userView) }),
  'POST /anonli/users': async ({ world, body }) => {
    const { vault = null, ...wish } = v.parse(UserWish, body);
    const user = addUser(world.state, { ...wish, vault: await vaultOf(world, vault, null) }, world.now());
    return { key: addKey(world.state.anonli, user.id), ...userView(user) };
  },
  'PATCH /anonli/users/:id': async ({ world, body, param }) => {
    const user = userOf(world, param('id'));
    const change = v.parse(UserChange, body);
    if (change.tier !== undefined) user.tier = change.tier;
    if (change.banned !== undefined) user.banned = change.banned;
    if (change.alias_ban !== undefined) user.aliasBan = change.alias_ban;
    if (change.vault !== undefined) user.vault = await vaultOf(world, change.vault, user.vault);
    if (change.requests_left !== undefined) leaveRequests(world, user.id, user.tier, change.requests_left);
    return userView(user);
  },
  'POST /anonli/keys': ({ world, body }) => {
    const { user, organisation } = v.parse(KeyWish, body);
    const { anonli } = world.state;
    const org = organisation === undefined ? null : addOrg(anonli, organisation !== 'unsubscribed');
    if (org !== null) org.suspended = organisation === 'suspended';
    return { key: addKey(anonli, userOf(world, user).id, org?.id ?? null), organisation: org?.id ?? null };
  },
  'PATCH /anonli/keys': ({ world, body }) => {
    const { key, expired } = v.parse(KeyChange, body);
    rowOf(world.state.anonli.keys, hashOf(key), 'key').expired = expired;
    return { expired };
  },
  'GET /anonli/domains': ({ world }) => ({ domains: [...world.state.anonli.domains.values()] }),
  'POST /anonli/domains': ({ world, body }) => {
    const { user, domain, verified, catch_all } = v.parse(DomainWish, body);
    const random = randomOf(world.state.anonli);
    const owner = userOf(world, user).id;
    const found = { ...(verified ? CHECKED : UNCHECKED), dkim: false };
    const row: DomainRow = {
      ...newDomain(newId(random), owner, domain, random.hex(48), world.now()),
      checks: { ...found },
      published: { ...found },
      catchAll: catch_all,
    };
    world.state.anonli.domains.set(row.id, row);
    return row;
  },
  'PATCH /anonli/domains/:id': ({ world, body, param }) => {
    const row = rowOf(world.state.anonli.domains, param('id'), 'domain');
    const { published, catch_all } = v.parse(DomainChange, body);
    for (const [name, value] of Object.entries(published ?? {}))
      if (value !== undefined) row.published[name as keyof DomainRow['published']] = value;
    if (catch_all !== undefined) row.catchAll = catch_all;
    return row;
  },
  'GET /anonli/recipients': ({ world }) => ({ recipients: [...world.state.anonli.recipients.values()] }),
  'PATCH /anonli/recipients/:id': ({ world, body, param }): RecipientRow => {
    const row = rowOf(world.state.anonli.recipients, param('id'), 'recipient');
    row.verified = v.parse(RecipientChange, body).verified;
    return row;
  },
  ...anonliAliasRoutes,
};
