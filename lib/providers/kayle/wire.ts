// Pieces that every answer of Kayle is decoded with: the envelope, pages, ids, times, links. Leans on valibot and shape.ts.
// Tolerant where the contract says so (unknown fields, words and events), strict where a value becomes a path or a link.
import * as v from 'valibot';
import type { CursorPage } from '../check-slots.ts';
import { instant, remoteId } from '../shape.ts';

/** Null or missing alike: the default is what makes a missing member be there, as null. */
export function orNull<Out>(schema: v.GenericSchema<unknown, Out>) {
  return v.nullish(schema, null);
}

/** `{data}`. The cast says what v.object has checked: to the compiler any member may be missing. */
export function dataOf<Out>(data: v.GenericSchema<unknown, Out>): v.GenericSchema<unknown, Out> {
  return v.pipe(
    v.object({ data }),
    v.transform((wire) => wire.data as Out),
  );
}

/** `{data, pagination}`. A page that says it goes on without saying where is taken for the last one. */
export function pageOf<Out>(item: v.GenericSchema<unknown, Out>): v.GenericSchema<unknown, CursorPage<Out>> {
  const pagination = v.object({
    has_more: v.nullish(v.boolean(), false),
    next_cursor: v.nullish(remoteId),
  });
  return v.pipe(
    v.object({ data: v.array(item), pagination: v.nullish(pagination) }),
    v.transform(({ data, pagination: at }) => ({
      items: data as Out[],
      next: at?.has_more === true ? (at.next_cursor ?? null) : null,
    })),
  );
}

export const time = instant;
export const timeOrNull = orNull(instant);
export const wordOrNull = orNull(v.string());
export const id = remoteId;

export const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

/** An absolute http(s) URL in normal form; anything else (javascript:, data:, half a URL) is refused. */
export const webUrl = v.pipe(
  v.string(),
  v.maxLength(4096),
  v.transform((text) => {
    const url = URL.parse(text);
    return url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url.href : '';
  }),
  v.nonEmpty(),
);

/** A link somebody else typed: what is no web address is left out, for a check is not refused over a bad link. */
export const webUrlOrNull: v.GenericSchema<unknown, string | null> = v.fallback(orNull(webUrl), null);

/** A text somebody else typed, for display: cut, without control characters; empty is null. */
export const shownTextOrNull: v.GenericSchema<unknown, string | null> = v.fallback(
  v.pipe(
    orNull(v.string()),
    v.transform((text) => cleaned(text ?? '') || null),
  ),
  null,
);

/**
 * Without what turns the direction of the text around it (U+202A–202E, U+2066–2069): honest Arabic or Hebrew needs none of
 * these, and a name could spell itself backwards with them. Marks that only break ties stay; screens isolate the text (`bdi`).
 */
export function cleaned(text: string): string {
  return text
    .slice(0, 4000)
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}
