// Deleting a whole group of identities, as it is kept while it goes on and shown when it has ended: what was deleted, what was not and
// why, what is still to do. Types and their reading; holds no act.
import * as v from 'valibot';
import type { ErrorCode } from './error.ts';

/** One identity of it: shown after it is gone, so its words are kept. */
export interface GroupMember {
  id: string;
  email: string;
  name: string;
  phone: string | null;
}

export interface GroupRemoval {
  group: string;
  startedAt: number;
  /** Null while it goes on, or was interrupted. */
  endedAt: number | null;
  left: GroupMember[];
  deleted: GroupMember[];
  /** Refused, or without an answer: they still exist as far as anybody knows. */
  failed: (GroupMember & { code: ErrorCode })[];
}

const member = { id: v.string(), email: v.string(), name: v.string(), phone: v.nullable(v.string()) };

export const groupRemovalShape = v.object({
  group: v.string(),
  startedAt: v.number(),
  endedAt: v.nullable(v.number()),
  left: v.array(v.object(member)),
  deleted: v.array(v.object(member)),
  failed: v.array(
    v.object({
      ...member,
      code: v.pipe(
        v.string(),
        v.transform((code) => code as ErrorCode),
      ),
    }),
  ),
});

/** A group of identities as it is known here. */
export interface IdentityGroup {
  name: string;
  members: GroupMember[];
}
