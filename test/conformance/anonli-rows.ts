// Rows that an exchange of anon.li needs or must not find: put in place and taken away by what the recording calls them, so
// that no list of recorded ids has to be kept. Leans on the sandbox's rows alone.
import { aliasesBy, dropAlias, putAliases } from '../sandbox/anonli/alias-rows.ts';
import { newDomain } from '../sandbox/anonli/domain-rows.ts';
import type { AliasRow, AnonliState, DomainRow, RecipientRow } from '../sandbox/anonli/rows.ts';

const at = (state: AnonliState): number =>
  Math.max(0, ...[...state.users.values()].map((row) => row.createdAt));

export function fillAlias(state: AnonliState, owner: string, over: Partial<AliasRow>): AliasRow {
  const id = over.id ?? `cfill${state.aliases.size}${Math.random().toString(36).slice(2, 10)}`;
  const now = at(state);
  const row: AliasRow = {
    id,
    owner,
    email: `${id.toLowerCase().replace(/[^a-z0-9]/g, '')}@anon.li`,
    custom: false,
    active: true,
    encryptedLabel: null,
    encryptedNote: null,
    recipientIds: [],
    createdAt: now,
    updatedAt: now,
    ...over,
  };
  putAliases(state, [row]);
  return row;
}

/** `name`: an id, or a whole address. */
export const aliasNamed = (state: AnonliState, name: string): AliasRow | undefined =>
  name.includes('@')
    ? [...state.aliases.values()].find(({ email }) => email === name)
    : state.aliases.get(name);

/** So many of a kind, and no more. */
export function holdAliases(state: AnonliState, owner: string, custom: boolean, count: number): void {
  const held = aliasesBy(state, owner).filter((row) => row.custom === custom);
  for (const row of held.slice(count)) dropAlias(state, row.id);
  for (let more = held.length; more < count; more += 1) fillAlias(state, owner, { custom });
}

/** What the sandbox made is called from now on what the recording calls it, for the exchanges that follow. */
export function renameAlias(state: AnonliState, id: string, to: Pick<AliasRow, 'id' | 'email'>): void {
  const row = state.aliases.get(id);
  if (row === undefined) return;
  dropAlias(state, id);
  putAliases(state, [{ ...row, ...to }]);
}

/** The same for what needs no index; nothing where there is no such row. */
export function rename<Row extends { id: string }>(rows: Map<string, Row>, from: string, to: string): void {
  const row = rows.get(from);
  if (row === undefined) return;
  rows.delete(from);
  rows.set(to, { ...row, id: to });
}

const byName = <Row extends { id: string; owner: string }>(
  rows: Map<string, Row>,
  owner: string,
  isIt: (row: Row) => boolean,
): Row | undefined => [...rows.values()].find((row) => row.owner === owner && isIt(row));

/** A recipient of this id or address, changed to be as wanted. */
export function putRecipient(state: AnonliState, owner: string, wish: Partial<RecipientRow>): RecipientRow {
  const { id, email } = wish;
  const found =
    byName(state.recipients, owner, (row) => row.id === id) ??
    byName(state.recipients, owner, (row) => row.email === email);
  const name = id ?? found?.id ?? `crcpt${state.recipients.size}${Math.random().toString(36).slice(2, 10)}`;
  const row: RecipientRow = {
    owner,
    email: `${name.toLowerCase()}@example.test`,
    verified: true,
    isDefault: false,
    pgp: null,
    token: null,
    createdAt: at(state),
    ...found,
    ...wish,
    id: name,
  };
  if (found !== undefined && found.id !== name) {
    state.recipients.delete(found.id);
    for (const alias of state.aliases.values())
      alias.recipientIds = alias.recipientIds.map((one) => (one === found.id ? name : one));
  }
  state.recipients.set(name, row);
  if (row.isDefault)
    for (const other of state.recipients.values())
      if (other.owner === owner && other !== row) other.isDefault = false;
  return row;
}

/** Another one becomes the default, made if need be: each owner has one unless a recording says otherwise. */
export function putOtherDefault(state: AnonliState, owner: string, not: string): void {
  const other = byName(state.recipients, owner, (row) => row.id !== not && row.verified);
  putRecipient(state, owner, { ...(other ?? {}), verified: true, isDefault: true });
}

export function putDomain(
  state: AnonliState,
  owner: string,
  wish: Partial<DomainRow> & { verified?: boolean },
): DomainRow {
  const { verified, ...change } = wish;
  const found =
    byName(state.domains, owner, (row) => row.id === wish.id) ??
    byName(state.domains, owner, (row) => row.domain === wish.domain);
  const id = wish.id ?? found?.id ?? `cdom${state.domains.size}${Math.random().toString(36).slice(2, 10)}`;
  if (found !== undefined) state.domains.delete(found.id);
  const base =
    found ?? newDomain(id, owner, wish.domain ?? `${id.toLowerCase()}.example`, `token${id}`, at(state));
  const checks = { ownership: verified === true, mx: verified === true, spf: verified === true, dkim: false };
  const row = { ...base, ...(verified === undefined ? {} : { checks, published: checks }), ...change, id };
  state.domains.set(id, row);
  return row;
}
