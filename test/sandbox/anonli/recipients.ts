// Recipients and domains of anon.li (contract §1.7): recipients listed, added, made the default, removed and asked again to
// verify; domains listed and shown with their records. No mail is sent from here, and no OpenPGP key is taken.
import { addRecipient } from './accounts.ts';
import { OWN_DOMAIN } from './alias-create.ts';
import { email, jsonOf, readStrict } from './body.ts';
import { type Call, created, deleted, ok, type Reply, whole } from './call.ts';
import { ApiError, refuse } from './errors.ts';
import { ALLOWANCES } from './plans.ts';
import { recipientsOf } from './recipients-of.ts';
import type { RecipientRow } from './rows.ts';
import { domainShape, domainWithRecords, newRecipientShape, recipientShape } from './shapes.ts';

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

export function createRecipient(call: Call): Reply {
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
  return created(newRecipientShape(addRecipient(state, who.owner, address, world.now(), flags)));
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

export function verifyRecipient(call: Call): Reply {
  if (recipientOf(call).verified) throw refuse('VALIDATION_ERROR', 'Recipient is already verified');
  return ok({ sent: true });
}

const domainsOf = ({ state, who }: Call) =>
  [...state.domains.values()].filter((row) => row.owner === who.owner);

export const listDomains = (call: Call): Reply => whole(domainsOf(call).reverse().map(domainShape));

export function getDomain(call: Call): Reply {
  const row = domainsOf(call).find(({ id }) => id === call.id);
  if (row === undefined) throw new ApiError({ code: 'NOT_FOUND', message: 'Domain not found', routed: true });
  return ok(domainWithRecords(row));
}
