// How long a label or note may be where it is kept sealed at anon.li: counted in UTF-8 bytes, because the server's limit is
// one of bytes (contract §2.5). Pure; the envelope itself is lib/providers/anonli/envelope.ts.

/** What fits into an envelope of 2048 characters. */
export const MOST_SEALED_TEXT_BYTES = 1475;

/** @returns how many of them a text takes. */
export function sealedTextBytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
