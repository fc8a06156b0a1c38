// The accounts that the recordings of anon.li name, made in a sandbox's world: users by plan, keys of organisations, one key
// that has expired. Leans on the sandbox's rows; what an exchange needs besides is before.ts's.
import { addKey, addOrg, addUser, hashOf } from '../sandbox/anonli/accounts.ts';
import type { AnonliKeyRow, Tier, UserRow, VaultRow } from '../sandbox/anonli/rows.ts';
import type { World } from '../sandbox/world/world.ts';
import vault from '../vectors/anonli/server.json' with { type: 'json' };

/** The vault of the recordings, by the server's own crypto. */
export const RECORDED_VAULT: Readonly<VaultRow> = {
  id: 'cvaultfree000000000000000',
  generation: 1,
  authSalt: vault.auth_salt,
  vaultSalt: vault.vault_salt,
  wrappedKey: vault.password_wrapped_vault_key,
  secretHash: hashOf(vault.auth_secret),
  key: null,
};

interface Wish {
  tier: Tier;
  vault?: false;
  recipient?: false;
}

const USERS: Readonly<Record<string, Wish>> = {
  free: { tier: 'free' },
  plus: { tier: 'plus' },
  pro: { tier: 'pro' },
  bare: { tier: 'free', vault: false, recipient: false },
  banned: { tier: 'free' },
  aliasban: { tier: 'free' },
  quota: { tier: 'free' },
  ratelimit: { tier: 'pro' },
  org: { tier: 'pro' },
};

export interface Account {
  key: string;
  row: AnonliKeyRow;
  user: UserRow;
  /** Whose rows the key sees. */
  owner: string;
}

/** @returns accounts by the name that stands in `{{key:NAME}}` */
export function seedAccounts({ state, now }: World): Map<string, Account> {
  const { anonli } = state;
  const accounts = new Map<string, Account>();
  const add = (name: string, user: UserRow, org: string | null = null): AnonliKeyRow => {
    const key = addKey(anonli, user.id, org);
    const row = anonli.keys.get(hashOf(key));
    if (row === undefined) throw new Error(`no key for ${name}`);
    accounts.set(name, { key, row, user, owner: org ?? user.id });
    return row;
  };
  for (const [name, { tier, vault: hasVault = true, recipient = true }] of Object.entries(USERS)) {
    const email = `${name}@example.test`;
    const own = hasVault ? { ...RECORDED_VAULT } : null;
    const user = addUser(state, { email, name, tier, vault: own, recipient }, now());
    user.banned = name === 'banned';
    user.aliasBan = name === 'aliasban';
    add(name, user);
    if (name === 'free') add('expired', user).expired = true;
    if (name === 'org') {
      add('orgsub', user, addOrg(anonli, true).id);
      add('orgnosub', user, addOrg(anonli, false).id);
    }
  }
  return accounts;
}
