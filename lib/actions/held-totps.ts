// Authenticator entries that a service holds: listed, fetched anew, asked for a code, put on a site, removed there. Leans on the vault
// and lib/providers; keeps no code and has never seen their secrets.
import { AppError } from '../error.ts';
import type { HeldCode, HeldTotp, HeldTotpView } from '../held-totp.ts';
import type { Address } from '../model.ts';
import type { RemoteTotp, TotpSlot } from '../providers/totp-slot.ts';
import { siteOfHost } from '../site.ts';
import { recordId } from '../vault/ids.ts';
import { getRecord, listRecords } from '../vault/records.ts';
import { transact } from '../vault/transaction.ts';
import type { Unlocked } from '../vault/vault.ts';
import { isGoneSince, noteGone } from './gone.ts';
import { openAccount } from './open-account.ts';
import { overIdentities } from './over-identities.ts';

/** What is assumed where the service does not tell (RFC 6238 §5.2). */
const USUAL_PERIOD = 30;

/** By issuer, then address. */
export async function listHeldTotps(u: Unlocked): Promise<HeldTotpView[]> {
  const [held, addresses, accounts] = await Promise.all([
    listRecords(u, 'held'),
    listRecords(u, 'address'),
    listRecords(u, 'account'),
  ]);
  const emails = new Map(addresses.records.map(({ id, email }) => [id, email]));
  const names = new Map(accounts.records.map(({ id, name }) => [id, name]));
  return held.records
    .map(({ id, issuer, site, addressId, accountId }) => ({
      id,
      issuer,
      site,
      email: emails.get(addressId) ?? '',
      holder: names.get(accountId) ?? '',
    }))
    .sort((a, b) => a.issuer.localeCompare(b.issuer) || a.email.localeCompare(b.email));
}

/** Those of one site: from what is kept here, without asking anybody. */
export async function heldTotpsOn(u: Unlocked, site: string): Promise<HeldTotpView[]> {
  return (await listHeldTotps(u)).filter((held) => held.site === site);
}

/**
 * Fetches the entries of the identities used last. What the service no longer lists is forgotten here.
 * @returns the first trouble; what was fetched beside it is kept
 */
export async function pullHeldTotps(
  u: Unlocked,
  now: number,
  signal?: AbortSignal,
): Promise<AppError | null> {
  const { trouble } = await overIdentities(u, null, async (identity) => {
    const { slot, identityId } = await openTotps(u, identity.id);
    // Only what was there before can be gone: what is registered while the list is under way is not on it.
    const before = new Set((await listRecords(u, 'held')).records.map(({ id }) => id));
    const askedAt = Date.now();
    const remote = await slot.list(identityId, signal);
    await transact(u, ['held', 'address'], async (tx) => {
      if ((await tx.get('address', identity.id)) === null) return;
      const known = new Map((await tx.list('held')).records.map((one) => [one.id, one]));
      const listed = remote
        .map((item) => heldFrom(u, identity, item, now))
        .filter(({ id }) => !isGoneSince(id, askedAt));
      for (const one of listed) await tx.put('held', { ...one, site: known.get(one.id)?.site ?? one.site });
      const ids = new Set(listed.map(({ id }) => id));
      for (const { id, addressId } of known.values())
        if (addressId === identity.id && before.has(id) && !ids.has(id)) await tx.remove('held', id);
    });
  });
  return trouble;
}

/** A code that is right for three seconds at least. Errors: `not-found`; those of the service. */
export async function heldCode(u: Unlocked, id: string, signal?: AbortSignal): Promise<HeldCode> {
  const { held, slot, identityId } = await openHeld(u, id);
  const { code, remaining } = await slot.code(identityId, held.remoteId, signal);
  return { code, period: held.period ?? USUAL_PERIOD, validUntil: Date.now() + remaining };
}

/** The code to type on `site`. Errors: `forbidden` where the entry belongs to another one; those of `heldCode`. */
export async function heldCodeFor(u: Unlocked, id: string, site: string): Promise<string> {
  const held = await getRecord(u, 'held', id);
  if (!held) throw new AppError('not-found', { what: 'totp' });
  if (held.site !== site) throw new AppError('forbidden', { what: 'totp' });
  return (await heldCode(u, id)).code;
}

/** Puts it on a site, or on none; the service is not told. Errors: `not-found`; `rejected`, field `site`. */
export async function placeHeldTotp(u: Unlocked, id: string, typed: string | null): Promise<void> {
  const site = typed === null ? null : siteOfHost(typed.trim());
  if (typed !== null && site === null) throw new AppError('rejected', { field: 'site' });
  await transact(u, ['held'], async (tx) => {
    const held = await tx.get('held', id);
    if (!held) throw new AppError('not-found', { what: 'totp' });
    await tx.put('held', { ...held, site });
  });
}

/** For good, at the service first. Errors: `not-found`; those of the service, and then nothing changes here. */
export async function removeHeldTotp(u: Unlocked, id: string, signal?: AbortSignal): Promise<void> {
  const { held, slot, identityId } = await openHeld(u, id);
  await slot.remove(identityId, held.remoteId, signal);
  noteGone(id, Date.now());
  await transact(u, ['held'], (tx) => tx.remove('held', id));
}

export interface OpenTotps {
  slot: TotpSlot;
  /** The identity's id at the provider. */
  identityId: string;
  address: Address;
}

/** Errors: `no-account` where the identity or its account is gone, or holds no authenticator entries. */
export async function openTotps(u: Unlocked, addressId: string): Promise<OpenTotps> {
  const address = await getRecord(u, 'address', addressId);
  if (!address || address.remoteId === null) throw new AppError('no-account');
  const { provider } = await openAccount(u, address.accountId);
  if (!provider.totps) throw new AppError('no-account');
  return { slot: provider.totps, identityId: address.remoteId, address };
}

async function openHeld(u: Unlocked, id: string): Promise<OpenTotps & { held: HeldTotp }> {
  const held = await getRecord(u, 'held', id);
  if (!held) throw new AppError('not-found', { what: 'totp' });
  return { held, ...(await openTotps(u, held.addressId)) };
}

/** What is kept of an entry, from what the service tells. @param now milliseconds since the epoch */
export function heldFrom(u: Unlocked, owner: Address, remote: RemoteTotp, now: number): HeldTotp {
  const { remoteId, issuer, digits, period, createdAt } = remote;
  return {
    id: recordId(u, 'held', owner.accountId, remoteId),
    accountId: owner.accountId,
    addressId: owner.id,
    remoteId,
    issuer,
    site: guessSite(issuer, owner.site),
    digits,
    period,
    createdAt: createdAt ?? now,
  };
}

/** The identity's own site where the entry is named after it: a code is never offered on a site that nothing connects it to. */
function guessSite(issuer: string, site: string | null): string | null {
  if (site === null) return null;
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const [label = ''] = site.split('.');
  return siteOfHost(issuer.trim()) === site || plain(issuer) === plain(label) ? site : null;
}
