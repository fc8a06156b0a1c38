// The form of every call: one JSON argument in, one JSON value or a coded error back. Types alone; which calls there are is
// contract.ts's.
import type { WireError } from '../error.ts';

/** Every call takes one JSON argument and answers one JSON value. */
export type Call<Args, Reply> = (args: Args) => Reply;
export type ArgsOf<C> = C extends (args: infer A) => unknown ? A : never;
export type ReplyOf<C> = C extends (args: never) => infer R ? R : never;

export type Envelope = { call: string; args: unknown };
export type Answer<R> = { ok: R } | { err: WireError };
