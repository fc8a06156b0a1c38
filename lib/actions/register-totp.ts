// Giving a secret of the vault to a service that computes its codes from then on, and can read it: only on the user's word, and
// asked once. After an answer that never came, the identity's entries are looked at. Leans on the vault and lib/providers.
import { AppError } from '../error.ts';
import type { HeldTotp, HeldTotpView } from '../held-totp.ts';
import type { RemoteTotp, TotpSlot, TotpWish } from '../providers/totp-slot.ts';
import { getRecord, listRecords } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { heldFrom, listHeldTotps, openTotps } from './held-totps.ts';
import { onceOnly } from './once-only.ts';

/**
 * The entry stays in the vault as well.
 * Errors: `not-found`, `no-account`; those of the service; `doubtful` where nobody can tell whether it was registered.
 */
export async function registerTotp(
  u: Unlocked,
  id: string,
  addressId: string,
  now: number,
  signal?: AbortSignal,
): Promise<HeldTotpView> {
  const totp = await getRecord(u, 'totp', id);
  if (!totp) throw new AppError('not-found', { what: 'totp' });
  const { slot, identityId, address } = await openTotps(u, addressId);
  const { secret, algorithm, digits, period } = totp;
  // Where a name is missing the account's is better than none: the service lists by it.
  const wish = { secret, algorithm, digits, period, issuer: totp.issuer || totp.account };
  // Read before it is made: after a lost answer only what was not there before can be it.
  const before = (await slot.list(identityId, signal)).map(({ remoteId }) => remoteId);
  const keep = async (remote: RemoteTotp): Promise<HeldTotp> => {
    const held: HeldTotp = { ...heldFrom(u, address, remote, now), site: totp.site };
    await transact(u, ['held', 'address'], async (tx) => {
      if ((await tx.get('address', addressId)) !== null) await tx.put('held', held);
    });
    return held;
  };
  const held = await onceOnly(u, 'totp', addressId, now, {
    print: JSON.stringify([id, wish.issuer]),
    find: async () => {
      const { records } = await listRecords(u, 'held');
      const known = new Set(records.map(({ remoteId }) => remoteId));
      const remote = theNew(await slot.list(identityId, signal), wish, known);
      return remote && keep(remote);
    },
    act: async () => keep(await registerOnce(slot, identityId, wish, new Set(before), signal)),
  });
  const view = (await listHeldTotps(u)).find((one) => one.id === held.id);
  if (!view) throw new AppError('not-found', { what: 'totp' });
  return view;
}

async function registerOnce(
  slot: TotpSlot,
  identityId: string,
  wish: TotpWish,
  known: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<RemoteTotp> {
  try {
    return await slot.register(identityId, wish, signal);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'doubtful') throw error;
    const listed = await slot.list(identityId, signal).catch((failure: unknown) => {
      // The look failed as well: the doubt stays, and the next refresh will show what there is.
      if (failure instanceof AppError) return [];
      throw failure;
    });
    const found = theNew(listed, wish, known);
    if (found === null) throw error;
    return found;
  }
}

/** The one entry that was not known and has the wished name; null where there is none, or more than one. */
function theNew(
  listed: readonly RemoteTotp[],
  wish: TotpWish,
  known: ReadonlySet<string>,
): RemoteTotp | null {
  const [only, ...others] = listed.filter(
    ({ remoteId, issuer }) => !known.has(remoteId) && issuer === wish.issuer,
  );
  return others.length === 0 ? (only ?? null) : null;
}
