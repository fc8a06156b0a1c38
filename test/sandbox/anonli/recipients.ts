// Recipients of anon.li (contract §1.7): listed, added, made the default, removed, given an OpenPGP key, and verified by a
// link that is mailed to them and holds for a day.
import { addRecipient } from './accounts.ts';
import { OWN_DOMAIN } from './alias-create.ts';
import { email, jsonOf, optional, readStrict, text } from './body.ts';
import { type Call, created, deleted, ok, type Reply, whole } from './call.ts';
import { refuse } from './errors.ts';
import { fingerprintOf } from './openpgp.ts';
import { ALLOWANCES } from './plans.ts';
import { recipientsOf } from './recipients-of.ts';
import type { AnonliState, RecipientRow } from './rows.ts';
import { newRecipientShape, recipientShape } from './shapes.ts';

const primaryOf = ({ state }: Call, { id }: RecipientRow): number =>
  [...state.aliases.values()].filter((row) => row.recipientIds[0] === id).length;

const shapeOf = (call: Call, row: RecipientRow) => recipientShape(row, primaryOf(call, row));

function recipientOf(call: Call): RecipientRow {
  const row = recipientsOf(call).find(({ id }) => id === call.id);
  if (row === undefined) throw refuse('NOT_FOUND', 'Recipient not found');
  return row;
}

/** The default one first, then the newest; no pages. */
export const listRecipients = (call: Call): Reply =>
  whole(
    recipientsOf(call)
      .reverse()
      .sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || b.createdAt - a.createdAt)
      .map((row) => shapeOf(call, row)),
  );

export const getRecipient = (call: Call): Reply => ok(shapeOf(call, recipientOf(call)));

export async function createRecipient(call: Call): Promise<Reply> {
  const value = jsonOf(call.text);
  // Other members are ignored here, unlike everywhere else.
  const known = typeof value === 'object' && value !== null ? { email: Reflect.get(value, 'email') } : value;
  const address = String(readStrict(known, { email: email(254) }).email).toLowerCase();
  const { state, who, world } = call;
  const host = address.slice(address.indexOf('@') + 1);
  if (host === OWN_DOMAIN || [...state.domains.values()].some(({ domain }) => domain === host))
    throw refuse('VALIDATION_ERROR', 'Recipients cannot use a domain that forwards to them');
  const mine = recipientsOf(call);
  if (mine.some((row) => row.email === address))
    throw refuse('CONFLICT', 'This email is already in your recipients list');
  const limit = ALLOWANCES[who.user.tier].recipients;
  if (mine.length >= limit) throw refuse('VALIDATION_ERROR', `Recipient limit reached (${limit}).`);
  const flags = { verified: false, isDefault: false };
  const row = addRecipient(state, who.owner, address, world.now(), flags);
  await mailLink(call, row);
  return created(newRecipientShape(row));
}

const DAY = 24 * 60 * 60_000;

async function mailLink({ world, random, post }: Call, row: RecipientRow): Promise<void> {
  row.token = { text: random.hex(48), endsAt: world.now() + DAY };
  await post.send({
    from: 'anon.li <hello@anon.li>',
    to: row.email,
    subject: 'Verify your recipient address',
    text: `Somebody wants mail to be forwarded to ${row.email}.\n\n${post.origin()}/verify-recipient?token=${row.token.text}\n\nThe link holds for 24 hours.`,
  });
}

/** Follows a mailed link. @returns whether it was good */
export function followLink(state: AnonliState, token: string, now: number): boolean {
  const row = [...state.recipients.values()].find((one) => one.token?.text === token);
  if (row?.token == null || row.token.endsAt <= now) return false;
  row.token = null;
  row.verified = true;
  return true;
}

/** The answer's count is 0: a quirk of the service, kept. */
export function changeRecipient(call: Call): Reply {
  const row = recipientOf(call);
  const value = jsonOf(call.text);
  if (typeof value === 'object' && value !== null && Reflect.get(value, 'is_default') === true) {
    if (!row.verified) throw refuse('VALIDATION_ERROR', 'Cannot set an unverified recipient as default');
    for (const one of recipientsOf(call)) one.isDefault = one === row;
  }
  return ok(recipientShape(row, 0));
}

export function deleteRecipient(call: Call): Reply {
  const row = recipientOf(call);
  if (row.isDefault)
    throw refuse('VALIDATION_ERROR', 'Cannot delete your default recipient. Set another as default first.');
  if (primaryOf(call, row) > 0)
    throw refuse('VALIDATION_ERROR', 'Recipient is still the primary recipient of aliases');
  call.state.recipients.delete(row.id);
  return deleted;
}

export async function verifyRecipient(call: Call): Promise<Reply> {
  const row = recipientOf(call);
  if (row.verified) throw refuse('VALIDATION_ERROR', 'Recipient is already verified');
  await mailLink(call, row);
  return ok({ sent: true });
}

const PGP = { public_key: text(100_000), name: optional(text(100)) };

export function setPgp(call: Call): Reply {
  const row = recipientOf(call);
  const { public_key: key, name = null } = readStrict(jsonOf(call.text), PGP);
  const fingerprint = fingerprintOf(String(key));
  if (fingerprint === null) throw refuse('VALIDATION_ERROR', 'Invalid PGP public key');
  row.pgp = { fingerprint, name: name === null ? null : String(name) };
  return ok({ id: row.id, pgp_fingerprint: fingerprint, pgp_key_name: row.pgp.name });
}

export function removePgp(call: Call): Reply {
  recipientOf(call).pgp = null;
  return ok({ removed: true });
}
