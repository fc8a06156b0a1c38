// Frames of Supabase's Realtime protocol, version 1.0.0: JSON objects in text messages. Leans on valibot; what is not exactly a
// frame is null, never an exception, whatever a server sends.
import * as v from 'valibot';

export interface Frame {
  topic: string;
  event: string;
  payload: Record<string, unknown>;
  /** Answers carry that of the question; null for what was not asked. */
  ref: string | null;
  /** Which join of the topic it belongs to. */
  join_ref?: string | null;
}

/** A mail of 5 MB does not fit: the service cuts its events at 1 MB. Counted in UTF-16 units. */
export const LONGEST_FRAME = 2 * 1024 * 1024;

const ref = v.nullish(v.pipe(v.string(), v.maxLength(64)), null);
const frame = v.object({
  topic: v.pipe(v.string(), v.maxLength(512)),
  event: v.pipe(v.string(), v.maxLength(128)),
  payload: v.pipe(
    v.custom<Record<string, unknown>>((value) => !Array.isArray(value)),
    v.record(v.string(), v.unknown()),
  ),
  ref,
  join_ref: ref,
});

/** @param message what a socket gave: text, or bytes, which this version never sends. @returns null for no frame */
export function decodeFrame(message: unknown): Frame | null {
  if (typeof message !== 'string' || message.length > LONGEST_FRAME) return null;
  try {
    const parsed = v.safeParse(frame, JSON.parse(message));
    return parsed.success ? parsed.output : null;
  } catch {
    // Besides SyntaxError, absurd nesting may exhaust the stack: no frame either.
    return null;
  }
}

export const encodeFrame = (frame: Frame): string => JSON.stringify(frame);

const reply = v.object({
  status: v.string(),
  response: v.fallback(v.optional(v.record(v.string(), v.unknown()), {}), {}),
});

/** What a `phx_reply` says: yes, or why not. */
export function readReply(payload: Frame['payload']): { ok: boolean; reason: string } {
  const parsed = v.safeParse(reply, payload);
  if (!parsed.success) return { ok: false, reason: '' };
  const { status, response } = parsed.output;
  return { ok: status === 'ok', reason: typeof response.reason === 'string' ? response.reason : '' };
}
