// Scores code and link extraction on a labelled index: `node test/score/messages.ts INDEX.jsonl [--json]
// [--predictions OUT.jsonl] [--misses]`. A line: {id, channel, text | html | file, subject?, expected_code, accept_codes, expected_link, link_kind, tags?}.
// Files are taken beside the index. Reads only; changes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { bestCode, bestLink, type Extraction, extractCodes } from '../../lib/codes/extract.ts';

const LINE = v.object({
  id: v.string(),
  channel: v.picklist(['sms', 'email']),
  text: v.optional(v.nullable(v.string())),
  html: v.optional(v.nullable(v.string())),
  file: v.optional(v.nullable(v.string())),
  subject: v.optional(v.nullable(v.string())),
  expected_code: v.nullable(v.string()),
  accept_codes: v.optional(v.nullable(v.array(v.string()))),
  expected_link: v.nullable(v.string()),
  link_kind: v.optional(v.nullable(v.string())),
  tags: v.optional(v.nullable(v.array(v.string()))),
});
type Line = v.InferOutput<typeof LINE>;

const DUE = new Set(['verify', 'sign-in', 'change-email']);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, misses: { type: 'boolean' }, predictions: { type: 'string' } },
});
const index = positionals[0];
if (index === undefined) {
  console.error(
    'usage: node test/score/messages.ts INDEX.jsonl [--json] [--misses] [--predictions OUT.jsonl]',
  );
  process.exit(2);
}

const lines = readFileSync(index, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => v.parse(LINE, JSON.parse(line)));

function read(line: Line): Extraction {
  const file = line.file ? readFileSync(join(dirname(index ?? ''), line.file), 'utf8') : null;
  const html = line.html ?? (file !== null && /<[a-z!][^>]*>/i.test(file) ? file : null);
  return extractCodes({
    channel: line.channel,
    subject: line.subject ?? '',
    text: line.text ?? (html === null ? file : null),
    html,
  });
}

const count = (): Record<string, number> => ({
  due: 0,
  right: 0,
  wrong: 0,
  none: 0,
  negatives: 0,
  falseAlarms: 0,
});
const codes: Record<string, Record<string, number>> = {
  sms: count(),
  email: count(),
  'origin-bound': count(),
};
const links: Record<string, number> = {
  due: 0,
  right: 0,
  wrong: 0,
  none: 0,
  notDue: 0,
  offered: 0,
  noLink: 0,
  falseAlarms: 0,
};
const misses: string[] = [];
const predictions: string[] = [];
const times: number[] = [];
const bump = (row: Record<string, number>, key: string): void => {
  row[key] = (row[key] ?? 0) + 1;
};
const sameLink = (a: string, b: string): boolean => a === b || (URL.canParse(b) && new URL(b).href === a);

for (const line of lines) {
  const began = performance.now();
  const found = read(line);
  times.push(performance.now() - began);
  const bound = line.tags?.some((tag) => tag === 'origin_bound_format') ?? false;
  const code = bound ? (found.origin?.code ?? null) : (bestCode(found)?.code ?? null);
  const link = bestLink(found);
  predictions.push(
    JSON.stringify({
      id: line.id,
      code,
      link: link?.url ?? null,
      linkKind: link?.kind,
      origin: found.origin?.host,
    }),
  );
  if (line.tags?.some((tag) => tag.startsWith('do_not_score'))) continue;

  const row = codes[bound ? 'origin-bound' : line.channel];
  if (row === undefined) continue;
  const accepted = line.accept_codes ?? (line.expected_code === null ? [] : [line.expected_code]);
  if (line.expected_code === null) {
    bump(row, 'negatives');
    if (code !== null) bump(row, 'falseAlarms');
  } else {
    bump(row, 'due');
    bump(row, code === null ? 'none' : accepted.includes(code) ? 'right' : 'wrong');
  }
  const codeWrong = line.expected_code === null ? code !== null : !accepted.includes(code ?? '');
  if (codeWrong)
    misses.push(
      `code ${line.id}: wanted ${line.expected_code}, got ${code} of ${JSON.stringify(found.candidates.slice(0, 3))}`,
    );

  if (line.expected_link !== null && DUE.has(line.link_kind ?? '')) {
    bump(links, 'due');
    const right = link !== null && sameLink(link.url, line.expected_link);
    bump(links, link === null ? 'none' : right ? 'right' : 'wrong');
    if (!right)
      misses.push(
        `link ${line.id}: wanted ${line.expected_link}, got ${link?.url} of ${JSON.stringify(found.links.slice(0, 2))}`,
      );
  } else {
    bump(links, line.expected_link === null ? 'noLink' : 'notDue');
    if (link !== null) {
      bump(links, line.expected_link === null ? 'falseAlarms' : 'offered');
      misses.push(`link ${line.id} (${line.link_kind}): offered ${JSON.stringify(link)}`);
    }
  }
}

times.sort((a, b) => a - b);
const result = {
  messages: lines.length,
  codes,
  links,
  milliseconds: { median: times[times.length >> 1], worst: times.at(-1) },
};
if (values.predictions !== undefined) writeFileSync(values.predictions, `${predictions.join('\n')}\n`);
if (values.json) console.log(JSON.stringify(result));
else {
  console.table(codes);
  console.table({ links });
  console.log(
    `${lines.length} messages, median ${result.milliseconds.median?.toFixed(2)} ms, worst ${result.milliseconds.worst?.toFixed(1)} ms`,
  );
}
if (values.misses) console.log(misses.join('\n'));
