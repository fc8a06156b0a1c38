// What several slots of AliasKit ask in the same way: pages by offset (contract §1.3), deletions that may find nothing left, and
// operations whose method no document shows (§0.3). Leans on the transport; repeats nothing that the server has not refused.
import * as v from 'valibot';
import { AppError } from '../../error.ts';
import type { Ask, Transport } from '../http.ts';
import { type Page, walk } from '../pages.ts';

/** One page; the next begins behind what came, whatever was asked for. An empty page ends the listing, whatever it says. */
export async function readPage<T>(
  send: Transport,
  ask: Pick<Ask, 'path' | 'query' | 'scope'>,
  reply: v.GenericSchema<unknown, { data: T[]; has_more: boolean }>,
  offset: number,
  signal?: AbortSignal,
): Promise<Page<T>> {
  const query = { ...ask.query, offset: offset === 0 ? undefined : offset };
  const { data: items, has_more } = await send(
    { ...ask, method: 'GET', query, effect: 'read', reply },
    signal,
  );
  return { items, next: has_more && items.length > 0 ? offset + items.length : null };
}

/** `not-found` counts as done: it is gone either way. */
export async function removeUnlessGone(
  send: Transport,
  path: string,
  scope: string,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await send({ method: 'DELETE', path, effect: 'change', scope, reply: v.unknown() }, signal);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'not-found')) throw error;
  }
}

/**
 * Tries the methods in their order, the next one only after 405: then nothing was done.
 * @throws the last refusal
 */
export async function trying<T>(
  [method, ...others]: readonly [Ask['method'], ...Ask['method'][]],
  ask: (method: Ask['method']) => Promise<T>,
): Promise<T> {
  try {
    return await ask(method);
  } catch (error) {
    const [next, ...rest] = others;
    if (next === undefined || !(error instanceof AppError && error.detail.status === 405)) throw error;
    return trying([next, ...rest], ask);
  }
}

/** Nobody has more of these at one identity; a server that goes on for ever is left here. */
const MOST_PAGES = 10;

/** All of a short listing: one request where the server gives everything at once, as it is documented to (§6.2, §7.2). */
export async function listAll<T extends { remoteId: string }>(
  send: Transport,
  ask: Pick<Ask, 'path' | 'scope'>,
  reply: v.GenericSchema<unknown, { data: T[]; has_more: boolean }>,
  signal?: AbortSignal,
): Promise<T[]> {
  const all: T[] = [];
  let pages = 0;
  const list = (offset: number): Promise<Page<T>> => readPage(send, ask, reply, offset, signal);
  for await (const items of walk(list, ({ remoteId }) => remoteId)) {
    all.push(...items);
    pages += 1;
    if (pages === MOST_PAGES) break;
  }
  return all;
}
