// The next address that a local account computes for a site: the first variant that no record holds, active or not, so that
// neither label nor note of an older one is ever overwritten. Leans on lib/providers/local and the vault; stores nothing.
import { AppError } from '../error.ts';
import type { LocalAccount } from '../model.ts';
import { localAddress } from '../providers/local/local.ts';
import { VARIANTS } from '../providers/local/tag.ts';
import { recordId } from '../vault/ids.ts';
import { getRecord } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';

/** @returns the address, or null when all variants for the site are taken. Site null: a random one. */
export async function nextAddress(
  u: Unlocked,
  account: LocalAccount,
  site: string | null,
): Promise<string | null> {
  if (site === null) return localAddress(account, { site });
  for (let variant = 0; variant < VARIANTS; variant++) {
    const email = localAddress(account, { site, variant });
    if (!(await isTaken(u, addressId(u, account.id, email)))) return email;
  }
  return null;
}

/** The record of a local address: one per account and address. */
export function addressId(u: Unlocked, accountId: string, email: string): string {
  return recordId(u, accountId, email);
}

/** A damaged record is taken too: what it held may still be saved from a backup. */
async function isTaken(u: Unlocked, id: string): Promise<boolean> {
  try {
    return (await getRecord(u, 'address', id)) !== null;
  } catch (error) {
    if (error instanceof AppError && error.code === 'corrupt') return true;
    throw error;
  }
}
