// Reads an index of labelled pages: one JSON object a line, files beside it. Leans on valibot. What a line leaves out has
// a sensible absence (no labels, no site of its own); a line that is no page at all is told by its number.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';

export interface Case {
  id: string;
  file: string;
  /** The site or product a page comes from; each page is its own where the index names none. */
  group: string;
  /** How the page came to be: `real-page…` or anything else. */
  fidelity: string;
  page_kind: string;
  page_url?: string | null | undefined;
  page_title?: string | null | undefined;
  fields: Labelled[];
  unlabelled: string[];
}

export interface Labelled {
  marker: string;
  label: string;
  basis: string;
  accept?: string[];
  tags?: string[];
}

const texts = v.nullish(v.array(v.string()), []);

const CASE = v.object({
  id: v.string(),
  file: v.string(),
  group: v.nullish(v.string()),
  fidelity: v.nullish(v.string(), ''),
  page_kind: v.nullish(v.string(), ''),
  page_url: v.nullish(v.string()),
  page_title: v.nullish(v.string()),
  fields: v.nullish(
    v.array(
      v.object({
        marker: v.string(),
        label: v.string(),
        basis: v.nullish(v.string(), ''),
        accept: texts,
        tags: texts,
      }),
    ),
    [],
  ),
  unlabelled: texts,
});

/** @throws where a line is not JSON, or names no page; the message says which line. */
export function readCases(index: string): Case[] {
  return readFileSync(index, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      try {
        const page = v.parse(CASE, JSON.parse(line));
        return [{ ...page, group: page.group ?? page.id }];
      } catch (error) {
        throw new Error(`${index}, line ${at + 1}: ${error instanceof Error ? error.message : error}`);
      }
    });
}

/** Files stand beside the index, or where an absolute path says. */
export function fileOf(index: string, { file }: Pick<Case, 'file'>): string {
  return resolve(dirname(index), file);
}
