// Operations 1–6 of the contract (§3): create, list, get, update, delete, phone. Rows live in the world's state;
// what a key may see is decided in `visible` alone.
import type { IdentityRow, KeyRow } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { type Call, created, ok, type Reply, removed } from './call.ts';
import { ApiError, invalid } from './errors.ts';
import { choiceField, flagField, metadataField, textField } from './fields.ts';
import { pageOf } from './paging.ts';
import { birthDate, COUNTRIES, freeNumber, personName, slugOf } from './persona.ts';
import { requirePhonePlan, requireRoom } from './plans.ts';
import { identityShape, identitySummary } from './shapes.ts';

const DOMAIN = 'aliaskit.com';
const USERNAME = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/;
const HOST_NAME = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

function visible(world: World, key: KeyRow, row: IdentityRow): boolean {
  if (row.status === 'deleted' || row.account !== key.account) return false;
  return world.state.settings.aliaskit.isolation === 'account' || row.keyId === key.id;
}

/** Whether this key may use what belongs to this identity. */
export function mayUse(world: World, key: KeyRow, identityId: string): boolean {
  const row = world.state.identities.get(identityId);
  return row !== undefined && visible(world, key, row);
}

export function visibleIdentities(world: World, key: KeyRow): IdentityRow[] {
  const rows = [...world.state.identities.values()].filter((row) => visible(world, key, row));
  return rows.reverse().sort((a, b) => b.createdAt - a.createdAt);
}

/** The identity of the path; what is deleted or not the caller's is 404, never 403 (§1.2). */
export function identityOf(call: Call): IdentityRow {
  const row = call.world.state.identities.get(call.param('id'));
  if (row === undefined || !visible(call.world, call.key, row))
    throw new ApiError({ type: 'not_found', code: 'identity_not_found', message: 'Identity not found' });
  return row;
}

function readWish(body: Record<string, unknown>) {
  const username = textField(body, 'email_username', 64)?.toLowerCase();
  if (username !== undefined && !USERNAME.test(username))
    throw invalid('email_username', 'email_username may hold letters, digits, dots, hyphens and underscores');
  const domain = textField(body, 'email_domain', 253)?.toLowerCase() ?? DOMAIN;
  if (!HOST_NAME.test(domain)) throw invalid('email_domain', 'email_domain must be a domain name');
  return {
    name: textField(body, 'name', 100) ?? textField(body, 'display_name', 100),
    metadata: metadataField(body) ?? {},
    withPhone: flagField(body, 'provision_phone') ?? false,
    country: choiceField(body, 'phone_country', COUNTRIES) ?? 'US',
    username,
    domain,
  };
}

const addressTaken = (world: World, email: string): boolean =>
  [...world.state.identities.values()].some((row) => row.email === email);

/** A free id whose first four hex digits also end the generated address, as the documented sample shows. */
function nameAndPlace(world: World, slug: string, domain: string): { id: string; email: string } {
  for (;;) {
    const hex = world.random.hex(8);
    const place = { id: `ident_${hex}`, email: `${slug}-${hex.slice(0, 4)}@${domain}` };
    if (!world.state.identities.has(place.id) && !addressTaken(world, place.email)) return place;
  }
}

export async function createIdentity(call: Call): Promise<Reply> {
  const { world, key } = call;
  const wish = readWish(await call.body());
  requireRoom(key, visibleIdentities(world, key).length, wish.domain === DOMAIN);
  if (wish.withPhone) requirePhonePlan(key);
  const name = wish.name ?? personName(world.random);
  const place = nameAndPlace(world, slugOf(name), wish.domain);
  const email = wish.username === undefined ? place.email : `${wish.username}@${wish.domain}`;
  if (wish.username !== undefined && addressTaken(world, email))
    throw new ApiError({
      type: 'conflict',
      param: 'email_username',
      message: 'This address is already in use',
    });
  const now = world.now();
  const row: IdentityRow = {
    id: place.id,
    account: key.account,
    keyId: key.id,
    name,
    email,
    phoneNumber: wish.withPhone ? freeNumber(world.state, wish.country) : null,
    dateOfBirth: birthDate(world.random),
    status: 'active',
    metadata: wish.metadata,
    createdAt: now,
    updatedAt: now,
  };
  world.state.identities.set(row.id, row);
  return created(identityShape(row));
}

export const listIdentities = (call: Call): Reply =>
  ok(pageOf(visibleIdentities(call.world, call.key), call.query, identitySummary));

export const getIdentity = (call: Call): Reply => ok(identityShape(identityOf(call)));

export async function updateIdentity(call: Call): Promise<Reply> {
  const row = identityOf(call);
  const body = await call.body();
  const name = textField(body, 'name', 100);
  const metadata = metadataField(body);
  const status = choiceField(body, 'status', ['active', 'suspended'] as const);
  if (name === undefined && metadata === undefined && status === undefined)
    throw new ApiError({ type: 'invalid_request', message: 'Nothing to update' });
  // Replaces metadata whole: what the early code did (§3.4); a client that sends all of it is right either way.
  Object.assign(row, name !== undefined && { name }, metadata && { metadata }, status && { status });
  row.updatedAt = call.world.now();
  return ok(identityShape(row));
}

export function deleteIdentity(call: Call): Reply {
  const row = identityOf(call);
  const { emails, sms } = call.world.state;
  // The row stays, so that its address is never given to another person; number and messages go (§3.5).
  Object.assign(row, { status: 'deleted', phoneNumber: null, updatedAt: call.world.now() });
  for (const mail of emails.values()) if (mail.identityId === row.id) emails.delete(mail.id);
  for (const text of sms.values()) if (text.identityId === row.id) sms.delete(text.id);
  const { cards, totps } = call.world.state.vaults;
  for (const card of cards.values()) if (card.identityId === row.id) cards.delete(card.id);
  for (const totp of totps.values()) if (totp.identityId === row.id) totps.delete(totp.id);
  call.world.bus.tell({
    identityId: row.id,
    event: { name: 'identity.deleted', data: { id: row.id } },
  });
  return removed();
}

export async function addPhone(call: Call): Promise<Reply> {
  const row = identityOf(call);
  const country = choiceField(await call.body(), 'country', COUNTRIES) ?? 'US';
  requirePhonePlan(call.key);
  if (row.phoneNumber !== null)
    throw new ApiError({ type: 'conflict', message: 'This identity already has a phone number' });
  row.phoneNumber = freeNumber(call.world.state, country);
  row.updatedAt = call.world.now();
  return ok(identityShape(row));
}
