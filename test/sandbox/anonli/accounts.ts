// Users, organisations and keys of anon.li: made for tests, found by the Authorization header (contract §1.1, §1.5). A key's
// text exists only in the answer that issues it and, for the first one, in the state; everywhere else there is its SHA-256.
import { createHash } from 'node:crypto';
import { createRandom, type Random } from '../world/random.ts';
import type { State } from '../world/state.ts';
import { HOUSE_VAULT } from './house-vault.ts';
import type { AnonliState, OrgRow, RecipientRow, Tier, UserRow, VaultRow, Who } from './rows.ts';

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The account that the first key opens; its vault opens with `HOUSE_PASSWORD`. */
export const HOUSE_EMAIL = 'me@mail.example';

export const randomOf = (state: AnonliState): Random => createRandom(state.draws);

export const newId = (random: Random): string => `c${random.alnum(24)}`;

export interface UserWish {
  email: string;
  tier?: Tier | undefined;
  name?: string | null | undefined;
  vault?: VaultRow | null | undefined;
  /** False makes an account without any recipient. */
  recipient?: boolean | undefined;
}

/** Adds a user, with its own address as a verified default recipient (§1.7). */
export function addUser({ anonli: state }: State, wish: UserWish, now: number): UserRow {
  const random = randomOf(state);
  const user: UserRow = {
    id: newId(random),
    email: wish.email.toLowerCase(),
    name: wish.name ?? null,
    tier: wish.tier ?? 'pro',
    createdAt: now,
    banned: false,
    aliasBan: false,
    vault: wish.vault ?? null,
  };
  state.users.set(user.id, user);
  if (wish.recipient ?? true)
    addRecipient(state, user.id, user.email, now, { verified: true, isDefault: true });
  return user;
}

export function addRecipient(
  state: AnonliState,
  owner: string,
  email: string,
  now: number,
  flags: Pick<RecipientRow, 'verified' | 'isDefault'>,
): RecipientRow {
  const id = newId(randomOf(state));
  const row: RecipientRow = { id, owner, email, pgp: null, token: null, createdAt: now, ...flags };
  state.recipients.set(row.id, row);
  return row;
}

export function addOrg(state: AnonliState, subscribed: boolean): OrgRow {
  const org = { id: newId(randomOf(state)), subscribed, suspended: false };
  state.orgs.set(org.id, org);
  return org;
}

/** @returns the key's text; `text` reissues a known one after a reset. */
export function addKey(
  state: AnonliState,
  userId: string,
  orgId: string | null = null,
  text = `ak_${randomOf(state).hex(32)}`,
): string {
  state.keys.set(hashOf(text), { hash: hashOf(text), userId, orgId, expired: false });
  return text;
}

/** The account every new world has. @param key the one it had before a reset */
export function addHouseAccount(state: State, now: number, key?: string): void {
  const user = addUser(
    state,
    { email: HOUSE_EMAIL, tier: 'pro', name: 'Me', vault: { ...HOUSE_VAULT } },
    now,
  );
  state.anonli.primaryKey = addKey(state.anonli, user.id, null, key);
}

/**
 * Whose request it is: `Bearer` and one blank exactly, then what stands before the next blank (§1.1).
 * @returns undefined for no key, an unknown or expired one, and a banned user: all answer the same
 */
export function authenticate(state: AnonliState, header: string | undefined): Who | undefined {
  const [scheme, token] = (header ?? '').split(' ');
  if (scheme !== 'Bearer' || !token?.startsWith('ak_')) return undefined;
  const key = state.keys.get(hashOf(token));
  const user = key === undefined ? undefined : state.users.get(key.userId);
  if (key === undefined || user === undefined || key.expired || user.banned) return undefined;
  return { key, user, owner: key.orgId ?? user.id };
}
