// Operation 9 of the contract (§4.6): search in an identity's inbox by words, sender and time. The documents leave the
// matching open: here every word must begin a word of the subject or body, letter case aside.
import { type Call, ok, type Reply } from './call.ts';
import { listShape, mailsOf } from './emails.ts';
import { invalid } from './errors.ts';
import { identityOf } from './identities.ts';
import { pageOf } from './paging.ts';
import { stripHtml } from './shapes.ts';

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function timeOf(query: URLSearchParams, param: string): number | null {
  const text = query.get(param);
  if (text === null) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw invalid(param, `${param} must be an ISO 8601 time`);
  return time;
}

export function searchEmails(call: Call): Reply {
  const identity = identityOf(call);
  const { query } = call;
  const words = wordsOf(query.get('query') ?? '');
  const from = query.get('from')?.toLowerCase() ?? '';
  const after = timeOf(query, 'after');
  const before = timeOf(query, 'before');
  if (words.length === 0 && from === '' && after === null && before === null)
    throw invalid('query', 'At least one of query, from, after and before is required');
  const rows = mailsOf(call.world, identity.id).filter((row) => {
    const present = wordsOf(`${row.subject} ${row.bodyText ?? ''} ${stripHtml(row.bodyHtml ?? '')}`);
    return (
      row.direction === 'inbound' &&
      row.from.toLowerCase().includes(from) &&
      (after === null || row.receivedAt >= after) &&
      (before === null || row.receivedAt < before) &&
      words.every((word) => present.some((one) => one.startsWith(word)))
    );
  });
  return ok(pageOf(rows, query, listShape(call)));
}
