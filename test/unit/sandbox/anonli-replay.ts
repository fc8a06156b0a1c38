// Asks the sandbox's anon.li what the real server was once asked, with the same accounts in place, and lays both answers side
// by side. Ids and addresses that each server made up are matched as they appear; everything else must be the same.
import { addKey, addOrg, addUser, hashOf } from '../../sandbox/anonli/accounts.ts';
import { leaveRequests } from '../../sandbox/anonli/rates.ts';
import type { Tier, VaultRow } from '../../sandbox/anonli/rows.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import vault from '../../vectors/anonli/server.json';

export interface Exchange {
  id: string;
  method: string;
  path: string;
  headers?: Record<string, string>;
  json?: unknown;
  text?: string;
  status: number;
  answer_headers: Record<string, string>;
  body: unknown;
}

export interface Seen {
  status: number;
  headers: Record<string, string>;
  /** Shape of a success, whole text of an error. */
  body: unknown;
}

const VAULT: VaultRow = {
  id: 'cvaultfree000000000000000',
  generation: 1,
  authSalt: vault.auth_salt,
  vaultSalt: vault.vault_salt,
  wrappedKey: vault.password_wrapped_vault_key,
  secretHash: hashOf(vault.auth_secret),
};

const USERS: Readonly<Record<string, { tier: Tier; vault?: false; recipient?: false }>> = {
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

/** The accounts the recordings name. @returns their keys by name */
export function seedAccounts({ world }: Sandbox): Map<string, string> {
  const { anonli } = world.state;
  const keys = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const [name, { tier, vault: hasVault = true, recipient = true }] of Object.entries(USERS)) {
    const wish = { email: `${name}@example.test`, name, tier, vault: hasVault ? VAULT : null, recipient };
    const user = addUser(world.state, wish, world.now());
    user.banned = name === 'banned';
    user.aliasBan = name === 'aliasban';
    ids.set(name, user.id);
    keys.set(name, addKey(anonli, user.id));
  }
  const expired = addKey(anonli, ids.get('free') ?? '');
  const row = anonli.keys.get(hashOf(expired));
  if (row !== undefined) row.expired = true;
  keys.set('expired', expired);
  keys.set('orgsub', addKey(anonli, ids.get('org') ?? '', addOrg(anonli, true).id));
  keys.set('orgnosub', addKey(anonli, ids.get('org') ?? '', addOrg(anonli, false).id));

  const pro = ids.get('pro') ?? '';
  for (const [id, owner, email, verified, isDefault] of [
    ['crcptpro10000000000000000', pro, 'pro@example.test', true, true],
    ['crcptpro20000000000000000', pro, 'work@example.test', true, false],
    ['crcptpro30000000000000000', pro, 'unverified@example.test', false, false],
  ] as const) {
    for (const one of anonli.recipients.values()) if (one.email === email) anonli.recipients.delete(one.id);
    anonli.recipients.set(id, { id, owner, email, verified, isDefault, createdAt: world.now() });
  }
  for (const [id, domain, verified] of [
    ['cdom100000000000000000000', 'peer.example', true],
    ['cdom200000000000000000000', 'unverified.example', false],
  ] as const)
    anonli.domains.set(id, { id, owner: pro, domain, verified, token: id, createdAt: world.now() });
  return keys;
}

/** What was done between two recorded exchanges, by the id of the one that needs it. */
export const BEFORE: Readonly<Record<string, (sandbox: Sandbox, keys: Map<string, string>) => void>> = {
  'limit.free.random.11': (sandbox, keys) => {
    const { anonli } = sandbox.world.state;
    const owner = ownerOf(sandbox, keys, 'free');
    const [sample] = [...anonli.aliases.values()];
    const count = [...anonli.aliases.values()].filter((row) => row.owner === owner && !row.custom).length;
    for (let more = count; sample !== undefined && more < 10; more += 1) {
      const id = `cfill${more}`;
      anonli.aliases.set(id, { ...sample, id, owner, custom: false, email: `${id}@anon.li` });
    }
  },
  'patch.encrypted_note': ({ world }) => {
    for (const row of world.state.anonli.aliases.values())
      if (row.email === 'amazon.shop@anon.li') row.encryptedLabel = '{}';
  },
  'recipient.delete.default': ({ world }) => {
    for (const row of world.state.anonli.recipients.values())
      if (row.id.startsWith('crcptpro')) row.isDefault = row.id === 'crcptpro20000000000000000';
  },
  'quota.last': (sandbox, keys) => leaveRequests(sandbox.world, ownerOf(sandbox, keys, 'quota'), 'free', 1),
  'ratelimit.bootstrap': ({ world }) => fill(world, 'vaultBootstrap loopback', 5),
  'ratelimit.unlock': (sandbox, keys) =>
    fill(sandbox.world, `vaultOps ${ownerOf(sandbox, keys, 'ratelimit')}`, 60),
  'ratelimit.api.alias-list': (sandbox, keys) =>
    fill(sandbox.world, `api ${ownerOf(sandbox, keys, 'ratelimit')}`, 100),
  'ratelimit.aliasCreate': (sandbox, keys) =>
    fill(sandbox.world, `aliasCreate ${ownerOf(sandbox, keys, 'ratelimit')}`, 60),
};

function fill(world: Sandbox['world'], place: string, count: number): void {
  world.bursts.set(place, { count, endsAt: world.now() + 60_000 });
}

function ownerOf({ world }: Sandbox, keys: Map<string, string>, name: string): string {
  return world.state.anonli.keys.get(hashOf(keys.get(name) ?? ''))?.userId ?? '';
}

/** @param matched ids and addresses of the recording to those of the sandbox; added to as they appear */
export async function replay(
  sandbox: Sandbox,
  keys: Map<string, string>,
  matched: Map<string, string>,
  exchange: Exchange,
): Promise<Seen> {
  const swap = (text: string): string =>
    [...matched].reduce((now, [theirs, ours]) => now.replaceAll(theirs, ours), text);
  const headers = Object.entries(exchange.headers ?? {}).map(([name, value]) => [
    name,
    value.replace(/\{\{key:(\w+)\}\}/, (_all, who: string) => keys.get(who) ?? ''),
  ]);
  const body = exchange.json === undefined ? exchange.text : JSON.stringify(exchange.json);
  const url = sandbox.json.anonli.replace(/\/api\/v1$/, '') + swap(exchange.path);
  const response = await fetch(url, {
    method: exchange.method,
    headers: Object.fromEntries(headers) as Record<string, string>,
    ...(body === undefined ? {} : { body: swap(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true && text !== '';
  const value: unknown = isJson ? JSON.parse(text) : text === '' ? '' : '<html>';
  match(matched, exchange.body, value);
  return { status: response.status, headers: Object.fromEntries(response.headers), body: value };
}

type Made = { data?: { id?: string; email?: string } };

function match(matched: Map<string, string>, theirs: unknown, ours: unknown): void {
  const [a, b] = [(theirs as Made).data, (ours as Made).data];
  if (a?.id !== undefined && b?.id !== undefined) matched.set(a.id, b.id);
}

/** Types all the way down, one item of a list for all of them: `{data: [{id: 'string', …}]}`. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shapeOf(one)]));
}
