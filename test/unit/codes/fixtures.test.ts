// Our own invented messages in many languages: the right code, the right link, or nothing. `node test/score/messages.ts` reads
// the same file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bestCode, bestLink, extractCodes } from '../../../lib/codes/extract.ts';
import type { Channel } from '../../../lib/model.ts';

interface Case {
  id: string;
  channel: Channel;
  lang: string;
  subject: string;
  text: string | null;
  html?: string;
  expected_code: string | null;
  expected_link: string | null;
  link_kind?: string;
  origin?: string;
  tags?: string[];
}

const cases = readFileSync(join(import.meta.dirname, '../../fixtures/messages/index.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Case);

test('the sample is not empty, nor one-sided', () => {
  expect(cases.length).toBeGreaterThan(60);
  expect(new Set(cases.map(({ lang }) => lang)).size).toBeGreaterThan(20);
  expect(cases.filter(({ expected_code }) => expected_code === null).length).toBeGreaterThan(15);
});

describe.each(cases)('$id', (sample) => {
  const found = extractCodes({ ...sample, html: sample.html ?? null });
  // A line that binds the code to a host is read by its own grammar; where it is malformed, there is no such line.
  const bound = sample.tags?.includes('origin_bound_format') ?? false;
  const expected = bound
    ? sample.origin && { host: sample.origin, code: sample.expected_code }
    : sample.expected_code;

  test(`the code is ${sample.expected_code} ${bound ? `bound to ${sample.origin ?? 'nothing'}` : ''}`, () => {
    expect(bound ? found.origin : (bestCode(found)?.code ?? null)).toEqual(expected);
  });

  const offered = sample.link_kind === 'reset' ? null : sample.expected_link;
  test(`the link to offer is ${offered}`, () => {
    expect(bestLink(found)?.url ?? null).toBe(offered);
  });
});
