// What an operation of the API gets and gives: a call already authenticated, rate-counted, routed and scope-checked,
// and a status with a JSON body. Knows no HTTP library.
import type { Post } from '../post/send.ts';
import type { KeyRow, Scope } from '../world/state.ts';
import type { World } from '../world/world.ts';

export type JsonObject = Record<string, unknown>;

export interface Call {
  world: World;
  post: Post;
  key: KeyRow;
  /** A path parameter; empty when the route has none of that name. */
  param(name: string): string;
  query: URLSearchParams;
  /** Who asks, for the audit of reveals. */
  asker: { ip: string; userAgent: string };
  /** The JSON object of the request, `{}` for an empty body; throws 400 otherwise. Read after the 404s (contract §1.4). */
  body(): Promise<JsonObject>;
}

export interface Reply {
  status: 200 | 201;
  body: unknown;
}

export interface Route {
  /** The contract's method first, then those it says to accept as well. */
  methods: readonly string[];
  path: string;
  scope: Scope;
  run(call: Call): Reply | Promise<Reply>;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });
export const removed = (): Reply => ok({ success: true });
