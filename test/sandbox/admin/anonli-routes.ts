// Admin routes for the sandbox's anon.li: accounts, keys, vaults and what is left of a quota, as no API key can change them.
// Each decodes its own body; a vault comes as the facts its owner's client made, so that no password is ever told here.
import * as v from 'valibot';
import { addKey, addOrg, addUser, hashOf, newId, randomOf } from '../anonli/accounts.ts';
import { leaveRequests } from '../anonli/rates.ts';
import type { UserRow, VaultRow } from '../anonli/rows.ts';
import type { World } from '../world/world.ts';
import { type AdminCall, NotThere } from './call.ts';

const Tiers = v.picklist(['free', 'plus', 'pro']);
const VaultFacts = v.object({
  auth_salt: v.string(),
  vault_salt: v.string(),
  password_wrapped_vault_key: v.string(),
  auth_secret: v.string(),
});
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
  /** Over an old one it is a change of password (one generation on, same id); null destroys it, as a reset does. */
  vault: v.optional(v.nullable(VaultFacts)),
});
const KeyWish = v.object({
  user: v.string(),
  organisation: v.optional(v.picklist(['subscribed', 'unsubscribed'])),
});
const DomainWish = v.object({
  user: v.string(),
  domain: v.string(),
  verified: v.optional(v.boolean(), true),
});

function userOf({ state }: World, id: string): UserRow {
  const user = state.anonli.users.get(id);
  if (user === undefined) throw new NotThere('no such user');
  return user;
}

function vaultOf(
  { state }: World,
  facts: v.InferOutput<typeof VaultFacts> | null,
  old: VaultRow | null,
): VaultRow | null {
  if (facts === null) return null;
  return {
    id: old?.id ?? newId(randomOf(state.anonli)),
    generation: (old?.generation ?? 0) + 1,
    authSalt: facts.auth_salt,
    vaultSalt: facts.vault_salt,
    wrappedKey: facts.password_wrapped_vault_key,
    secretHash: hashOf(facts.auth_secret),
  };
}

/** Without what proves the password. */
const userView = ({ vault, ...user }: UserRow): object => ({
  ...user,
  vault: vault && { id: vault.id, generation: vault.generation, authSalt: vault.authSalt },
});

export const anonliRoutes: Readonly<Record<string, (call: AdminCall) => object>> = {
  'GET /anonli/users': ({ world }) => ({ users: [...world.state.anonli.users.values()].map(userView) }),
  'POST /anonli/users': ({ world, body }) => {
    const { vault = null, ...wish } = v.parse(UserWish, body);
    const user = addUser(world.state, { ...wish, vault: vaultOf(world, vault, null) }, world.now());
    return { key: addKey(world.state.anonli, user.id), ...userView(user) };
  },
  'PATCH /anonli/users/:id': ({ world, body, param }) => {
    const user = userOf(world, param('id'));
    const change = v.parse(UserChange, body);
    if (change.tier !== undefined) user.tier = change.tier;
    if (change.banned !== undefined) user.banned = change.banned;
    if (change.alias_ban !== undefined) user.aliasBan = change.alias_ban;
    if (change.vault !== undefined) user.vault = vaultOf(world, change.vault, user.vault);
    if (change.requests_left !== undefined) leaveRequests(world, user.id, user.tier, change.requests_left);
    return userView(user);
  },
  'POST /anonli/keys': ({ world, body }) => {
    const { user, organisation } = v.parse(KeyWish, body);
    const { anonli } = world.state;
    const org = organisation === undefined ? null : addOrg(anonli, organisation === 'subscribed').id;
    return { key: addKey(anonli, userOf(world, user).id, org), organisation: org };
  },
  'POST /anonli/domains': ({ world, body }) => {
    const { user, domain, verified } = v.parse(DomainWish, body);
    const random = randomOf(world.state.anonli);
    const row = {
      id: newId(random),
      owner: userOf(world, user).id,
      domain,
      verified,
      token: random.hex(48),
      createdAt: world.now(),
    };
    world.state.anonli.domains.set(row.id, row);
    return row;
  },
  /** Every alias with where it forwards to, which the service's own API never tells. */
  'GET /anonli/aliases': ({ world }) => ({ aliases: [...world.state.anonli.aliases.values()] }),
};
