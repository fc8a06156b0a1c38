// Reads a response's body once, as JSON or text, with a ceiling. Leans on Fetch streams; never trusts `Content-Length` or
// `Content-Type`: proxies lie in both, and only what parses is JSON.

/** What a body turned out to be. `other`: not UTF-8, not JSON, or larger than the ceiling. */
export type Body =
  | { kind: 'json'; value: unknown }
  | { kind: 'empty' }
  | { kind: 'other'; why: 'size' | 'encoding' | 'syntax' };

/**
 * @param maxBytes ceiling on the decoded (not: transferred) size; the rest of a larger body is cancelled unread
 * @throws what the stream throws when the connection breaks or the request's signal aborts
 */
export async function readBody(response: Response, maxBytes: number): Promise<Body> {
  const text = await readText(response, maxBytes);
  if (typeof text !== 'string') return text;
  if (text.trim() === '') return { kind: 'empty' };
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    // Besides SyntaxError, absurd nesting may exhaust the stack: the body's fault as well.
    return { kind: 'other', why: 'syntax' };
  }
}

/** The body as text, whatever it says; its parameters and errors are those of `readBody`. */
export async function readText(
  response: Response,
  maxBytes: number,
): Promise<string | { kind: 'other'; why: 'size' | 'encoding' }> {
  if (response.body === null) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = response.body.getReader();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (value !== undefined) {
      size += value.byteLength;
      if (size > maxBytes) {
        await reader.cancel();
        return { kind: 'other', why: 'size' };
      }
    }
    const piece = decodeNext(decoder, value, done);
    if (piece === null) {
      if (!done) await reader.cancel();
      return { kind: 'other', why: 'encoding' };
    }
    text += piece;
    if (done) return text;
  }
}

/** @returns null if the bytes are not UTF-8. */
function decodeNext(decoder: TextDecoder, bytes: Uint8Array | undefined, done: boolean): string | null {
  try {
    return decoder.decode(bytes, { stream: !done });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
