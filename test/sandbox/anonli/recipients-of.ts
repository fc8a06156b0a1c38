// Where an alias forwards to: the recipients a request names, checked as anon.li checks them (contract §1.6). Leans on rows
// and plans; makes and changes none.
import type { Call } from './call.ts';
import { ApiError, refuse } from './errors.ts';
import { requireFewRecipients } from './plans.ts';
import type { RecipientRow } from './rows.ts';

type Of = Pick<Call, 'state' | 'who'>;

export const recipientsOf = ({ state, who }: Of): RecipientRow[] =>
  [...state.recipients.values()].filter((row) => row.owner === who.owner);

/** Members of an organisation forward to their own addresses where it has none. */
export function defaultRecipient({ state, who }: Of): string {
  const owners = [who.owner, who.user.id];
  const rows = [...state.recipients.values()].filter((row) => row.isDefault && row.verified);
  const found = owners.flatMap((owner) => rows.filter((row) => row.owner === owner))[0];
  if (found === undefined)
    throw refuse('VALIDATION_ERROR', 'No valid recipient available. Please add a recipient first.');
  return found.id;
}

/** `""` is the default one. */
export function recipientById(call: Of, id: string): string {
  if (id === '') return defaultRecipient(call);
  return verified(recipientsOf(call).find((row) => row.id === id));
}

export const recipientByEmail = (call: Of, email: string): string =>
  verified(recipientsOf(call).find((row) => row.email === email));

function verified(row: RecipientRow | undefined): string {
  if (row === undefined) throw refuse('NOT_FOUND', 'Recipient not found');
  if (!row.verified) throw refuse('VALIDATION_ERROR', 'Recipient email is not verified');
  return row.id;
}

export function recipientsByIds(call: Of, ids: readonly unknown[]): string[] {
  requireFewRecipients(call.who.user.tier, ids.length);
  const found = ids.map((id) => {
    const row = recipientsOf(call).find((one) => one.id === id);
    if (row === undefined) throw refuse('NOT_FOUND', `Recipient not found: ${String(id)}`);
    if (!row.verified) throw refuse('VALIDATION_ERROR', `Recipient ${row.email} is not verified`);
    return row.id;
  });
  // The service's own fault, kept: one id twice breaks its table's key (§1.3).
  if (new Set(found).size !== found.length)
    throw new ApiError({ code: 'INTERNAL_ERROR', message: 'Internal server error' });
  return found;
}
