// A made-up person for an address whose service has none: sealed here with the address, told to nobody but the forms it is filled into.
// Leans on the vault and lib/persona. An identity has a person already, at its service.
import { AppError } from '../../error.ts';
import type { Address, Persona } from '../../model.ts';
import { inventPerson } from '../../persona/invent.ts';
import { transact } from '../../vault/transaction.ts';
import type { Unlocked } from '../../vault/vault.ts';

/** Gives it a person, or another one. @throws AppError `not-found`; `unsupported` for an identity */
export function inventPersona(u: Unlocked, id: string, now: number): Promise<Address> {
  return keep(u, id, { ...inventPerson(chance, now), phone: null, metadata: {} }, now);
}

/** @throws AppError as above */
export function forgetPersona(u: Unlocked, id: string, now: number): Promise<Address> {
  return keep(u, id, null, now);
}

function keep(u: Unlocked, id: string, persona: Persona | null, now: number): Promise<Address> {
  return transact(u, ['address'], async (tx) => {
    const current = await tx.get('address', id);
    if (!current) throw new AppError('not-found', { what: 'address' });
    if (current.kind === 'identity') throw new AppError('unsupported');
    const next: Address = { ...current, persona, updatedAt: now };
    await tx.put('address', next);
    return next;
  });
}

/** Without the bias of a remainder: what does not divide is drawn again. */
function chance(below: number): number {
  const whole = 2 ** 32 - (2 ** 32 % below);
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < whole) return drawn % below;
  }
}
