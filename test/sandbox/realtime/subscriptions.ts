// What a join asked for, and whether a happening is part of it: rows by table, filter and kind of change. Mirrors the request in
// its answer, in order and by value, as clients compare them (contract §8.3). Pure.
import * as v from 'valibot';
import type { Happening } from '../world/bus.ts';

const Wish = v.object({
  event: v.optional(v.picklist(['*', 'INSERT', 'UPDATE', 'DELETE']), '*'),
  schema: v.optional(v.string(), 'public'),
  table: v.optional(v.string()),
  filter: v.optional(v.nullable(v.string())),
});

export const JoinPayload = v.object({
  config: v.optional(
    v.object({
      broadcast: v.optional(
        v.object({ ack: v.optional(v.boolean(), false), self: v.optional(v.boolean(), false) }),
      ),
      presence: v.optional(v.object({ enabled: v.optional(v.boolean(), false) })),
      postgres_changes: v.optional(v.array(Wish), []),
    }),
    {},
  ),
  access_token: v.optional(v.nullable(v.string())),
});

export interface Subscription extends v.InferOutput<typeof Wish> {
  id: number;
}

const TABLES: readonly string[] = ['email_messages', 'sms_messages'];

/** @returns null where the server could not tell such changes: an unknown table, or a filter that is not the topic's identity */
export function subscribe(
  wishes: readonly v.InferOutput<typeof Wish>[],
  identityId: string,
  nextId: () => number,
): Subscription[] | null {
  const fits = wishes.every(
    ({ schema, table, filter }) =>
      (schema === 'public' || schema === '*') &&
      (table === undefined || table === '*' || TABLES.includes(table)) &&
      filter === `identity_id=eq.${identityId}`,
  );
  return fits ? wishes.map((wish) => ({ ...wish, id: nextId() })) : null;
}

export const idsFor = (
  subscriptions: readonly Subscription[],
  row: NonNullable<Happening['row']>,
): number[] =>
  subscriptions
    .filter(({ event }) => event === '*' || event === row.type)
    .filter(({ table }) => table === undefined || table === '*' || table === row.table)
    .map(({ id }) => id);

const TYPE_OF: Readonly<Record<string, string>> = {
  read: 'bool',
  received_at: 'timestamptz',
  headers: 'jsonb',
  attachments: 'jsonb',
};

/** Clients convert values by their columns' types, so that these have to be sent. */
export function changePayload(
  ids: number[],
  { table, type, record, old }: NonNullable<Happening['row']>,
  now: number,
): Record<string, unknown> {
  const columns = Object.keys(record).map((name) => ({ name, type: TYPE_OF[name] ?? 'text' }));
  return {
    ids,
    data: {
      schema: 'public',
      table,
      commit_timestamp: new Date(now).toISOString(),
      type,
      columns,
      record,
      ...(type !== 'INSERT' && { old_record: old }),
      errors: null,
    },
  };
}
