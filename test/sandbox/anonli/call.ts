// What an operation of anon.li gets and gives: a call whose key, quota and burst limits have been looked at, and a status
// with the answer's `data`. Knows no HTTP library.
import type { Post } from '../post/send.ts';
import type { Random } from '../world/random.ts';
import type { World } from '../world/world.ts';
import type { Limiter } from './rates.ts';
import type { AnonliState, Who } from './rows.ts';

export interface Call {
  world: World;
  state: AnonliState;
  random: Random;
  who: Who;
  /** The path's id, decoded; empty where the route has none. */
  id: string;
  query: URLSearchParams;
  /** The body's text, as it came. */
  text: string;
  /** Whether the request carried `generate=true`, exactly so (§1.6). */
  generate: boolean;
  post: Mailing;
}

/** How mail leaves, and where its links lead. */
export interface Mailing extends Pick<Post, 'send'> {
  origin(): string;
}

/** `total` makes it a list; `page` says what part of it was asked for. */
export interface Reply {
  status: 200 | 201;
  data: unknown;
  page?: { total: number; limit: number; offset: number };
  /** Answers `{deleted: true}` or `{success: true}`, by the switch (§1.11). */
  deletion?: true;
}

export interface Route {
  method: string;
  path: string;
  /** Counts against the monthly quota (§1.4). */
  charged: boolean;
  limiter: Limiter;
  /** Refused to keys of an organisation, with what it takes instead (§1.5). */
  personal?: true;
  /** Refused to members of an organisation, as whom its keys act. */
  admin?: true;
  /** Refused to who is banned from creating aliases. */
  creates?: true;
  run(call: Call): Reply | Promise<Reply>;
}

export const ok = (data: unknown): Reply => ({ status: 200, data });
export const created = (data: unknown): Reply => ({ status: 201, data });
export const whole = (data: readonly unknown[]): Reply => ({
  status: 200,
  data,
  page: { total: data.length, limit: data.length, offset: 0 },
});
export const deleted: Reply = { status: 200, data: { deleted: true }, deletion: true };
