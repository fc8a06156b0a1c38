// Bodies that lie inside their message's own record, as up to version 8 of the store, moved to where they lie now. Leans on
// transactions; run where such records are opened anyway, when the messages' index is first made. Changes nothing else.
import * as v from 'valibot';
import type { MessageBody } from '../message-parts.ts';
import type { MessageSummary } from '../model.ts';
import { transact } from './transaction.ts';
import type { Unlocked } from './unlocked.ts';

const INSIDE = v.object({
  body: v.object({ text: v.nullable(v.string()), html: v.nullable(v.string()) }),
});

/** @returns the body inside a record of an older version, or null. */
export function bodyInside(message: MessageSummary): MessageBody | null {
  const read = v.safeParse(INSIDE, message);
  return read.success ? read.output.body : null;
}

/** @returns how many characters a body has. */
export const sizeOf = ({ text, html }: MessageBody): number => (text?.length ?? 0) + (html?.length ?? 0);

/** @returns the record as it is now, whatever else was inside of it. */
export function withoutBody(message: MessageSummary): MessageSummary {
  const { body: _, ...rest } = message as MessageSummary & { body?: unknown };
  return rest;
}

export async function splitBodies(u: Unlocked, messages: readonly MessageSummary[]): Promise<void> {
  const ids = messages.filter((message) => 'body' in message).map(({ id }) => id);
  if (ids.length === 0) return;
  await transact(u, ['message', 'body'], async (tx) => {
    for (const id of ids) {
      const message = await tx.get('message', id);
      if (message === null) continue;
      const body = bodyInside(message);
      if (body === null) {
        await tx.put('message', withoutBody(message), null);
        continue;
      }
      await tx.put('body', { id, ...body });
      await tx.put('message', { ...withoutBody(message), bodySize: sizeOf(body) }, null);
    }
  });
}
