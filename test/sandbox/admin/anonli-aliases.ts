// Admin routes for the aliases of the sandbox's anon.li: what a second client of an account does behind the first one's back,
// and thousands at once. Labels come and go in clear here; what the service keeps is sealed under the account's vault key.
import * as v from 'valibot';
import { newId, randomOf } from '../anonli/accounts.ts';
import { dropAlias, isTaken, putAliases } from '../anonli/alias-rows.ts';
import type { AliasRow, UserRow } from '../anonli/rows.ts';
import { type Field, openText, sealText } from '../anonli/second-client.ts';
import { seedAliases } from '../anonli/seed.ts';
import type { World } from '../world/world.ts';
import { type AdminCall, NotThere } from './call.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Texts = {
  label: v.optional(v.string()),
  note: v.optional(v.string()),
  /** Stored as it is: what no client of ours could read. */
  encrypted_label: v.optional(v.nullable(v.string())),
  encrypted_note: v.optional(v.nullable(v.string())),
  active: v.optional(v.boolean()),
};
/** Whose, by id; the sandbox's own account where absent. */
const user = v.optional(v.string());
const AliasWish = v.object({ user, email: v.pipe(v.string(), v.email()), ...Texts });
const AliasChange = v.object(Texts);
const Seeding = v.object({
  user,
  count: v.pipe(count, v.maxValue(200_000)),
  off_every: v.optional(count, 10),
  note_every: v.optional(count, 5),
  labels: v.optional(v.boolean(), true),
});

export function userOf({ state }: World, id: string | undefined): UserRow {
  const { users } = state.anonli;
  const user = id === undefined ? [...users.values()][0] : users.get(id);
  if (user === undefined) throw new NotThere('no such user');
  return user;
}

function aliasOf({ world, param }: AdminCall): AliasRow {
  const row = world.state.anonli.aliases.get(param('id'));
  if (row === undefined) throw new NotThere('no such alias');
  return row;
}

const keyOf = (world: World, { owner }: AliasRow): string | null =>
  world.state.anonli.users.get(owner)?.vault?.key ?? null;

function apply(world: World, row: AliasRow, change: v.InferOutput<typeof AliasChange>): void {
  const sealed = (field: Field, text: string): string | null => {
    const key = keyOf(world, row);
    if (key === null) throw new NotThere('no vault whose key is known');
    return sealText(key, row.id, field, text);
  };
  if (change.active !== undefined) row.active = change.active;
  if (change.label !== undefined) row.encryptedLabel = sealed('label', change.label);
  if (change.note !== undefined) row.encryptedNote = sealed('note', change.note);
  if (change.encrypted_label !== undefined) row.encryptedLabel = change.encrypted_label;
  if (change.encrypted_note !== undefined) row.encryptedNote = change.encrypted_note;
  row.updatedAt = world.now();
}

/** With its texts opened; null where the account's own key does not open them. */
function view(world: World, row: AliasRow): object {
  const key = keyOf(world, row);
  const text = (field: Field, envelope: string | null): string | null =>
    key === null ? null : openText(key, row.id, field, envelope);
  return { ...row, label: text('label', row.encryptedLabel), note: text('note', row.encryptedNote) };
}

export const anonliAliasRoutes: Readonly<Record<string, (call: AdminCall) => object>> = {
  /** Every alias with where it forwards to, which the service's own API never tells, and what its labels say. */
  'GET /anonli/aliases': ({ world, query }) => {
    const user = query.get('user');
    const rows = [...world.state.anonli.aliases.values()];
    const shown = user === null ? rows : rows.filter(({ owner }) => owner === user);
    return { aliases: shown.map((row) => view(world, row)) };
  },
  'POST /anonli/aliases': ({ world, body }) => {
    const { user, email, ...texts } = v.parse(AliasWish, body);
    const { anonli } = world.state;
    const address = email.toLowerCase();
    if (isTaken(anonli, address)) throw new NotThere('taken');
    const owner = userOf(world, user).id;
    const recipients = [...anonli.recipients.values()].filter((row) => row.owner === owner && row.isDefault);
    const now = world.now();
    const row: AliasRow = {
      id: newId(randomOf(anonli)),
      owner,
      email: address,
      custom: true,
      active: true,
      encryptedLabel: null,
      encryptedNote: null,
      recipientIds: recipients.map(({ id }) => id),
      createdAt: now,
      updatedAt: now,
    };
    apply(world, row, texts);
    putAliases(anonli, [row]);
    return view(world, row);
  },
  'POST /anonli/aliases/seed': ({ world, body }) => {
    const { user, count, off_every, note_every, labels } = v.parse(Seeding, body);
    const wish = { count, offEvery: off_every, noteEvery: note_every, labels, now: world.now() };
    const rows = seedAliases(world.state.anonli, userOf(world, user), wish);
    return { seeded: rows.length, first: rows[0]?.email ?? null, last: rows.at(-1)?.email ?? null };
  },
  'PATCH /anonli/aliases/:id': (call) => {
    const row = aliasOf(call);
    apply(call.world, row, v.parse(AliasChange, call.body));
    return view(call.world, row);
  },
  'DELETE /anonli/aliases/:id': (call) => {
    dropAlias(call.world.state.anonli, aliasOf(call).id);
    return { ok: true };
  },
};
