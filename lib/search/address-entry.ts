// What of an address is searched, filtered and sorted by. Pure; leans on the nouns of lib/model. The address's own record
// stays the truth.
import { groupOf } from '../identity-group.ts';
import type { Address } from '../model.ts';
import { DAMAGED, type EntryOf, flagsOf, type SearchLayout, textsOf } from './entry.ts';

export const ADDRESS_LAYOUT = {
  format: 3,
  fields: ['site', 'label', 'name', 'email', 'note'],
  // `domain` is what stands behind the `@`, in lower case.
  keys: ['accountId', 'site', 'domain', 'group'],
  // `recent` is when it was used or made, whichever was later.
  numbers: ['createdAt', 'recent'],
} as const satisfies SearchLayout;

export type AddressField = (typeof ADDRESS_LAYOUT.fields)[number];

export const ADDRESS_FLAG = {
  active: DAMAGED << 1,
  note: DAMAGED << 2,
  pending: DAMAGED << 3,
  identity: DAMAGED << 4,
};

/** Characters of a note that are searched: all of most notes; a novel among them must not fill the memory. */
const NOTE_SEARCHED = 2000;

const SEARCHED: Record<AddressField, (address: Address) => string> = {
  site: ({ site }) => site ?? '',
  label: ({ label }) => label,
  name: ({ persona }) => persona?.name ?? '',
  email: ({ email }) => email,
  note: ({ note }) => note.slice(0, NOTE_SEARCHED),
};

export function addressEntry(address: Address): EntryOf<typeof ADDRESS_LAYOUT> {
  const { id, accountId, site, email, note, kind, persona, active, createdAt, usedAt, forwarding } = address;
  // A note of the service that does not open is a note all the same.
  const hasNote = note !== '' || (forwarding?.closed.includes('note') ?? false);
  const pending = forwarding !== undefined && forwarding.pending.length > 0;
  return {
    id,
    texts: textsOf(ADDRESS_LAYOUT.fields.map((field) => SEARCHED[field](address))),
    flags: flagsOf(ADDRESS_FLAG, { active, note: hasNote, pending, identity: kind === 'identity' }),
    keys: { accountId, site, domain: domainOf(email), group: groupOf(persona?.metadata ?? {}) },
    numbers: { createdAt, recent: Math.max(createdAt, usedAt ?? 0) },
  };
}

/** @returns what stands behind the last `@`, in lower case. */
function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
