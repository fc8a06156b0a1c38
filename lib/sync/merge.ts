// What a remote listing means for the addresses we keep: pure, no vault, no clock. Leans on the model. Invariant: nothing
// that only we know (site, label, note, use) is ever lost or changed, no address is ever deleted, and merging the same
// listing twice changes nothing the second time.
import type { Address, Persona } from '../model.ts';
import type { RemoteAddress } from '../providers/provider.ts';

export interface MergeContext {
  accountId: string;
  /** Milliseconds since the epoch. */
  now: number;
  /** When the listing began; what was changed here since is newer than the listing. */
  since: number;
  /** Remote ids kept here when the listing began. One that is missing now was deleted meanwhile and must not come back. */
  before: ReadonlySet<string>;
  /** Remote ids the provider says are gone. */
  gone: ReadonlySet<string>;
  /** The vault's id for a remote one. */
  idOf: (remoteId: string) => string;
}

export interface Merge {
  added: Address[];
  /** Whole new values, to be stored over the old. */
  changed: Address[];
  /** No longer at the provider: kept, inactive, with everything the user wrote. */
  removed: Address[];
}

/** @param local every address of this account; others are left alone */
export function mergeRemote(
  local: readonly Address[],
  remote: readonly RemoteAddress[],
  context: MergeContext,
): Merge {
  const kept = new Map(
    local.flatMap((address) =>
      address.accountId === context.accountId && address.remoteId !== null
        ? [[address.remoteId, address] as const]
        : [],
    ),
  );
  const merge: Merge = { added: [], changed: [], removed: [] };
  for (const [remoteId, item] of byRemoteId(remote)) {
    const known = kept.get(remoteId);
    if (known === undefined) {
      if (!context.before.has(remoteId)) merge.added.push(adopt(remoteId, item, context));
      continue;
    }
    const next = update(known, item, context);
    if (next !== known) merge.changed.push(next);
  }
  for (const [remoteId, address] of kept) {
    if (context.gone.has(remoteId) && address.active) {
      merge.removed.push({ ...address, active: false, updatedAt: context.now });
    }
  }
  return merge;
}

/** Inserts at the server shift offsets, so that an item may stand on two pages: the last copy was fetched last. */
function byRemoteId(remote: readonly RemoteAddress[]): Map<string, RemoteAddress> {
  return new Map(remote.flatMap((item) => (item.remoteId === null ? [] : [[item.remoteId, item] as const])));
}

function adopt(remoteId: string, item: RemoteAddress, { accountId, now, idOf }: MergeContext): Address {
  return {
    id: idOf(remoteId),
    accountId,
    kind: item.kind,
    email: item.email,
    remoteId,
    site: null,
    label: '',
    note: '',
    persona: mergePersona(null, item.persona),
    active: item.active,
    createdAt: item.createdAt,
    updatedAt: now,
    usedAt: null,
  };
}

function update(known: Address, item: RemoteAddress, { now, since }: MergeContext): Address {
  // Changed here while the pages came in: the next pull, begun later, will see the server's newer state.
  if (known.updatedAt >= since) return known;
  const next: Address = {
    ...known,
    kind: item.kind,
    email: item.email,
    active: item.active,
    createdAt: item.createdAt,
    persona: mergePersona(known.persona, item.persona),
  };
  return sameJson(known, next) ? known : { ...next, updatedAt: now };
}

/** What a summary leaves out, or gives as null, is unknown there: what we know stays. */
function mergePersona(known: Persona | null, item: Partial<Persona> | null): Persona | null {
  if (item === null) return known;
  return {
    name: item.name ?? known?.name ?? '',
    phone: item.phone ?? known?.phone ?? null,
    birthDate: item.birthDate ?? known?.birthDate ?? null,
    metadata: item.metadata ?? known?.metadata ?? {},
  };
}

/** Whether two values mean the same JSON, whatever the order of their members. */
function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && sameJson(a[name], b[name]))
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
