// The groups of identities as they are known here, and learning the others: a list of the service does not tell them, so each identity
// is asked for once, a few at a time. Leans on the vault and lib/providers; changes nothing anywhere.
import { AppError } from '../../error.ts';
import type { GroupMember, IdentityGroup } from '../../group-removal.ts';
import { groupOf } from '../../identity-group.ts';
import type { Address } from '../../model.ts';
import { patiently } from '../../sync/patience.ts';
import { requireUnlocked, type Unlocked } from '../../vault/vault.ts';
import { askPersona } from '../know-persona.ts';
import { openAccount } from '../open-account.ts';
import { listAddresses } from '../search-addresses.ts';

export interface Groups {
  groups: IdentityGroup[];
  /** Identities whose group was never asked for. */
  unknown: number;
}

export async function listGroups(u: Unlocked): Promise<Groups> {
  const identities = await ownIdentities(u);
  const groups = new Map<string, GroupMember[]>();
  for (const address of identities) {
    const name = groupOf(address.persona?.metadata ?? {});
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), memberOf(address)]);
  }
  return {
    groups: [...groups]
      .map(([name, members]) => ({ name, members }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    unknown: identities.filter(isUnknown).length,
  };
}

/** @returns the identities of a group, as they are known here. */
export async function membersOf(u: Unlocked, group: string): Promise<GroupMember[]> {
  const identities = await ownIdentities(u);
  return identities.filter(({ persona }) => groupOf(persona?.metadata ?? {}) === group).map(memberOf);
}

/** Asked for at one wish: a few seconds' worth within the service's rate. */
const MOST_LEARNED = 40;

/** @returns how many were learned. @throws AppError of the service, after what was learned before is kept */
export async function learnGroups(u: Unlocked): Promise<number> {
  const unknown = (await ownIdentities(u)).filter(isUnknown).slice(0, MOST_LEARNED);
  let learned = 0;
  for (const { id, accountId, remoteId } of unknown) {
    const { provider } = await openAccount(u, accountId);
    const { identities } = provider;
    if (!identities || remoteId === null) continue;
    try {
      const fetch = () => patiently(() => identities.get(remoteId), { awake: () => requireUnlocked() });
      await askPersona(u, id, fetch);
      learned += 1;
    } catch (error) {
      // Deleted meanwhile: the next reading of the list will say so.
      if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
    }
  }
  return learned;
}

async function ownIdentities(u: Unlocked): Promise<Address[]> {
  const { addresses } = await listAddresses(u, 'identity');
  return addresses;
}

/** The list tells neither date of birth nor metadata; whoever has the one has the other. */
const isUnknown = ({ persona, active }: Address): boolean =>
  active && persona !== null && persona.birthDate === null;

const memberOf = ({ id, email, persona }: Address): GroupMember => ({
  id,
  email,
  name: persona?.name ?? '',
  phone: persona?.phone ?? null,
});
