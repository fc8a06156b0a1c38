// A browser sends a request again by itself when a reused connection closes before any answer: one wish, two identities. The second is
// found by the random mark that only this creation carries, and deleted where nobody can have been told of it: not kept here, and no
// message in it. Leans on the vault and lib/providers; deletes nothing that it cannot prove.
import { AppError } from '../error.ts';
import type { Address, Channel } from '../model.ts';
import type { Provider, RemoteAddress } from '../providers/provider.ts';
import { getRecord, recordId } from '../vault/records.ts';
import type { Unlocked } from '../vault/vault.ts';
import { MARK } from './creation-intents.ts';
import { openAccount } from './open-account.ts';
import { removeAddress } from './remove-address.ts';

/** The service's clock is not ours, and the second was made within seconds of the first. */
const NEAR = 2 * 60_000;
/** Newest identities that are opened to look for the mark. */
const MOST = 5;

/**
 * @param made a moment ago
 * @returns how many were deleted; 0 also where the service does not answer: the next wish looks again
 */
export async function dropTwins(u: Unlocked, made: Address, signal?: AbortSignal): Promise<number> {
  const mark = made.persona?.metadata[MARK];
  const { provider, account } = await openAccount(u, made.accountId);
  const { identities } = provider;
  if (typeof mark !== 'string' || !identities || made.remoteId === null) return 0;
  try {
    const page = await identities.list(0, signal);
    const near = page.items.filter(
      ({ remoteId, createdAt }) => remoteId !== made.remoteId && Math.abs(createdAt - made.createdAt) <= NEAR,
    );
    let dropped = 0;
    for (const { remoteId } of near.slice(0, MOST)) {
      if (remoteId === null) continue;
      const whole = await identities.get(remoteId, signal);
      if (whole.persona?.metadata?.[MARK] !== mark) continue;
      const known = await getRecord(u, 'address', recordId(u, account.id, remoteId));
      if ((known && isClaimed(known)) || !(await isEmpty(provider, whole, signal))) continue;
      // It may have come with a list that was read in between.
      await (known ? removeAddress(u, known.id, signal) : identities.remove(remoteId, signal));
      dropped += 1;
    }
    return dropped;
  } catch (error) {
    if (error instanceof AppError) return 0;
    throw error;
  }
}

const isClaimed = ({ site, label, note, usedAt }: Address): boolean =>
  site !== null || label !== '' || note !== '' || usedAt !== null;

async function isEmpty(
  { inbox }: Provider,
  { remoteId, persona }: RemoteAddress,
  signal?: AbortSignal,
): Promise<boolean> {
  if (!inbox || remoteId === null) return false;
  const channels: Channel[] = persona?.phone ? ['email', 'sms'] : ['email'];
  for (const channel of channels) {
    const { items } = await inbox.list({ remoteId, channel }, { limit: 1 }, signal);
    if (items.length > 0) return false;
  }
  return true;
}
