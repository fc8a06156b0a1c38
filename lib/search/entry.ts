// What of an address is kept for searching, filtering and sorting: folded once, when the address is written, so that no
// keystroke folds anything. Pure. The address's own record stays the truth; nothing here is ever shown.
import type { Address } from '../model.ts';
import { fold } from './fold.ts';

export interface SearchEntry {
  readonly id: string;
  readonly accountId: string;
  /** As in the record: filters compare it whole. */
  readonly site: string | null;
  /** What stands behind the `@`, in lower case. */
  readonly domain: string;
  /** The folded texts in the order of `FIELDS`, each ended by a line feed, which none of them holds. */
  readonly texts: string;
  /** Bits of `FLAG`. */
  readonly flags: number;
  readonly createdAt: number;
  /** When it was used or made, whichever was later. */
  readonly recent: number;
}

const MEMBERS = [
  'id',
  'accountId',
  'site',
  'domain',
  'texts',
  'flags',
  'createdAt',
  'recent',
] as const satisfies readonly (keyof SearchEntry)[];

/** The texts that are searched, the most telling first. */
export const FIELDS = ['site', 'label', 'name', 'email', 'note'] as const;
export type Field = (typeof FIELDS)[number];

export const FLAG = { active: 1, note: 2, pending: 4, identity: 8, damaged: 16 } as const;

/** Characters of a note that are searched: all of most notes; a novel among them must not fill the memory. */
export const NOTE_SEARCHED = 2000;

/** @returns the text of one field as it is searched, folded, on one line. */
export const SEARCHED: Record<Field, (address: Address) => string> = {
  site: ({ site }) => line(site ?? ''),
  label: ({ label }) => line(label),
  name: ({ persona }) => line(persona?.name ?? ''),
  email: ({ email }) => line(email),
  note: ({ note }) => line(note.slice(0, NOTE_SEARCHED)),
};

const line = (text: string): string => fold(text).replace(/\s+/g, ' ');

export function entryOf(address: Address): SearchEntry {
  const { id, accountId, site, email, note, kind, active, createdAt, usedAt, forwarding } = address;
  // A note of the service that does not open is a note all the same.
  const hasNote = note !== '' || (forwarding?.closed.includes('note') ?? false);
  const pending = forwarding !== undefined && forwarding.pending.length > 0;
  return {
    id,
    accountId,
    site,
    domain: domainOf(email),
    texts: FIELDS.map((field) => `${SEARCHED[field](address)}\n`).join(''),
    flags: flagsOf({ active, note: hasNote, pending, identity: kind === 'identity' }),
    createdAt,
    recent: Math.max(createdAt, usedAt ?? 0),
  };
}

/** What stands for an address that does not open: it is counted, and never found. */
export function damagedEntry(id: string): SearchEntry {
  const texts = '\n'.repeat(FIELDS.length);
  return { id, accountId: '', site: null, domain: '', texts, flags: FLAG.damaged, createdAt: 0, recent: 0 };
}

/** Whether nothing that is searched, filtered or sorted by differs. */
export function sameEntry(a: SearchEntry | undefined, b: SearchEntry): boolean {
  return a !== undefined && MEMBERS.every((name) => a[name] === b[name]);
}

/** @returns what stands behind the last `@`, in lower case. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

function flagsOf(set: Partial<Record<keyof typeof FLAG, boolean>>): number {
  let flags = 0;
  for (const name of Object.keys(FLAG) as (keyof typeof FLAG)[]) if (set[name]) flags |= FLAG[name];
  return flags;
}
