// `limit` and `offset` of every list and its envelope (contract §1.3): default 20, at most 100, larger values clamped.
import { invalid } from './errors.ts';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

function whole(query: URLSearchParams, param: string, least: number, absent: number): number {
  const text = query.get(param);
  if (text === null) return absent;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (value < least) throw invalid(param, `${param} must be an integer of at least ${least}`);
  return value;
}

/** One page of rows already in their order. */
export function pageOf<Row, Wire>(
  rows: readonly Row[],
  query: URLSearchParams,
  shape: (row: Row) => Wire,
): { data: Wire[]; has_more: boolean } {
  const limit = Math.min(whole(query, 'limit', 1, DEFAULT_LIMIT), MAX_LIMIT);
  const offset = whole(query, 'offset', 0, 0);
  return {
    data: rows.slice(offset, offset + limit).map(shape),
    has_more: rows.length > offset + limit,
  };
}
