// What an operation of Kayle gets and gives: a call whose key and scope have been looked at, and an answer. Knows no HTTP library.
import type { Random } from '../world/random.ts';
import type { World } from '../world/world.ts';
import { type Refusal, zodError } from './errors.ts';
import { limitOf, wrongType } from './issues.ts';
import type { KayleState, OrgRow } from './rows.ts';

export interface Call {
  world: World;
  state: KayleState;
  random: Random;
  org: OrgRow;
  /** A part of the path, decoded. */
  param(name: string): string;
  query: URLSearchParams;
  /** Decoded JSON; undefined where the body came without a JSON content type, or not at all. */
  body: unknown;
  /** Origin of the pages for those who are asked. */
  verifyOrigin: string;
}

export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  run(call: Call): Response;
}

export const ok = (data: unknown, status = 200): Response => Response.json({ data, error: null }, { status });

type JsonObject = Readonly<Record<string, unknown>>;

/** The body as an object; one that is missing is an empty one, as the service takes it. @throws Refusal for any other JSON */
export function objectOf(body: unknown): JsonObject {
  if (body === undefined) return {};
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw zodError(wrongType('object', [], body));
  return { ...body };
}

/**
 * One page of a list that is in its order already.
 * @param from where it goes on: index of the first item
 */
export function pageOf<Row extends { id: string }>(
  rows: readonly Row[],
  from: number,
  query: URLSearchParams,
  shape: (row: Row) => object,
): Response {
  const limit = limitOf(query);
  const page = rows.slice(from, from + limit);
  const more = rows.length > from + limit;
  return Response.json({
    data: page.map(shape),
    error: null,
    pagination: { limit, has_more: more, next_cursor: more ? (page.at(-1)?.id ?? null) : null },
  });
}

/** Behind the item of a newest-first list; an item that is not there is ignored: page one comes again (contract §5). */
export function afterKnown(rows: readonly { id: string }[], cursor: string | null): number {
  return cursor === null ? 0 : rows.findIndex(({ id }) => id === cursor) + 1;
}

export const newestFirst = <Row extends { id: string; createdAt: number }>(rows: Iterable<Row>): Row[] =>
  [...rows].sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));

/** By the text of the id, byte by byte. */
export const byId = <Row extends { id: string }>(rows: Iterable<Row>): Row[] =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

/** @returns the row if it is there and of this organisation. @throws the refusal otherwise: a stranger's is not found */
export function owned<Row extends { orgId: string }>(
  row: Row | undefined,
  org: OrgRow,
  refusal: () => Refusal,
): Row {
  if (row === undefined || row.orgId !== org.id) throw refusal();
  return row;
}
