// Where an account's mail goes to and its own domains: asked of the service, kept for later, changed there. Leans on the provider's
// slot and known-destinations.ts; every change is followed by a fresh list, since one change moves others (a new default).
import type { KnownDestinations } from '../destination.ts';
import { AppError } from '../error.ts';
import type { DestinationSlot } from '../providers/destination-slot.ts';
import type { Quota } from '../quota.ts';
import type { Link } from '../sync/link.ts';
import { noteProgress, readProgress } from '../sync/progress.ts';
import type { Unlocked } from '../vault/vault.ts';
import { keepDestinations } from './known-destinations.ts';
import { openAccount } from './open-account.ts';

/** Errors: `no-account`; `unsupported` where the account forwards nothing; those of the service. */
export async function fetchDestinations(
  u: Unlocked,
  accountId: string,
  now: number,
  signal?: AbortSignal,
): Promise<KnownDestinations> {
  return list(u, accountId, await slotOf(u, accountId), now, signal);
}

/**
 * Changes something at the service and looks at the whole again.
 * @returns what the change answered. Errors as above; a list that cannot be fetched afterwards undoes no change and is no error.
 */
export async function changeDestinations<Result>(
  u: Unlocked,
  accountId: string,
  now: number,
  change: (slot: DestinationSlot) => Promise<Result>,
): Promise<Result> {
  const slot = await slotOf(u, accountId);
  const result = await change(slot);
  await list(u, accountId, slot, now).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
  return result;
}

/** A question about one thing, that changes nothing. Errors as above. */
export async function askDestinations<Result>(
  u: Unlocked,
  accountId: string,
  question: (slot: DestinationSlot) => Promise<Result>,
): Promise<Result> {
  return question(await slotOf(u, accountId));
}

/**
 * @param typed as a person writes it, also with other letters than ASCII
 * @returns the name as DNS has it: lower case, ASCII
 * @throws AppError `rejected`, field `domain`
 */
export function domainName(typed: string): string {
  const url = `https://${typed.trim()}`;
  const name = URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : '';
  // What a URL has more than a host makes it another text; a path or a port was not meant.
  const plain = /^[^/:?#@\s]+$/.test(typed.trim());
  if (!plain || !/^[a-z0-9.-]+\.(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(name))
    throw new AppError('rejected', { field: 'domain' });
  return name;
}

/** Errors: `unsupported` where the account has no plan; `missing-scope` for a key of an organisation; those of the service. */
export async function readQuota(u: Unlocked, accountId: string, signal?: AbortSignal): Promise<Quota> {
  const link = await openAccount(u, accountId);
  const { quota } = link.provider;
  if (!quota) throw new AppError('unsupported', { what: 'quota' });
  const read = await quota.read(signal);
  await notePlan(u, link, read.requests);
  return read;
}

/** A larger plan than the one whose requests were used up: nothing need be waited for any more. Nobody else would tell for weeks. */
async function notePlan(u: Unlocked, link: Link, requests: number | null): Promise<void> {
  const { rate, trouble } = await readProgress(u, link.account.id);
  const isKeptLess = rate?.limit != null && (requests === null || requests > rate.limit);
  if (!(await link.raise(requests)) && !isKeptLess) return;
  const isOver = trouble?.code === 'budget' || trouble?.code === 'rate-limited';
  await noteProgress(u, link.account.id, { rate: null, notBefore: 0, ...(isOver ? { trouble: null } : {}) });
}

async function slotOf(u: Unlocked, accountId: string): Promise<DestinationSlot> {
  const { provider } = await openAccount(u, accountId);
  if (!provider.destinations) throw new AppError('unsupported', { what: 'recipient' });
  return provider.destinations;
}

async function list(
  u: Unlocked,
  accountId: string,
  slot: DestinationSlot,
  seenAt: number,
  signal?: AbortSignal,
): Promise<KnownDestinations> {
  const [recipients, domains, organisation] = await Promise.all([
    slot.recipients(signal),
    slot.domains(signal),
    isOrganisation(u, accountId, signal),
  ]);
  const known = { accountId, recipients, domains, organisation, seenAt };
  await keepDestinations(u, known);
  return known;
}

/** An organisation's key has no plan of its own, and says so; whatever else goes wrong tells nothing. */
async function isOrganisation(u: Unlocked, accountId: string, signal?: AbortSignal): Promise<boolean> {
  try {
    await readQuota(u, accountId, signal);
    return false;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === 'missing-scope';
  }
}
