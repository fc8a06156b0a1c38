// What anon.li as a provider does with aliases, vault and account, for whoever wants to try something on all of it: what it
// does, to what, and how to see in the sandbox what has become of it. Leans on rows that `furnish` puts in place.
import type { ErrorCode } from '../../../lib/error.ts';
import type { Provider } from '../../../lib/providers/provider.ts';
import { newDomain, UNCHECKED } from '../../sandbox/anonli/domain-rows.ts';
import { HOUSE_PASSWORD } from '../../sandbox/anonli/house-vault.ts';
import type { AnonliState } from '../../sandbox/anonli/rows.ts';
import { seedAliases } from '../../sandbox/anonli/seed.ts';
import type { World } from '../../sandbox/world/world.ts';
import { aliasesOf } from './anonli-account.ts';

/** What the operations work on, by name. */
export interface Things {
  alias: string;
  /** Verified; not the default. */
  work: string;
  /** Not verified. */
  fresh: string;
  domain: string;
}

export interface Operation {
  name: string;
  /** `create` makes something new with every request that reaches the server. */
  effect: 'read' | 'change' | 'create';
  method: string;
  /** Below `/api`, of the request that is spoiled. */
  path: string;
  run(provider: Required<Provider>, things: Things): Promise<unknown>;
  /** What there is of the kind it makes or changes, to compare. */
  look(state: AnonliState, things: Things): unknown;
  /** Its answer is not read beyond being JSON. */
  takesAnyReply?: true;
  /** After a doubt it looks, and finds what was made after all. */
  settles?: true;
  /** Errors that mean something else to it; `works`: it goes on another way. */
  readsAs?: Partial<Record<ErrorCode, ErrorCode | 'works'>>;
  /** Takes seconds: not done once more afterwards. */
  costly?: true;
}

/** One alias, two more recipients and a domain for the account, beside what it has. */
export function furnish({ state: { anonli }, now }: World): Things {
  const [user] = [...anonli.users.values()];
  if (user === undefined) throw new Error('no account');
  const wish = { count: 1, offEvery: 0, noteEvery: 1, labels: true, now: now() };
  const [alias] = seedAliases(anonli, user, wish);
  const recipient = (id: string, verified: boolean): string => {
    const row = { id, owner: user.id, email: `${id}@mail.example`, verified, isDefault: false };
    anonli.recipients.set(id, { ...row, pgp: null, token: null, createdAt: now() });
    return id;
  };
  const domain = {
    ...newDomain('cdomain1', user.id, 'own.example', 'token', now()),
    checks: { ...UNCHECKED },
  };
  anonli.domains.set(domain.id, domain);
  const [work, fresh] = [recipient('crcptwork', true), recipient('crcptfresh', false)];
  return { alias: alias?.id ?? '', work, fresh, domain: domain.id };
}

const nothing = (): null => null;

export const ACCOUNT_OPERATIONS: readonly Operation[] = [
  {
    name: 'make an alias',
    effect: 'create',
    method: 'POST',
    path: '/v1/alias',
    run: ({ aliases }) => aliases.create({ site: null }),
    look: ({ aliases }) => aliases.size,
  },
  {
    name: 'make a chosen alias',
    effect: 'create',
    method: 'POST',
    path: '/v1/alias',
    run: ({ aliases }, { work }) =>
      aliases.create({ site: null, localPart: 'my.shop', recipientIds: [work] }),
    look: ({ aliases }) => aliases.size,
  },
  {
    name: 'list aliases',
    effect: 'read',
    method: 'GET',
    path: '/v1/alias',
    run: (provider) => aliasesOf(provider).list(0),
    look: nothing,
  },
  {
    name: 'read an alias',
    effect: 'read',
    method: 'GET',
    path: '/v1/alias/*',
    run: (provider, { alias }) => aliasesOf(provider).get(alias),
    look: nothing,
  },
  {
    name: 'switch an alias off',
    effect: 'change',
    method: 'PATCH',
    path: '/v1/alias/*',
    run: (provider, { alias }) => aliasesOf(provider).setActive(alias, false),
    look: ({ aliases }, { alias }) => aliases.get(alias)?.active,
  },
  {
    name: 'point an alias elsewhere',
    effect: 'change',
    method: 'PATCH',
    path: '/v1/alias/*',
    run: (provider, { alias, work }) => aliasesOf(provider).setRecipients(alias, [work]),
    look: ({ aliases }, { alias }) => aliases.get(alias)?.recipientIds.join(),
  },
  {
    name: 'clear a label',
    effect: 'change',
    method: 'PATCH',
    path: '/v1/alias/*',
    run: ({ labels }, { alias }) => labels.set(alias, { label: '' }),
    look: ({ aliases }, { alias }) => aliases.get(alias)?.encryptedLabel,
  },
  {
    name: 'remove an alias',
    effect: 'change',
    method: 'DELETE',
    path: '/v1/alias/*',
    run: (provider, { alias }) => aliasesOf(provider).remove(alias),
    look: ({ aliases }, { alias }) => aliases.has(alias),
    takesAnyReply: true,
    readsAs: { 'not-found': 'works' },
  },
  {
    name: 'look whether the vault is the same',
    effect: 'change',
    method: 'POST',
    path: '/vault/bootstrap',
    run: ({ vault }) => vault.isCurrent({ email: 'me@mail.example', authSalt: 'x' }),
    look: nothing,
  },
  {
    name: 'read plan and account',
    effect: 'read',
    method: 'GET',
    path: '/v1/me',
    run: ({ quota }) => quota.read(),
    look: nothing,
  },
  {
    name: 'try the key',
    effect: 'read',
    method: 'GET',
    path: '/v1/me',
    run: ({ probe }) => probe(),
    look: nothing,
    // So it is for a key of an organisation.
    readsAs: { 'missing-scope': 'works' },
  },
  {
    name: 'open the vault',
    effect: 'change',
    method: 'POST',
    path: '/v1/vault/unlock',
    run: ({ vault }) => vault.unlock(HOUSE_PASSWORD),
    look: nothing,
    // The key still reads its account, so it was the password.
    readsAs: { unauthorized: 'wrong-passphrase' },
    costly: true,
  },
];
