// What forwarding addresses add to the records, as it must look when it comes out of its box. Leans on valibot and the nouns of
// lib/forwarding; a part of shapes.ts, looks only.
import * as v from 'valibot';
import { type Forwarding, type Progress, type QueuedEdit, SEALED_FIELDS } from '../forwarding.ts';

const text = v.string();
const time = v.number();
const field = v.picklist(SEALED_FIELDS);
const maybeText = v.nullable(text);
const texts = v.array(text);
const edits = v.array(v.picklist([...SEALED_FIELDS, 'active', 'recipients']));

export const forwarding: v.GenericSchema<unknown, Forwarding> = v.object({
  sealed: v.object({ label: maybeText, note: maybeText }),
  closed: v.array(field),
  pending: edits,
  conflict: v.nullable(v.object({ label: v.exactOptional(text), note: v.exactOptional(text) })),
  recipientIds: texts,
  domain: text,
  madeAt: v.nullable(time),
  gone: v.boolean(),
  lapsed: v.exactOptional(edits),
});

const trouble = v.object({ code: text, detail: v.record(text, v.unknown()), at: time });

const queued = {
  id: text,
  accountId: text,
  addressId: text,
  earlier: texts,
  notBefore: time,
  tries: v.number(),
  failure: v.exactOptional(trouble),
  at: time,
  turn: v.number(),
};

export const queuedEdit: v.GenericSchema<unknown, QueuedEdit> = v.variant('edit', [
  v.object({ ...queued, edit: field, value: text }),
  v.object({ ...queued, edit: v.literal('active'), value: v.boolean(), was: v.boolean() }),
  v.object({ ...queued, edit: v.literal('recipients'), value: texts, was: texts }),
]);

const maybeNumber = v.nullable(v.number());

export const progress: v.GenericSchema<unknown, Progress> = v.object({
  id: text,
  accountId: text,
  lookedAt: maybeNumber,
  wholeAt: maybeNumber,
  total: maybeNumber,
  pages: maybeNumber,
  walk: v.nullable(
    v.object({
      startedAt: time,
      offset: v.number(),
      pages: v.number(),
      done: v.number(),
      total: v.exactOptional(v.number()),
      stopped: v.boolean(),
    }),
  ),
  trouble: v.nullable(trouble),
  notBefore: time,
  rate: v.nullable(v.object({ remaining: maybeNumber, limit: maybeNumber, resetAt: maybeNumber })),
  triedSalt: v.exactOptional(text),
});
