// Reads an index of labelled messages and what recognition says of each. Leans on valibot and lib/codes. A line: {id,
// channel, text | html | file, subject?, expected_code?, accept_codes?, expected_link?, link_kind?, expected_origin?, lang?, group?,
// tags?}; files stand beside the index. Reads only.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { bestCode, bestLink, type Extraction, extractCodes } from '../../lib/codes/extract.ts';

const text = v.nullish(v.string(), null);

const LINE = v.object({
  id: v.string(),
  channel: v.picklist(['sms', 'email']),
  text,
  html: text,
  file: text,
  subject: text,
  expected_code: text,
  accept_codes: v.nullish(v.array(v.string()), null),
  expected_link: text,
  link_kind: text,
  /** Web origin (or host) that an origin-bound code belongs to; not looked at where it is left out. */
  expected_origin: text,
  lang: text,
  /** Template or sender the message comes from; each message is its own where it is left out. */
  group: text,
  tags: v.nullish(v.array(v.string()), []),
});
export type Letter = v.InferOutput<typeof LINE>;

/** @throws where a line is not JSON, or no message; the error says which line. */
export function readLetters(index: string): Letter[] {
  return readFileSync(index, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      try {
        return [v.parse(LINE, JSON.parse(line))];
      } catch (error) {
        throw new Error(`${index}, line ${at + 1}: ${error instanceof Error ? error.message : error}`);
      }
    });
}

export interface Answer {
  code: string | null;
  link: string | null;
  linkKind: string | null;
  /** Web origin that the sender bound the code to. */
  origin: string | null;
  /** What else was found, for telling why. */
  found: Extraction | null;
  /** Milliseconds. */
  time: number;
  /** Why nothing could be read: a missing file, an error. */
  failure: string | null;
}

/** Codes that a sender bound to a host are scored by that line's own grammar. */
export function isBound({ tags }: Letter): boolean {
  return tags.includes('origin_bound_format');
}

/** The web origin a bound code belongs to: such a line names hosts of https only, and the own machine. */
export function originOf(host: string): string {
  return `${/^(?:localhost|127\.)/.test(host) ? 'http' : 'https'}://${host}`;
}

export function answer(index: string, letter: Letter): Answer {
  const nothing = { code: null, link: null, linkKind: null, origin: null, found: null, time: 0 };
  try {
    const file = letter.file === null ? null : readFileSync(resolve(dirname(index), letter.file), 'utf8');
    const html = letter.html ?? (file !== null && /<[a-z!][^>]*>/i.test(file) ? file : null);
    const body = letter.text ?? (html === null ? file : null);
    const began = performance.now();
    const found = extractCodes({ channel: letter.channel, subject: letter.subject ?? '', text: body, html });
    const time = performance.now() - began;
    const link = bestLink(found);
    return {
      code: isBound(letter) ? (found.origin?.code ?? null) : (bestCode(found)?.code ?? null),
      link: link?.url ?? null,
      linkKind: link?.kind ?? null,
      origin: found.origin === undefined ? null : originOf(found.origin.host),
      found,
      time,
      failure: null,
    };
  } catch (error) {
    return { ...nothing, failure: String(error).slice(0, 200) };
  }
}
