// Adds and drops aliases, and keeps each owner's in the order lists show them: a hundred thousand cannot be sorted anew for
// every page. Rows that a test puts into the map by itself are noticed by their number.
import type { AliasRow, AnonliState } from './rows.ts';

interface Ordered {
  size: number;
  byOwner: Map<string, AliasRow[]>;
  emails: Set<string>;
}

/** Not among the rows, which are kept as plain JSON. */
const known = new WeakMap<Map<string, AliasRow>, Ordered>();

const newestFirst = (a: AliasRow, b: AliasRow): number => b.createdAt - a.createdAt;

function ordered({ aliases }: AnonliState): Ordered {
  const found = known.get(aliases);
  if (found !== undefined && found.size === aliases.size) return found;
  const byOwner = new Map<string, AliasRow[]>();
  const rows = [...aliases.values()].reverse();
  for (const row of rows) {
    const mine = byOwner.get(row.owner);
    if (mine === undefined) byOwner.set(row.owner, [row]);
    else mine.push(row);
  }
  for (const mine of byOwner.values()) mine.sort(newestFirst);
  const fresh = { size: aliases.size, byOwner, emails: new Set(rows.map(({ email }) => email)) };
  known.set(aliases, fresh);
  return fresh;
}

/** An owner's aliases, the newest first. Not to be changed. */
export const aliasesBy = (state: AnonliState, owner: string): readonly AliasRow[] =>
  ordered(state).byOwner.get(owner) ?? [];

/** Addresses are taken for everybody, whoever has them. */
export const isTaken = (state: AnonliState, email: string): boolean => ordered(state).emails.has(email);

export function putAliases(state: AnonliState, rows: readonly AliasRow[]): void {
  for (const row of rows) state.aliases.set(row.id, row);
  known.delete(state.aliases);
}

export function dropAlias(state: AnonliState, id: string): void {
  state.aliases.delete(id);
  known.delete(state.aliases);
}
