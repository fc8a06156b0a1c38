// What a service says of one forwarded address, against what is kept of it here: pure, no vault, no clock. Leans on the model.
// Invariant: a text typed here stays until the service has it or a person lets it go; a text typed elsewhere is either shown
// or kept as it came; and merging the same answer twice changes nothing the second time.
import { type Forwarding, type PendingEdit, SEALED_FIELDS, type SealedField } from '../forwarding.ts';
import type { Address } from '../model.ts';
import type { RemoteAddress, SealedTexts } from '../providers/provider.ts';

/** `''` where there is no text, null where it does not open. */
export type Opened = Record<SealedField, string | null>;
export type OpenTexts = (remoteId: string, sealed: SealedTexts) => Opened;

export interface Reading {
  /** Opens the service's texts; without its key only what is empty. */
  open: OpenTexts;
  /** Values of an edit still waiting that may have reached the service before: not another client's. */
  earlier(addressId: string, field: SealedField): readonly string[];
  /** Milliseconds since the epoch. */
  now: number;
}

const NOTHING: SealedTexts = { label: null, note: null };

/** For an account whose vault is closed. */
export const openNothing: OpenTexts = (_remoteId, { label, note }) => ({
  label: label === null ? '' : null,
  note: note === null ? '' : null,
});

/** Forwarding as it is at the service, with nothing waiting. */
export function freshForwarding(remote: RemoteAddress): Forwarding {
  return {
    sealed: NOTHING,
    closed: [],
    pending: [],
    conflict: null,
    recipientIds: [],
    domain: remote.email.slice(remote.email.lastIndexOf('@') + 1),
    madeAt: null,
    gone: false,
  };
}

/** An address that was not known here. */
export function adoptForwarded(
  id: string,
  accountId: string,
  remote: RemoteAddress,
  reading: Reading,
): Address {
  const blank: Address = {
    id,
    accountId,
    kind: remote.kind,
    email: remote.email,
    remoteId: remote.remoteId,
    site: null,
    label: '',
    note: '',
    persona: null,
    active: remote.active,
    createdAt: remote.createdAt,
    updatedAt: reading.now,
    usedAt: null,
    forwarding: freshForwarding(remote),
  };
  return mergeForwarded(blank, remote, reading);
}

/** @returns the address as it is to be kept; the very same object where nothing is new. */
export function mergeForwarded(known: Address, remote: RemoteAddress, reading: Reading): Address {
  let next: Address = { ...known, forwarding: returned(known.forwarding ?? freshForwarding(remote)) };
  for (const field of SEALED_FIELDS) next = mergeText(next, field, remote, reading);
  const waiting = isPending(next, 'active') && next.active !== remote.active;
  next = waiting ? next : without(next, 'active', { active: remote.active });
  next = { ...next, email: remote.email, createdAt: remote.createdAt || known.createdAt };
  return same(known, next) ? known : { ...next, updatedAt: reading.now };
}

/** What was thought gone and is there: what waited for it waits again (`mendQueue` of outbox.ts does the rest). */
function returned({ lapsed, ...forwarding }: Forwarding): Forwarding {
  if (!forwarding.gone) return forwarding;
  return { ...forwarding, gone: false, pending: lapsed ?? [] };
}

/** The service has it no more: kept, inactive, with everything that was written here; nothing waits for it. */
export function goneForwarding(known: Address, now: number): Address {
  const { forwarding } = known;
  if (forwarding === undefined || forwarding.gone) return known;
  // To be switched on is no wish that what is gone can hold: it must be offered to nobody.
  const lapsed = forwarding.pending.filter((edit) => edit !== 'active' || !known.active);
  return {
    ...known,
    active: false,
    updatedAt: now,
    forwarding: { ...forwarding, pending: [], gone: true, ...(lapsed.length === 0 ? {} : { lapsed }) },
  };
}

/** What an answer to our own write settles: the service now holds exactly what was sent. */
export function settleText(
  known: Address,
  field: SealedField,
  sent: string,
  remote: RemoteAddress,
  isLatest: boolean,
): Address {
  const { forwarding } = known;
  if (forwarding === undefined) return known;
  const sealed = { ...forwarding.sealed, [field]: (remote.sealed ?? NOTHING)[field] };
  const kept: Address = {
    ...known,
    forwarding: { ...forwarding, sealed, closed: forwarding.closed.filter((one) => one !== field) },
  };
  return isLatest && known[field] === sent ? without(kept, field) : kept;
}

/** Takes an edit off what waits, together with what stood against it. */
export function without(address: Address, edit: PendingEdit, change: Partial<Address> = {}): Address {
  const { forwarding } = address;
  if (forwarding === undefined) return { ...address, ...change };
  const pending = forwarding.pending.filter((one) => one !== edit);
  return {
    ...address,
    ...change,
    forwarding: { ...forwarding, pending, conflict: dropConflict(forwarding.conflict, edit) },
  };
}

export function isPending(address: Address, edit: PendingEdit): boolean {
  return address.forwarding?.pending.includes(edit) ?? false;
}

function mergeText(known: Address, field: SealedField, remote: RemoteAddress, reading: Reading): Address {
  const { forwarding } = known;
  const { remoteId } = remote;
  if (forwarding === undefined || remoteId === null) return known;
  const sealed = remote.sealed ?? NOTHING;
  const isClosed = forwarding.closed.includes(field);
  const isSame = sealed[field] === forwarding.sealed[field];
  if (isSame && !isClosed) return known;

  const theirs = reading.open(remoteId, sealed)[field];
  const held: Forwarding = { ...forwarding, sealed: { ...forwarding.sealed, [field]: sealed[field] } };
  if (theirs === null) {
    // The text shown is the last one we could read; that there is another is said beside it.
    return { ...known, forwarding: { ...held, closed: isClosed ? held.closed : [...held.closed, field] } };
  }
  const open: Address = {
    ...known,
    forwarding: { ...held, closed: held.closed.filter((one) => one !== field) },
  };
  if (!isPending(known, field)) return { ...open, [field]: theirs };
  if (theirs === known[field]) return without(open, field);
  // Nothing of theirs can be lost by ours.
  if (theirs === '') return setConflict(open, field, null);
  const base = isClosed ? null : reading.open(remoteId, forwarding.sealed)[field];
  if (theirs === base || reading.earlier(known.id, field).includes(theirs)) return open;
  return setConflict(open, field, theirs);
}

/** @param theirs null for none any more */
function setConflict(address: Address, field: SealedField, theirs: string | null): Address {
  const { forwarding } = address;
  if (forwarding === undefined) return address;
  const conflict =
    theirs === null ? dropConflict(forwarding.conflict, field) : { ...forwarding.conflict, [field]: theirs };
  return { ...address, forwarding: { ...forwarding, conflict } };
}

function dropConflict(conflict: Forwarding['conflict'], edit: PendingEdit): Forwarding['conflict'] {
  const left = Object.entries(conflict ?? {}).filter(([field]) => field !== edit);
  return left.length === 0 ? null : Object.fromEntries(left);
}

/** Members are written in one order throughout this file. */
const same = (a: Address, b: Address): boolean => JSON.stringify(a) === JSON.stringify(b);
